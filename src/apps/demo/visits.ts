import { assert, present } from '../../kernel/assert.ts'
import { type PlainDate, plusDays } from '../../kernel/time.ts'
import type { NewPerson } from './names.ts'
import type { NetworkPlan } from './plan.ts'
import type { Random } from './random.ts'

/** Draws who books what in the coming seven days, each person once while there are enough; never the first person, who is the patient of the login. */
export function planVisits(
  random: Random,
  people: readonly NewPerson[],
  bookings: Readonly<Record<string, number>>,
  today: PlainDate,
): NetworkPlan['visits'] {
  const isChild = ({ birthDate }: NewPerson) => birthDate > plusDays(today, -14 * 365)
  const suits = (offering: string, person: NewPerson) =>
    /^(paediatrics|child)/.test(offering) ? isChild(person) : !isChild(person) && (!offering.startsWith('gynae') || person.sex === 'female')
  const waiting = random.shuffle(people.map((_, place) => place).slice(1))
  return Object.entries(bookings).flatMap(([offering, count]) =>
    Array.from({ length: count }, () => {
      const place = waiting.findIndex((person) => suits(offering, present(people[person], 'a person')))
      const [person] = waiting.splice(place, 1)
      assert(place >= 0, `somebody is left for ${offering}`)
      return { person: present(person, 'a person'), offering, day: random.integer(1, 7) }
    }),
  )
}
