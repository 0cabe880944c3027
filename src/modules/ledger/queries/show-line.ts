import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { refuse } from '../../../platform/refusals.ts'
import { explain, namedIn } from '../domain/explain.ts'
import { findReader } from '../reader.ts'
import { findLine, nameParties } from '../store/statement.ts'
import { network } from './list-statements.ts'
import { viewOfExplanation, whyView } from './views.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const shortNumber = /^(.+)\.(\d{1,7})$/

/** Why a line of a statement is what it is: payments, charges, each agreement that divides, all from what was kept. */
export const showLine = defineQuery({
  name: 'ledger.show-line',
  zh: '为什么是这个金额',
  en: 'Why a line is what it is',
  permission: 'ledger.own-statement.read',
  network,
  input: T.Object({ lineId: T.String({ minLength: 3, maxLength: 80, description: 'its id, or its number `S-MALL-20261130-0007.12`' }) }),
  output: whyView,
  refusals: ['platform.not-found'],
  async run(work, { lineId }) {
    const by = readNumber(lineId)
    const reader = await findReader(work)
    const line = by && (await findLine(work, reader, by))
    if (!line) return refuse('platform.not-found')
    const { id, place, maskedName, name, serviceDate, happenedAt, collectedFen, amountFen, partyId, evidence } = line
    const names = await nameParties(work, [partyId, ...namedIn(evidence)])
    const { zh = '', en = '' } = names.get(partyId) ?? {}
    return ok({
      line: {
        ...{ id, place, maskedName, name, serviceDate, happenedAt },
        ...{ collectedFen: Number(collectedFen), amountFen: Number(amountFen) },
      },
      number: `${line.number}.${place}`,
      party: { id: partyId, name: { zh, en } },
      isOwn: reader.partyIds.includes(partyId),
      ...viewOfExplanation(explain(line, reader, names)),
    })
  },
})

function readNumber(text: string): { id: string } | { number: string; place: number } | null {
  if (uuid.test(text)) return { id: text }
  const [, number, place] = shortNumber.exec(text) ?? []
  return number && place ? { number, place: Number(place) } : null
}
