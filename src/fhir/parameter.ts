import type { ResourceType } from '@medplum/fhirtypes'
import { normalise } from '../kernel/name.ts'
import type { Name } from '../kernel/result.ts'
import type { Condition } from '../platform/seek/index.ts'
import { isUuid, readBoundId } from './bound-id.ts'
import { rangeOf } from './date-range.ts'

/** A search parameter: how its value becomes a condition on a field of the store; null: the value cannot be read. */
export type Parameter = {
  readonly type: 'token' | 'date' | 'reference' | 'string'
  readonly text: Name
  readonly target?: readonly ResourceType[]
  /** It names the person whose rows are asked for. */
  readonly person?: true
  /** One value, or several of which one has to fit. */
  conditionOf(values: readonly string[]): Condition | null
}

const system = (value: string): readonly [system: string | null, code: string] => {
  const bar = value.indexOf('|')
  return bar < 0 ? [null, value] : [value.slice(0, bar), value.slice(bar + 1)]
}

/** A closed list of codes of FHIR, each with the states of ours that it stands for. */
export const codes = (field: string, text: Name, states: Readonly<Record<string, readonly string[]>>): Parameter => ({
  type: 'token',
  text,
  conditionOf(values) {
    const asked = values.map((value) => states[system(value)[1]])
    return asked.some((one) => one === undefined) ? null : { field, among: asked.flatMap((one) => one ?? []) }
  },
})

/** A code with or without its system: `field` holds the code, `systemField` what we call the system. */
export const coded = (field: string, systemField: string, text: Name, systems: Readonly<Record<string, string>>): Parameter => ({
  type: 'token',
  text,
  conditionOf(values) {
    const one = (value: string): Condition => {
      const [uri, code] = system(value)
      if (uri === null) return { field, among: [code] }
      return {
        field: systemField,
        among: [uri, ...Object.keys(systems).filter((own) => systems[own] === uri)].map((own) => `${own}|${code}`),
      }
    }
    return { any: values.map(one) }
  },
})

/** A code or identifier of one system, which may stand before it. */
export const token = (field: string, text: Name, uri: string, store: (value: string) => string = (value) => value): Parameter => ({
  type: 'token',
  text,
  conditionOf: (values) => ({
    field,
    among: values.flatMap((value) => {
      const [asked, code] = system(value)
      return asked === null || asked === uri ? [store(code)] : []
    }),
  }),
})

/** A name in characters, pinyin or initials: what begins a part of it. */
export const words = (field: string, text: Name): Parameter => ({
  type: 'string',
  text,
  conditionOf(values) {
    const asked = values.map(normalise).filter(Boolean)
    return asked.length === 0 ? null : { any: asked.map((begins) => ({ field, begins })) }
  },
})

/** A date or a moment with its prefix. */
export const date = (field: string, text: Name, kind: 'instant' | 'day' = 'instant'): Parameter => ({
  type: 'date',
  text,
  conditionOf(values) {
    const ranges = values.map((value) => rangeOf(value, kind))
    return ranges.some((range) => range === null) ? null : { any: ranges.flatMap((range) => (range ? [{ field, ...range }] : [])) }
  },
})

const idIn = (value: string): string => value.split('/').at(-1) ?? ''

/** A reference by `Type/id`, an address of this door, or the bare id; a row about a person is found by its own half of the id. */
export const reference = (field: string, text: Name, target: readonly ResourceType[]): Parameter => ({
  type: 'reference',
  text,
  target,
  conditionOf(values) {
    const ids = values.map((value) => readBoundId(idIn(value))?.rowId ?? idIn(value))
    const wrongType = values.some((value) => value.includes('/') && !target.includes(value.split('/').at(-2) as ResourceType))
    return wrongType || !ids.every(isUuid) ? null : { field, among: ids }
  },
})

/** Whose rows are asked for. */
export const person = (text: Name): Parameter => ({
  type: 'reference',
  text,
  target: ['Patient'],
  person: true,
  conditionOf(values) {
    const ids = values.map(idIn)
    const wrongType = values.some((value) => value.includes('/') && value.split('/').at(-2) !== 'Patient')
    return wrongType || !ids.every(isUuid) ? null : { field: 'person', among: ids }
  },
})
