import type { Specialty } from '../../network/index.ts'
import { findWords, patternsOf, plainText } from './complaint.ts'
import { type Facts, isBeyond } from './facts.ts'
import { bySeverity, goesNow, type Level, mostSevere } from './level.ts'
import { type Match, matchRows } from './match.ts'
import { type RedFlag, type RedFlagKey, redFlagKeys, redFlags } from './red-flags.ts'
import type { RuleSet } from './rule-set.ts'
import { type RowKey, type SymptomRow, symptomRows, unknownRow } from './symptom-rows.ts'
import { type Ground, groundsOfVitalSigns, type Judgement, judgementOf } from './vital-signs.ts'

type Words = { readonly zh: string; readonly en: string }

export type FoundFlag = { readonly redFlag: RedFlagKey; readonly level: Level; readonly sign: Words }

/** What is suggested, with all that speaks for it. The doctor's decision stands beside it, never in its place. */
export type Suggestion = {
  readonly ruleVersion: string
  readonly level: Level
  readonly responseMinutes: number
  /** What asks for a level, the most severe first. */
  readonly grounds: readonly Ground[]
  /** Symptoms that were recognised, and by which words. */
  readonly symptoms: readonly { readonly name: Words; readonly because: readonly string[] }[]
  /** The best first. */
  readonly specialties: readonly Specialty[]
  readonly redFlags: readonly FoundFlag[]
  readonly vitalSigns: Judgement
}
export type Question = { readonly redFlag: RedFlagKey } & Words
export type Assessed = { readonly suggestion: Suggestion; readonly questions: readonly Question[] }

const flagOf = (key: RedFlagKey): RedFlag => redFlags[key]
const saidPatterns = new Map(redFlagKeys.map((key) => [key, patternsOf(flagOf(key).said ?? { zh: '', en: '' })]))

/** Women who may be pregnant, by age; who has no recorded sex is asked too. */
const fertileMonths = { from: 11 * 12, until: 56 * 12 }

function concerns({ only = {} }: RedFlag, { ageMonths, sex }: Facts): boolean {
  if (only.youngerThanMonths !== undefined && ageMonths >= only.youngerThanMonths) return false
  return !only.women || (sex !== 'male' && ageMonths >= fertileMonths.from && ageMonths < fertileMonths.until)
}

/** From a complaint, vital signs and answers to a level, specialties and what is still worth asking (domain.md 7.1, 7.4). */
export function assess(rules: RuleSet, facts: Facts): Assessed {
  const matches = matchRows(facts)
  const asked = flagsOf(matches).filter((key) => concerns(flagOf(key), facts))
  const said = saidFlags(facts)
  const measured = asked.filter((key) => flagOf(key).measured?.some((bound) => isBeyond(facts.vitalSigns, bound)))
  const answered = redFlagKeys.filter((key) => facts.answers[key] === true)
  const certain = [...measured, ...answered]
  const found = redFlagKeys
    .filter((key) => certain.includes(key) || said.includes(key))
    .map((key): FoundFlag => ({ redFlag: key, level: flagOf(key).level, sign: flagOf(key).sign }))
    .toSorted((one, other) => bySeverity(one.level, other.level) || (one.redFlag < other.redFlag ? -1 : 1))
  const grounds = [
    ...found.map(({ level, sign }): Ground => ({ level, ...sign })),
    ...groundsOfVitalSigns(rules, facts.ageMonths, facts.vitalSigns),
    ...(matches.length > 0 ? matches.map(({ row }) => groundOfRow(symptomRows[row])) : [groundOfRow(unknownRow)]),
  ].toSorted((one, other) => bySeverity(one.level, other.level) || (one.en < other.en ? -1 : 1))
  const level = mostSevere(grounds.map((ground) => ground.level))
  const suggestion: Suggestion = {
    ruleVersion: rules.version,
    level,
    responseMinutes: rules.responseMinutes[level],
    grounds,
    symptoms: matches.map(({ row, because }) => ({ name: symptomRows[row].name, because })),
    specialties: rankSpecialties(matches, level),
    redFlags: found,
    vitalSigns: judgementOf(rules, facts.ageMonths, facts.vitalSigns),
  }
  return { suggestion, questions: certain.length > 0 ? [] : questionsOf(rules, facts, said, asked) }
}

const groundOfRow = ({ level, name }: Pick<SymptomRow, 'level' | 'name'>): Ground => ({ level, ...name })

/** Red flags of the rows that fit, the most severe first, then those of the strongest row. */
function flagsOf(matches: readonly Match[]): RedFlagKey[] {
  const strength = new Map<RowKey | 'any', number>(matches.map(({ row, points }) => [row, points]))
  if (matches.length === 0) strength.set('any', 1)
  const strongest = (key: RedFlagKey) => Math.max(0, ...flagOf(key).rows.map((row) => strength.get(row) ?? 0))
  return redFlagKeys
    .filter((key) => strongest(key) > 0)
    .toSorted(
      (one, other) => bySeverity(flagOf(one).level, flagOf(other).level) || strongest(other) - strongest(one) || (one < other ? -1 : 1),
    )
}

/** Red flags that the complaint says by itself, unless the person has answered that it is not so. */
function saidFlags(facts: Facts): RedFlagKey[] {
  const text = plainText(facts.complaint)
  return redFlagKeys.filter(
    (key) => facts.answers[key] !== false && concerns(flagOf(key), facts) && findWords(saidPatterns.get(key) ?? [], text).length > 0,
  )
}

/** What is still worth asking: first what the complaint seems to say, then the red flags of its rows. */
function questionsOf(rules: RuleSet, facts: Facts, said: readonly RedFlagKey[], asked: readonly RedFlagKey[]): Question[] {
  return [...new Set([...said, ...asked])]
    .flatMap((key): Question[] => {
      const { question } = flagOf(key)
      return question ? [{ redFlag: key, ...question }] : []
    })
    .slice(0, rules.questionsAtMost)
    .filter(({ redFlag }) => facts.answers[redFlag] === undefined)
}

/** The first specialty of a row gets its points, the others a third of them; equal ones by name. Who must go now goes to an emergency department. */
function rankSpecialties(matches: readonly Match[], level: Level): Specialty[] {
  const points = new Map<Specialty, number>(goesNow(level) ? [['emergency-medicine', Number.POSITIVE_INFINITY]] : [])
  if (matches.length === 0) return [...points.keys(), ...unknownRow.specialties]
  for (const { row, points: strength } of matches)
    for (const [place, specialty] of symptomRows[row].specialties.entries())
      points.set(specialty, (points.get(specialty) ?? 0) + (place === 0 ? strength : strength / 3))
  return [...points].toSorted(([one, first], [other, second]) => second - first || (one < other ? -1 : 1)).map(([specialty]) => specialty)
}
