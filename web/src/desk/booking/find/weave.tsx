import type { CSSProperties } from 'react'
import type { FindPromisesAnswer } from '../../../client/operations'
import { timeOf } from '../../../parts/moment'
import { useBilingual, useWords } from '../../../words/use-words'
import { barIn, freeSince, windowOf } from './weave.order'

type Props = { readonly promise: FindPromisesAnswer['items'][number]; readonly lanes: FindPromisesAnswer['lanes'] }

/** A lane per resource: hatched is taken, tinted is free, solid is this option. It answers why not earlier, with its sentence. */
export function Weave({ promise, lanes }: Props) {
  const words = useWords().booking
  const pick = useBilingual()
  const { startsAt, endsAt, zone, resources } = promise
  const shown = resources.flatMap(({ id, name }) => {
    const lane = lanes.find(({ resourceId }) => resourceId === id)
    return lane ? [{ id, name: pick(name), lane, since: freeSince(lane, startsAt) }] : []
  })
  const window = windowOf(promise, lanes)
  const binding = shown.filter(({ since }) => since === startsAt)
  const sentence =
    binding.length > 0 && binding[0]?.lane.openings.some(({ from }) => from === startsAt)
      ? words.firstOfDay(binding[0].name, timeOf(startsAt, zone))
      : [...shown.map(({ name, since }) => words.freeFrom(name, timeOf(since, zone))), words.firstCommon(timeOf(startsAt, zone))].join('；')
  return (
    <figure className="weave">
      <figcaption className="note cap">
        <b>{words.whyNotEarlier}</b> <span>{sentence}</span>
      </figcaption>
      <div className="lanes" aria-hidden="true">
        {shown.map(({ id, name, lane }) => (
          <div className="lane" key={id}>
            <span>{name}</span>
            <div className="track">
              {lane.busy.map((span) => (
                <Part key={span.from} window={window} span={span} />
              ))}
              <Part window={window} span={{ from: startsAt, until: endsAt }} ours />
            </div>
          </div>
        ))}
      </div>
      <div className="axis num" aria-hidden="true">
        <span />
        <span>{timeOf(window.from, zone)}</span>
        <span>{timeOf(window.until, zone)}</span>
      </div>
    </figure>
  )
}

function Part({
  window,
  span,
  ours = false,
}: {
  window: { from: string; until: string }
  span: { from: string; until: string }
  ours?: boolean
}) {
  const bar = barIn(window, span)
  return bar && <i className={ours ? 'us' : undefined} style={{ '--a': bar.from, '--b': bar.until } as CSSProperties} />
}
