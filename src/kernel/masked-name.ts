/** A name as others may read it: of two characters the first, of more the first and the last; a compound surname is no exception. */
export function maskName(name: string): string {
  const characters = [...name.trim()]
  const [first = ''] = characters
  if (characters.length < 2) return '*'
  return characters.length === 2 ? `${first}*` : `${first}${'*'.repeat(Math.min(characters.length - 2, 2))}${characters.at(-1)}`
}
