import { Link } from '@tanstack/react-router'
import { Empty } from '../../parts/answer'
import { useWords } from '../../words/use-words'

export function MissingPage() {
  const words = useWords().shell
  return (
    <Empty title={words.notFoundTitle} hint={words.notFound}>
      <Link className="btn" to="/">
        {words.backHome}
      </Link>
    </Empty>
  )
}
