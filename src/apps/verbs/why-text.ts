import type { Static } from 'typebox'
import { yuan } from '../../kernel/money.ts'
import { dateIn, defaultZone } from '../../kernel/time.ts'
import type { whyView } from '../../modules/ledger/index.ts'

export type Language = 'zh' | 'en'
type Why = Static<typeof whyView>
type Row = { readonly text: string; readonly note?: string; readonly amountFen: number; readonly mark?: string }

const words = {
  zh: {
    why: '为什么是',
    payments: '付款',
    charges: '收费',
    charged: (list: string, discount: string) => `标价 ${list}，折扣 ${discount}`,
    host: '没有协议分这笔账单，归接诊机构',
    version: (number: number) => `第 ${number} 版`,
    from: (party: string) => `分 ${party} 所得`,
    use: (party: string) => `使用费，由 ${party} 付`,
    kept: '留下',
    aside: '先划出',
    rest: '其余部分',
    others: '其他各方',
    result: '结果',
    adds: '✓ 每步合计相符',
    wrong: '✗ 合计不相符，请联系运营方',
  },
  en: {
    why: 'Why',
    payments: 'Payments',
    charges: 'Charges',
    charged: (list: string, discount: string) => `list ${list}, discount ${discount}`,
    host: 'No agreement divides this bill; the host institution keeps it',
    version: (number: number) => `version ${number}`,
    from: (party: string) => `divides what ${party} holds`,
    use: (party: string) => `fee of use, paid by ${party}`,
    kept: 'keeps',
    aside: 'set aside',
    rest: 'the rest',
    others: 'the other parties',
    result: 'Result',
    adds: '✓ every step adds up',
    wrong: '✗ it does not add up; ask the operator',
  },
} as const

const width = 78
/** Chinese characters and full-width signs take two columns of a terminal. */
const columnsOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (/[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹏＀-｠￠-￦]/.test(letter) ? 2 : 1), 0)
const padded = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - columnsOf(text)))

/** The chain that explains a line, for a terminal: each step with its parts and its sum. */
export function whyText(why: Why, language: Language): string {
  const say = words[language]
  const { line, number, party } = why
  const about = [line.maskedName, line.name[language], line.serviceDate, party.name[language]].join(' · ')
  return [
    `${say.why} ${yuan(BigInt(line.amountFen))}  ${number ?? ''}`,
    about,
    '',
    ...step(
      1,
      say.payments,
      why.paidFen,
      why.payments.map((one) => paymentRow(one, language)),
    ),
    ...step(
      2,
      say.charges,
      why.netFen,
      why.charges.map((one) => chargeRow(one, language)),
    ),
    ...why.stages.flatMap((stage, at) => stageText(stage, at + 3, language)),
    ...step(why.stages.length + 3, say.result, why.netFen, [
      ...why.shares.map((share) => ({
        ...{ text: share.party.name[language], amountFen: share.amountFen },
        ...(share.party.isTarget ? { mark: '▶' } : {}),
      })),
      ...(why.othersFen === 0 ? [] : [{ text: say.others, amountFen: why.othersFen }]),
    ]),
    why.addsUp ? say.adds : say.wrong,
  ].join('\n')
}

const paymentRow = ({ label, number, at, amountFen }: Why['payments'][number], language: Language): Row => ({
  ...{ text: label[language], note: `${number} · ${dateIn(defaultZone, at)}`, amountFen },
})

const chargeRow = ({ name, listFen, discountFen, netFen }: Why['charges'][number], language: Language): Row => ({
  text: name[language],
  ...(discountFen === 0 ? {} : { note: words[language].charged(yuan(BigInt(listFen)), yuan(BigInt(-discountFen))) }),
  amountFen: netFen,
})

function stageText(
  { agreement, kind, from, ofFen, clauses, lines, keptFen, othersFen }: Why['stages'][number],
  place: number,
  language: Language,
) {
  const say = words[language]
  const title = agreement ? `${agreement.code} ${say.version(agreement.number)} ${agreement.title[language]}` : say.host
  const source = from && (kind === 'use' ? say.use(from.name[language]) : say.from(from.name[language]))
  const rows = lines.map(({ party, isAside, rate, amountFen, onWay }) => ({
    ...{ text: party.name[language], note: isAside ? say.aside : rate === '1/1' ? say.rest : rate, amountFen },
    ...(onWay ? { mark: '▶' } : {}),
  }))
  const kept = keptFen === 0 ? [] : [{ text: from?.name[language] ?? '', note: say.kept, amountFen: keptFen }]
  const said = [...(source ? [source] : []), ...clauses.map((clause) => `“${clause[language]}”`)]
  const others = othersFen === 0 ? [] : [{ text: say.others, amountFen: othersFen }]
  return step(place, title, ofFen, [...rows, ...kept, ...others], said)
}

function step(place: number, title: string, amountFen: number, rows: readonly Row[], said: readonly string[] = []): string[] {
  return [
    rowText({ text: title, amountFen }, `${place}`),
    ...said.map((text) => `  │ ${text}`),
    ...rows.map((row) => rowText(row, '  │', row.mark ?? ' ')),
    '',
  ]
}

function rowText({ text, note = '', amountFen }: Row, before: string, mark = ''): string {
  const amount = ` ${yuan(BigInt(amountFen))}`
  const head = `${padded(before, 3)} ${mark}${mark && ' '}`
  const columns = width - columnsOf(head) - amount.length
  return `${head}${padded(`${padded(text, 28)} ${note}`.trimEnd(), columns)}${amount}`.trimEnd()
}
