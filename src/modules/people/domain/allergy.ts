/** Said in so many words: no allergy is known. SNOMED CT, "No known allergy". */
export const noKnownAllergy = { system: 'http://snomed.info/sct', code: '716186003' } as const

type Said = { readonly code: { readonly code: string } | null }
type Allergies<One> = { readonly items: One[]; readonly noneKnown: boolean }

/** The allergies among what is said of them. No item and not `noneKnown`: nobody has recorded anything, which is not the same. */
export function readAllergies<One extends Said>(said: readonly One[]): Allergies<One> {
  const items = said.filter(({ code }) => code?.code !== noKnownAllergy.code)
  return { items, noneKnown: items.length === 0 && said.length > 0 }
}
