import { enums } from '../../../client/enums'
import { readTexts } from '../../../wire/view'
import type { TimelineFilter } from '../../frame/portrait/reads'

export const sections = [
  'overview',
  'timeline',
  'problems',
  'medication',
  'allergies',
  'measurements',
  'imaging',
  'visits',
  'consents',
  'family',
  'openings',
] as const
export type Section = (typeof sections)[number]

/** The address of a person: which section, the filter of the timeline, the curve that is drawn and whether it is a table. */
export type PersonView = TimelineFilter & {
  readonly section?: Section | undefined
  readonly measure?: string | undefined
  readonly as?: 'table' | undefined
}

const uuid = /^[0-9a-f-]{36}$/
const fits: Readonly<Record<string, (text: string) => boolean>> = {
  section: (text) => text !== 'overview' && sections.includes(text as Section),
  kind: (text) => Object.hasOwn(enums.factKind, text),
  institution: (text) => uuid.test(text),
  as: (text) => text === 'table',
}

export const parsePersonView = (search: Record<string, unknown>): PersonView =>
  readTexts(search, ['section', 'kind', 'institution', 'measure', 'as'], (name, text) => fits[name]?.(text) ?? true) as PersonView
