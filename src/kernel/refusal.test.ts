import { expect, test } from 'vitest'
import { fillSentence } from './refusal.ts'

test('a name goes into a sentence in its language, a number as it is, and an unknown slot stays visible', () => {
  const details = { institution: { zh: '予安骨科', en: 'Yuan Orthopaedics' }, count: 3 }
  expect(fillSentence('“{institution}”还有 {count} 项', details, 'zh')).toBe('“予安骨科”还有 3 项')
  expect(fillSentence('“{institution}” has {count} of {what}', details, 'en')).toBe('“Yuan Orthopaedics” has 3 of {what}')
})
