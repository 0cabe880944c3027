import { enums } from '../../client/enums'

/** What one of the 18 core systems is called; null: none. */
export const coreSystemOf = (number: number | null): { readonly zh: string; readonly en: string } | null =>
  (number !== null && enums.coreSystem[String(number) as keyof typeof enums.coreSystem]) || null
