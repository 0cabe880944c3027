import { enums } from '../client/enums'
import { useBilingual } from '../words/use-words'

type Words = { readonly zh: string; readonly en: string }

/** What a specialty, or a kind of room or device, is called; one that has no words goes by its code. */
export function useKind(): (kind: string) => string {
  const pick = useBilingual()
  const known: Readonly<Record<string, Words>> = { ...enums.placeKind, ...enums.specialty }
  return (kind) => (known[kind] ? pick(known[kind]) : kind)
}
