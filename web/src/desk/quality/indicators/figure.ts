import { useBilingual } from '../../../words/use-words'

type Measured = { readonly unit: { readonly zh: string; readonly en: string }; readonly digits: number }

/** A value with so many digits, without its unit; null: there was nothing to count. */
export const figureOf = (value: number | null, digits: number): string => (value === null ? '—' : value.toFixed(digits))

/** What is wanted as it was entered: no digits are added. */
export const wantedOf = (value: number | null, none: string): string => (value === null ? none : String(value))

/** Writes a value with its unit in the reader's language. */
export function useFigure({ unit, digits }: Measured): (value: number | null) => string {
  const pick = useBilingual()
  const text = pick(unit)
  return (value) => (value === null ? figureOf(value, digits) : `${figureOf(value, digits)}${text === '%' ? '' : ' '}${text}`)
}
