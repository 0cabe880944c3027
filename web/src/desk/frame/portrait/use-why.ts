import { enums } from '../../../client/enums'
import { dateOf } from '../../../parts/moment'
import { useBilingual, useWords } from '../../../words/use-words'
import type { KnownFact, Portrait } from './reads'

/** Why a fact may be seen, in words; a reason that ends says when. */
export function useWhy({ whyVisible, visibleUntil }: Pick<Portrait, 'whyVisible' | 'visibleUntil'>): (why: KnownFact['why']) => string {
  const words = useWords().portrait
  const pick = useBilingual()
  return (why) => {
    const reason = pick(enums.sightReason[why])
    return why === whyVisible && visibleUntil ? words.untilDay(reason, dateOf(visibleUntil)) : reason
  }
}
