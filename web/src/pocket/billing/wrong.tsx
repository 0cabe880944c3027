import { Icon } from '../../parts/icon'
import { useWords } from '../../words/use-words'

/** Whom to ask when the sum looks wrong. */
export function Wrong({ number }: { number: string }) {
  const words = useWords().bill
  return (
    <details className="fold">
      <summary>
        <Icon name="flag" large />
        <span className="grow">
          {words.wrong}
          <small>{words.wrongHint}</small>
        </span>
        <Icon name="down" />
      </summary>
      <p className="num">{words.wrongHow(number)}</p>
    </details>
  )
}
