/** What was written into a field of a form; undefined: nothing. */
export const textOf = (form: FormData, name: string): string | undefined => String(form.get(name) ?? '').trim() || undefined
