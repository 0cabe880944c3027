import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { ListNormsAnswer } from '../../../client/operations'
import { Answer, Empty } from '../../../parts/answer'
import { StatusMark } from '../../../parts/status-mark'
import { useRowKeys } from '../../../parts/use-keys'
import { useLive } from '../../../wire/live'
import { useMay } from '../../../wire/session'
import { useBilingual, useWords } from '../../../words/use-words'
import { NormPane } from './norm-pane'
import { norms } from './norms.data'

type Norm = ListNormsAnswer['items'][number]

/** What has to be done, and who has read it. */
export function NormsScreen() {
  const words = useWords().loop
  const view = useSearch({ from: '/shell/norms' })
  const navigate = useNavigate({ from: '/norms' })
  const list = useLive(norms())
  const mayPublish = useMay('quality.norm.publish')
  const items = list.data?.items ?? []
  const asked = items.find(({ ownId }) => ownId === view.asked)?.id
  const chosen = view.norm ?? asked ?? items[0]?.id
  const choose = (norm: string) => void navigate({ search: { norm } })
  useRowKeys(
    items.map(({ id }) => id),
    chosen,
    choose,
  )
  return (
    <div className="split-view loop">
      <div className="col">
        <div className="head">
          <h1>{words.normsTitle}</h1>
          {mayPublish && (
            <span className="end">
              <Link className="btn" to="/norms/publish" search={{}}>
                {words.newNorm}
              </Link>
            </span>
          )}
        </div>
        <div className="grow">
          <Answer of={list}>
            {() =>
              items.length === 0 ? (
                <Empty title={words.noNorms} hint={words.noNormsHint} />
              ) : (
                <NormsTable items={items} chosen={chosen} choose={choose} />
              )
            }
          </Answer>
        </div>
      </div>
      {chosen ? (
        <NormPane key={`${chosen} ${view.version}`} normId={chosen} number={view.version ? Number(view.version) : undefined} />
      ) : (
        <div>
          <Empty title={words.chooseNorm} hint={words.chooseNormHint} />
        </div>
      )}
    </div>
  )
}

type TableProps = { readonly items: readonly Norm[]; readonly chosen: string | undefined; readonly choose: (id: string) => void }

function NormsTable({ items, chosen, choose }: TableProps) {
  const words = useWords().loop
  const pick = useBilingual()
  return (
    <table className="grid">
      <caption className="sr">{words.norms}</caption>
      <thead>
        <tr>
          <th>{words.norm}</th>
          <th>{words.issuer}</th>
          <th>{words.state}</th>
          <th className="r">{words.read}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ id, code, number, title, issuer, own, confirmed, sent }) => (
          <tr key={id} className={id === chosen ? 'on' : undefined}>
            <th scope="row">
              <button type="button" className="text" onClick={() => choose(id)}>
                {pick(title)}
              </button>{' '}
              <small className="note num">
                {code} · {words.version(number)}
              </small>
            </th>
            <td>{pick(issuer)}</td>
            <td>{own && <StatusMark of="normConfirmation" value={own} />}</td>
            <td className="r num">{sent > 0 && words.confirmed(confirmed, sent)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
