import { expect, test } from 'vitest'
import { whyText } from './why-text.ts'

const name = (zh: string, en: string) => ({ zh, en })
const party = (zh: string, en: string, isTarget = false) => ({ id: en, name: name(zh, en), isTarget })
const [clinic, doctor] = [party('诊所', 'Clinic'), party('许明远', 'Xu Mingyuan', true)]
const ids = { agreementId: 'a', versionId: 'v' } as unknown as { agreementId: never; versionId: never }
const why = {
  line: {
    ...{ id: 'l', place: 1, maskedName: '周*怡', name: name('注射', 'Injection'), collectedFen: -10_000, amountFen: -5_400 },
    ...{ serviceDate: '2026-11-11' as never, happenedAt: '2026-11-18T02:00:00.000Z' as never },
  },
  ...{ number: 'S-TEST-20261118-0001.1', party: doctor, isOwn: false },
  payments: [
    { kind: 'patient' as const, number: 'R-1', label: name('退刷卡', 'card'), at: '2026-11-18T02:00:00.000Z' as never, amountFen: -10_000 },
  ],
  charges: [
    ...[
      {
        name: name('诊疗', 'service'),
        category: 'professional' as const,
        quantity: -1,
        listFen: -10_500,
        discountFen: -500,
        netFen: -10_000,
      },
    ],
  ],
  ...{ paidFen: -10_000, listFen: -10_500, discountFen: -500, netFen: -10_000, othersFen: 0, addsUp: true },
  stages: [
    {
      ...{ kind: 'bill' as const, isOpen: true, from: null, ofFen: -10_000, keptFen: 0, othersFen: 0 },
      agreement: { ...ids, code: 'A-1', number: 2, title: name('协议', 'Agreement') },
      clauses: [name('专家取 54 %', 'the expert takes 54 %')],
      lines: [
        { party: doctor, isAside: false, rate: '54 %', amountFen: -5_400, onWay: true },
        { party: clinic, isAside: false, rate: '1/1', amountFen: -4_600, onWay: false },
      ],
    },
  ],
  shares: [
    { party: doctor, amountFen: -5_400 },
    { party: clinic, amountFen: -4_600 },
  ],
}

test('a chain fits a terminal: amounts end in one column, whatever characters stand before them, and every step shows its sum', () => {
  for (const language of ['zh', 'en'] as const) {
    const lines = whyText(why, language).split('\n')
    const amounts = lines.filter((line) => /\S +−¥[\d.]+$/.test(line))
    expect(amounts).toHaveLength(2 + 2 + 3 + 3)
    const columns = amounts.map((line) => [...line].reduce((sum, letter) => sum + (/[⺀-鿿＀-｠]/.test(letter) ? 2 : 1), 0))
    expect(new Set(columns).size).toBe(1)
  }
  expect(whyText(why, 'zh')).toContain('✓ 每步合计相符')
  expect(whyText({ ...why, addsUp: false }, 'en')).toContain('✗ it does not add up')
})
