import { expect, test } from 'vitest'
import { csvOf } from './csv'

test('commas, quotes and line breaks stay in their cell, and no text becomes a formula', () => {
  expect(
    csvOf([
      ['甲,乙', '说"好"', 'a\nb'],
      ['=1+1', -20.5, '@x'],
    ]),
  ).toBe('\uFEFF"甲,乙","说""好""","a\nb"\r\n\'=1+1,-20.5,\'@x\r\n')
})
