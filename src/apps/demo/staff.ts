import { present } from '../../kernel/assert.ts'
import { type PlainDate, plusDays } from '../../kernel/time.ts'
import type { Title } from '../../modules/network/index.ts'
import { practitionerLicence } from './licence.ts'
import { drawPractitionerNames, latinName, type Name } from './names.ts'
import type { Filing, PlannedPractitioner } from './plan.ts'
import type { Random } from './random.ts'
import { rotaOf, type Weeks } from './week.ts'

/** One expert as a line a person can check. */
export type ExpertLine = {
  /** In Chinese, or whole with the licence of somebody whom another network has too. */
  readonly name: string | { readonly name: Name; readonly licence: string }
  readonly specialty: string
  readonly title: Title
  readonly main: string
  readonly filed: readonly string[]
  readonly weeks: Weeks
  /** Days from today to the end of a filing, where it is not about a year. */
  readonly ends?: Readonly<Record<string, number>>
  readonly leave?: readonly { readonly from: number; readonly until: number; readonly reason: Name }[]
}

/** A team: one expert for each letter of `titles` (chief, associate chief, attending), whose weeks go round; names are drawn. */
export type TeamLine = {
  readonly main: string
  readonly specialty: string
  readonly titles: string
  readonly filed?: readonly string[]
  readonly weeks: readonly Weeks[]
}

const titleOf: Record<string, Title> = { C: 'chief', A: 'associate-chief', T: 'attending' }

type Staff = {
  readonly named: readonly ExpertLine[]
  readonly teams: readonly TeamLine[]
  /** Names of practitioners of other networks. */
  readonly taken?: readonly string[]
  /** Their licences are numbered from here. */
  readonly licencesFrom: number
}

export function planStaff(random: Random, { named, teams, taken = [], licencesFrom }: Staff, today: PlainDate): PlannedPractitioner[] {
  const drawn = teams.flatMap(({ main, specialty, titles, filed = [], weeks }) =>
    [...titles].map((letter, place) => ({
      specialty,
      title: present(titleOf[letter], 'a title'),
      main,
      filed,
      weeks: present(weeks[place % weeks.length], 'weeks'),
    })),
  )
  const known = named.map(({ name }) => (typeof name === 'string' ? name : name.name.zh))
  const names = drawPractitionerNames(random, drawn.length, [...known, ...taken])
  const lines: ExpertLine[] = [...named, ...drawn.map((line, place) => ({ ...line, name: present(names[place], 'a name').zh }))]
  return lines.map((line, place) => planPractitioner(random, line, licencesFrom + place, today))
}

function planPractitioner(random: Random, line: ExpertLine, licence: number, today: PlainDate): PlannedPractitioner {
  const { name, specialty, title, main, filed, weeks, ends = {}, leave = [] } = line
  const filings = filed.map((institution): Filing => {
    // One filing in ten ends within 60 days.
    const days = ends[institution] ?? (random.integer(1, 10) === 1 ? random.integer(15, 59) : random.integer(120, 340))
    return { institution, validFrom: plusDays(today, days - 365), validUntil: plusDays(today, days) }
  })
  return {
    ...(typeof name === 'string'
      ? { name: { zh: name, en: latinName(name) }, licence: practitionerLicence(licence) }
      : { name: name.name, licence: name.licence }),
    specialty,
    title,
    main,
    filings,
    rota: rotaOf(weeks),
    leave: leave.map(({ from, until, reason }) => ({ from: plusDays(today, from), until: plusDays(today, until), reason })),
  }
}
