import type { PublishNormInput, ShowNormAnswer } from '../../../client/operations'

/** A version as it is written. */
export type Draft = Pick<PublishNormInput, 'code' | 'title' | 'sections' | 'items' | 'confirmUntil'>
export type Section = Draft['sections'][number]
export type Item = Draft['items'][number]

const name = { zh: '', en: '' }
export const emptySection: Section = { heading: name, text: name }
export const emptyItem: Item = { code: '', text: name, severity: 'minor', coreSystem: null, indicatorCode: null }

export const newDraft = (confirmUntil: string): Draft => ({
  code: '',
  title: name,
  sections: [emptySection],
  items: [emptyItem],
  confirmUntil,
})

/** The next version begins as the one before it. */
export const nextDraft = ({ code, title, sections, items }: ShowNormAnswer, confirmUntil: string): Draft => ({
  code,
  title,
  sections,
  items,
  confirmUntil,
})

const isNamed = ({ zh, en }: { zh: string; en: string }) => zh.trim() !== '' && en.trim() !== ''

/** Whether nothing is empty that a reader needs in both languages. */
export const isComplete = ({ code, title, sections, items, confirmUntil }: Draft): boolean =>
  code !== '' &&
  confirmUntil !== '' &&
  isNamed(title) &&
  sections.every(({ heading, text }) => isNamed(heading) && isNamed(text)) &&
  items.every(({ code: own, text }) => own !== '' && isNamed(text))

export const replaced = <Row>(rows: readonly Row[], place: number, part: Partial<Row>): Row[] =>
  rows.map((row, at) => (at === place ? { ...row, ...part } : row))
export const without = <Row>(rows: readonly Row[], place: number): Row[] => rows.filter((_, at) => at !== place)
