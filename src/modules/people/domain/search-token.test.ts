import { expect, test } from 'vitest'
import { searchTokens } from './search-token.ts'

test('a person is found by name, phone, and the last four of phone and ID', () => {
  expect(searchTokens({ name: '周静怡', phone: '13800015678', idNumber: '11010519491231002X' })).toEqual(
    expect.arrayContaining(['周静怡', 'zjy', '13800015678', '5678', '002x']),
  )
})
