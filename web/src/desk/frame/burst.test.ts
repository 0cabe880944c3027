import { expect, test } from 'vitest'
import { createBurst } from './burst'

const code = 'V0123456789ABCDEFGHJKMNPQRS'
const keysOf = (text: string, pause: number) =>
  [...[...text].map((character) => (/\d/.test(character) ? `Digit${character}` : `Key${character}`)), 'Enter'].map((name, place) => ({
    code: name,
    at: 1000 + place * pause,
  }))
const read = (text: string, pause: number) => {
  const burst = createBurst(20)
  return keysOf(text, pause)
    .map(burst)
    .find((answer) => answer !== null)
}

test('a burst of a reader is its text, whatever an input method makes of the keys', () => {
  expect(read(code, 8)).toBe(code)
})

test('what a person types, or a short burst, is no code', () => {
  expect(read(code, 120)).toBeUndefined()
  expect(read('V012', 8)).toBeUndefined()
})

test('what was typed before the burst does not spoil it', () => {
  const burst = createBurst(20)
  burst({ code: 'KeyX', at: 0 })
  expect(keysOf(code, 5).map(burst).at(-1)).toBe(code)
})
