import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, idOf, plainDate, words } from '../../../platform/operation/schema.ts'
import { periodKinds } from '../domain/periods.ts'
import { findIndicators } from '../store/indicator.ts'
import { tally } from '../store/tally.ts'
import { findTargets } from '../store/target.ts'
import { askedInput, askedRefusals, findAsked, network } from './asked.ts'
import { indicatorView, viewOfIndicator } from './indicator-view.ts'

/** Where a network, an institution or a site stands: every indicator with its value, judgement and trend of twelve periods. */
export const listIndicators = defineQuery({
  name: 'quality.list-indicators',
  zh: '质量指标',
  en: 'Indicators',
  permission: 'quality.indicator.read',
  network,
  input: T.Object(askedInput),
  output: T.Object({
    networkId: idOf('network'),
    networks: T.Array(T.Object({ id: idOf('network'), code: T.String() })),
    period: words(periodKinds, 'periodKind'),
    first: plainDate,
    last: plainDate,
    today: plainDate,
    /** What the reader may look at on its own. */
    institutions: T.Array(T.Object({ id: idOf('institution'), name: bilingual })),
    sites: T.Array(T.Object({ id: idOf('site'), name: bilingual })),
    items: T.Array(T.Object(indicatorView)),
  }),
  refusals: [...askedRefusals],
  async run(work, input) {
    const found = await findAsked(work, input)
    if (!found.ok) return found
    const asked = found.value
    const { kind, periods, current, scope, today, networks, institutions, sites } = asked
    const indicators = await findIndicators(work, current.last)
    const rows = await tally(work, indicators, { periods, scope, bySite: false })
    const targets = await findTargets(work, asked.network.id, null)
    return ok({
      networkId: asked.network.id,
      networks: networks.map(({ id, code }) => ({ id, code })),
      period: kind,
      first: current.first,
      last: current.last,
      today,
      institutions: [...institutions],
      sites: sites.map(({ id, name }) => ({ id, name })),
      items: indicators.map((indicator) =>
        viewOfIndicator(
          indicator,
          rows.filter(({ code }) => code === indicator.code),
          targets.filter(({ indicatorCode }) => indicatorCode === indicator.code),
          asked,
        ),
      ),
    })
  },
})
