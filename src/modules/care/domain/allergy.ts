import { normalise } from '../../../kernel/name.ts'
import type { Name } from '../../../kernel/result.ts'
import { noKnownAllergy } from '../../people/index.ts'

export const severities = ['mild', 'moderate', 'severe'] as const
/** The substance that says: asked, and nothing is known. */
export const noneKnown = 'none-known'

/** What is known of an allergy, wherever it was written down. */
export type KnownAllergy = {
  readonly code: { readonly system: string; readonly code: string } | null
  readonly name: { readonly zh: string | null; readonly en: string | null }
}
/** A drug and the substances by which an allergy forbids it. */
export type DrugSubstances = {
  readonly code: string
  readonly name: Name
  readonly substances: readonly { readonly code: string; readonly name: Name }[]
}

/** Whether a fact says, in people's code for it, that nothing is known. */
export const isNoneKnown = ({ code }: KnownAllergy): boolean => code?.code === noKnownAllergy.code

/** The first known allergy that speaks against a drug: by code, or where its words name the drug or a substance of it. */
export function allergyAgainst(drug: DrugSubstances, allergies: readonly KnownAllergy[]): KnownAllergy | undefined {
  const words = [drug.name, ...drug.substances.map(({ name }) => name)].flatMap(({ zh, en }) => [normalise(zh), normalise(en)])
  return allergies
    .filter((allergy) => !isNoneKnown(allergy))
    .find(({ code, name }) => {
      if (code?.system === 'drug' && code.code === drug.code) return true
      if (code?.system === 'substance' && drug.substances.some((substance) => substance.code === code.code)) return true
      const said = [name.zh, name.en].filter((text): text is string => text !== null).map(normalise)
      return said.some((text) => words.some((word) => text.includes(word) || (text.length >= 2 && word.includes(text))))
    })
}
