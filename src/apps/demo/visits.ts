import { assert, present } from '../../kernel/assert.ts'
import { type PlainDate, plusDays, weekdayOf } from '../../kernel/time.ts'
import type { NewPerson } from './names.ts'
import type { NetworkPlan } from './plan.ts'
import type { Random } from './random.ts'

/** Draws who books what today and in the coming week but on Sunday, each person once, every third today; never the first person, who is the patient of the login. */
export function planVisits(
  random: Random,
  people: readonly NewPerson[],
  bookings: Readonly<Record<string, number>>,
  today: PlainDate,
): NetworkPlan['visits'] {
  const bornSince = (years: number) => plusDays(today, -years * 365)
  const isChild = ({ birthDate }: NewPerson) => birthDate > bornSince(14)
  const isFertile = ({ sex, birthDate }: NewPerson) => sex === 'female' && birthDate < bornSince(18) && birthDate > bornSince(46)
  const suits = (offering: string, person: NewPerson) => {
    if (/^(paediatrics|child)/.test(offering)) return isChild(person)
    if (/^(obstetrics|maternal)/.test(offering)) return isFertile(person)
    return !isChild(person) && (!offering.startsWith('gynae') || person.sex === 'female')
  }
  const days = [0, 0, 0, 1, 2, 3, 4, 5, 6].filter((day) => weekdayOf(plusDays(today, day)) !== 7)
  const waiting = random.shuffle(people.map((_, place) => place).slice(1))
  return Object.entries(bookings).flatMap(([offering, count]) =>
    Array.from({ length: count }, () => {
      const place = waiting.findIndex((person) => suits(offering, present(people[person], 'a person')))
      assert(place >= 0, `somebody is left for ${offering}`)
      const [person] = waiting.splice(place, 1)
      return { person: present(person, 'a person'), offering, day: random.pick(days) }
    }),
  )
}
