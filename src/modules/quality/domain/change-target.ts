import type { Name } from '../../../kernel/result.ts'
import { ok } from '../../../kernel/result.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import { refuse } from '../refusals.ts'
import type { Indicator } from './indicator.ts'
import { isAsGood, type Target, wantedOn } from './target.ts'

const words = { floor: { zh: '底线', en: 'floor' }, target: { zh: '目标', en: 'target' } } as const satisfies Record<string, Name>

/** Whether this may be wanted from its day on, with all that was wanted before. */
export function checkTarget({ better, definition }: Indicator, before: readonly Target[], wanted: Target, today: PlainDate) {
  const { floor, target, siteId, validFrom } = wanted
  const most = definition.numerator.of === 'share' ? 100 : Number.POSITIVE_INFINITY
  if ([floor, target].some((value) => value !== null && (value < 0 || value > most))) return refuse('quality.value-out-of-range')
  if (validFrom < today && before.some((one) => one.siteId === siteId))
    return refuse('quality.target-rewrites-past', { day: validFrom, today })
  if (siteId !== null) {
    const { floor: least } = wantedOn(before, better, null, validFrom)
    for (const what of ['floor', 'target'] as const) {
      const value = wanted[what]
      if (value !== null && least !== null && !isAsGood(better, value, least))
        return refuse('quality.addition-looser', { what: words[what], value, floor: least })
    }
  }
  if (floor !== null && target !== null && !isAsGood(better, target, floor)) return refuse('quality.target-below-floor', { target, floor })
  return ok(null)
}
