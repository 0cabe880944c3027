type Text = string | undefined

/** Reads texts out of an address; what is not a text, or does not fit, becomes absent. */
export function readTexts<const Name extends string>(
  search: Record<string, unknown>,
  names: readonly Name[],
  fits: (name: Name, text: string) => boolean = () => true,
): { [Key in Name]?: string } {
  const entries = names.flatMap((name): [Name, string][] => {
    const value = search[name]
    const text: Text = typeof value === 'string' ? value : undefined
    return text !== undefined && text !== '' && fits(name, text) ? [[name, text]] : []
  })
  return Object.fromEntries(entries) as { [Key in Name]?: string }
}
