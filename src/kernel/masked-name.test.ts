import { expect, test } from 'vitest'
import { maskName } from './masked-name.ts'

test.each([
  ['张伟', '张*'],
  ['张明伟', '张*伟'],
  ['欧阳锋岚', '欧**岚'],
  ['万俟青', '万*青'],
  ['Anna Maria', 'A**a'],
  ['安', '*'],
])('%s is shown as %s', (name, masked) => {
  expect(maskName(name)).toBe(masked)
})
