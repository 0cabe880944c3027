import { expect, test } from 'vitest'
import { draftOf, emptyAnswer, sentOf, tallyOf } from './answer-draft'

const codes = ['A1', 'B1', 'C1']
const failed = { ...emptyAnswer('B1', 'not-passed'), note: '没有封条', evidence: [{ kind: 'text' as const, text: '见照片 3' }] }

test('what the server keeps comes back as it was sent, and an empty line of evidence is never sent', () => {
  const written = {
    B1: { ...failed, evidence: [...failed.evidence, { kind: 'reference' as const, text: ' ' }] },
    A1: emptyAnswer('A1', 'passed'),
  }
  const sent = sentOf(written, codes)
  expect(sent.map(({ itemCode }) => itemCode)).toEqual(['A1', 'B1'])
  expect(sent[1]).toEqual(failed)
  expect(sentOf(draftOf({ answers: sent }), codes)).toEqual(sent)
})

test('what is left and what becomes a finding is said before it is sealed', () => {
  expect(tallyOf({}, codes)).toEqual({ left: 3, found: 0 })
  expect(tallyOf({ A1: emptyAnswer('A1', 'not-applicable'), B1: failed }, codes)).toEqual({ left: 1, found: 1 })
})
