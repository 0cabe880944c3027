import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draftOf, emptyDraft, type Note, sentOf, textOf } from './note-draft'

const number = fc.double({ min: 0, max: 300, noNaN: true, noDefaultInfinity: true })

test('what the server has is shown and sent back unchanged, so that nothing is saved that nobody wrote', () =>
  fc.assert(
    fc.property(fc.string(), number, fc.constantFrom('suspected' as const, 'confirmed' as const), (complaint, systolic, certainty) => {
      const diagnoses = [{ code: 'M17.9', name: { zh: '膝骨关节炎', en: 'Gonarthrosis' }, certainty }]
      const content = { ...emptyDraft, complaint, vitals: { systolic }, diagnoses }
      const sent = sentOf(draftOf({ content } as unknown as Note))
      expect(sent).toEqual({ ...content, diagnoses: [{ code: 'M17.9', certainty }] })
    }),
  ))

test('a number that is half typed is not sent, and makes no difference to save', () => {
  const typing = { ...emptyDraft, vitals: { temperature: '', systolic: '-', pain: ' ' } }
  expect(sentOf(typing).vitals).toEqual({})
  expect(textOf(typing)).toBe(textOf(emptyDraft))
})
