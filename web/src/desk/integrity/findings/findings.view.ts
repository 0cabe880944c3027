import { readTexts } from '../../../wire/view'

const verdicts = ['violation', 'doubtful', 'could-not-check'] as const
export type FoundVerdict = (typeof verdicts)[number]

/** The address of the list: the rule and verdict to narrow it by, and the finding that is open. */
export type FindingsView = { rule?: string | undefined; verdict?: FoundVerdict | undefined; finding?: string | undefined }

export const parseFindingsView = (search: Record<string, unknown>): FindingsView =>
  readTexts(search, ['rule', 'verdict', 'finding'], (name, text) => {
    if (name === 'verdict') return (verdicts as readonly string[]).includes(text)
    return name === 'rule' ? /^(GZ|ZB)\d{14}$/.test(text) : /^[0-9a-f-]{36}$/.test(text)
  }) as FindingsView
