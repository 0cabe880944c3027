import { useWords } from '../../../words/use-words'
import type { Choice } from './inputs'

const serviceRoles = ['host', 'expert', 'device', 'practitioner'] as const

/** The roles that can stand somewhere: those of the agreement by their own name, those of a service in words. */
export function useRoleChoices(roles: readonly string[]) {
  const { agreements: words, shell } = useWords()
  const own: Choice[] = roles.map((role) => ({ value: role, label: role }))
  const filled: Choice[] = serviceRoles.map((role) => ({ value: role, label: words[role] }))
  const receivers = [...own, ...filled]
  return {
    own,
    receivers,
    sources: [{ value: 'base', label: words.base }, ...receivers.filter(({ value }) => value !== 'practitioner')],
    divides: [{ value: 'bill', label: words.bill }, ...roles.map((role) => ({ value: role, label: words.holdingOf(role) }))],
    orAnybody: [{ value: '', label: shell.any }, ...own],
    orNobody: [{ value: '', label: words.noOne }, ...own],
  }
}
