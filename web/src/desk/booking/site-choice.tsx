import { useQuery } from '@tanstack/react-query'
import { useBilingual, useWords } from '../../words/use-words'
import { sites } from './queue.data'

type Props = { readonly value: string | undefined; readonly choose: (siteId: string) => void }

/** Which site; it stays in the address. */
export function SiteChoice({ value, choose }: Props) {
  const words = useWords().queue
  const pick = useBilingual()
  const { data } = useQuery(sites())
  return (
    <label className="field">
      <span>{words.site}</span>
      <select value={value ?? ''} onChange={(event) => choose(event.target.value)}>
        <option value="" disabled>
          {words.chooseSite}
        </option>
        {data?.items.map(({ id, name }) => (
          <option key={id} value={id}>
            {pick(name)}
          </option>
        ))}
      </select>
    </label>
  )
}

/** The site of the address, else the first of the acting institution's own, else the first there is. */
export function useSite(asked: string | undefined, institutionId: string | null | undefined): string | undefined {
  const { data } = useQuery(sites())
  if (asked) return asked
  return (data?.items.find((site) => site.institutionId === institutionId) ?? data?.items[0])?.id
}
