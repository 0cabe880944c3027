import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLogin, readPassword } from './credentials.ts'

const own = { login: 'zhoujingyi1', phone: '13800015678' }

test.each(['short', '1234567890', 'Password123', 'QWERTYUIOP', 'aaaabbbbcccc', 'ZhouJingYi1', '13800015678'])(
  '%s is among the first guesses',
  (password) => {
    expect(readPassword(password, own)).toMatchObject({ refusal: { code: 'people.password-weak', details: { least: 10 } } })
  },
)

test('a few words, in any script, are a password', () => {
  for (const password of ['three words long', '松下问童子言师采药去', 'k3-wv-77-qz']) expect(readPassword(password, own).ok).toBe(true)
})

test('whatever is accepted as a login fits the account table, and reads the same a second time', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 70 }), (text) => {
      const read = readLogin(text)
      if (!read.ok) return
      expect(read.value).toBe(read.value.toLowerCase())
      expect(read.value.length).toBeGreaterThanOrEqual(2)
      expect(read.value.length).toBeLessThanOrEqual(64)
      expect(readLogin(read.value)).toEqual(read)
    }),
  )
  expect(readLogin(' Zhou.Jingyi ')).toEqual({ ok: true, value: 'zhou.jingyi' })
})
