import type { Refusal } from '../wire/send'
import { useBilingual, useWords } from '../words/use-words'
import { Icon } from './icon'

/** The sentence of a refusal in the reader's language, with its details filled in. */
export function useRefusalSentence(): (refusal: Refusal) => string {
  const pick = useBilingual()
  const { refusals } = useWords()
  return ({ code, details }) =>
    refusals[code].replace(/\{([^}]+)\}/g, (slot, name: string) => {
      const detail = details[name] ?? slot
      return typeof detail === 'object' ? pick(detail) : String(detail)
    })
}

type Props = { readonly refusal: Refusal | null; readonly unsent?: boolean; readonly id?: string }

/** Why something was not done, at its place; it stays until the next try. */
export function RefusalNote({ refusal, unsent = false, id }: Props) {
  const sentence = useRefusalSentence()
  const words = useWords().shell
  if (!refusal && !unsent) return null
  return (
    <p className="refusal" role="alert" id={id}>
      <Icon name="warning" />
      <span>{refusal ? sentence(refusal) : words.unsent}</span>
    </p>
  )
}
