import { Link } from '@tanstack/react-router'
import { Icon } from '../../parts/icon'
import { useWords } from '../../words/use-words'

type Props = { readonly person: string | undefined }

/** The six ways from home. */
export function Tiles({ person }: Props) {
  const { bill, booking, care, people, shell, triage } = useWords()
  return (
    <nav className="tiles" aria-label={shell.navigation}>
      <Link to="/describe" search={{ person }}>
        <Icon name="chat" large />
        <span>{triage.describe}</span>
      </Link>
      <Link to="/book" search={{ person }}>
        <Icon name="calendar" large />
        <span>{shell.book}</span>
      </Link>
      <Link to="/visits" search={{ person }}>
        <Icon name="queue" large />
        <span>{booking.seeVisits}</span>
      </Link>
      <Link to="/results" search={{ person }}>
        <Icon name="flask" large />
        <span>{care.myResults}</span>
      </Link>
      <Link to="/bills" search={{ person }}>
        <Icon name="money" large />
        <span>{bill.bills}</span>
      </Link>
      <Link to="/family">
        <Icon name="family" large />
        <span>{people.familyTitle}</span>
      </Link>
    </nav>
  )
}

/** What one reads, rather than does. */
export function ReadLines({ person }: Props) {
  const { people, portrait } = useWords()
  return (
    <section className="sheet flush">
      <ul className="lines">
        <li>
          <Link className="row" to="/record" search={{ person }}>
            <Icon name="document" large />
            <span className="grow">{portrait.title}</span>
            <Icon name="right" />
          </Link>
        </li>
        <li>
          <Link className="row" to="/who-saw" search={{ person }}>
            <Icon name="eye" large />
            <span className="grow">{people.whoSawTitle}</span>
            <Icon name="right" />
          </Link>
        </li>
        <li>
          <Link className="row" to="/consent">
            <Icon name="contract" large />
            <span className="grow">{people.consents}</span>
            <Icon name="right" />
          </Link>
        </li>
      </ul>
    </section>
  )
}
