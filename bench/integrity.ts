import type { Instant, PlainDate } from '../src/kernel/time.ts'
import type { Claim } from '../src/modules/integrity/domain/claim.ts'
import { compileRules } from '../src/modules/integrity/domain/compile.ts'
import { evaluate } from '../src/modules/integrity/domain/evaluate.ts'
import type { Condition, RuleVersion } from '../src/modules/integrity/domain/rule.ts'
import { type Bench, median, round } from './figure.ts'
import { type GeneratedClaim, type GeneratedLimit, type GeneratedRule, makeClaims, makeRules } from './integrity-claims.ts'
import { factsOf, jsonRulesEngine, type Peer, zen } from './integrity-peers.ts'

const aim = 200_000
const aimRatio = 5
const rounds = 5
const milliseconds = 1_000
const [ruleCount, claimCount, comparedClaims] = [50, 4_000, 2_000]

/** Claims of three lines against fifty rules, in one thread, beside two engines on the same rules and claims. */
export const integrity: Bench = {
  figures: ['integrity.claim.rate'],
  async run(progress) {
    const [generated, all] = [makeRules(ruleCount), makeClaims(claimCount)]
    const [rules, claims, facts] = [compileRules(generated.map(ruleOf)), all.map(claimOf), all.map(factsOf)]
    const peers = [zen(generated, true), zen(generated, false), jsonRulesEngine(generated)]
    const own = claims.slice(0, comparedClaims).map((claim) => foundOf(rules, claim).toSorted())
    for (const peer of peers) await assertSame(peer, facts.slice(0, comparedClaims), own)

    let [verdicts, found] = [0, 0]
    const engines: readonly (readonly [name: string, part: number, review: (from: number) => unknown])[] = [
      [
        'own',
        claimCount,
        () => {
          for (const claim of claims)
            for (const { judgement } of evaluate(rules, claim, [])) {
              verdicts += 1
              if (judgement.state === 'found') found += 1
            }
        },
      ],
      ...peers.map((peer) => {
        const part = peer.name === 'json-rules-engine' ? 50 : 512
        return [
          peer.name,
          part,
          (from: number) => peer.review(facts.slice(from % (claimCount - part), (from % (claimCount - part)) + part)),
        ] as const
      }),
    ]
    const rates = new Map<string, number[]>(engines.map(([name]) => [name, []]))
    for (let place = 0; place <= rounds; place += 1)
      for (const [name, part, review] of engines) {
        let done = 0
        const begun = performance.now()
        for (; performance.now() - begun < milliseconds; done += part) await review(done)
        const rate = done / ((performance.now() - begun) / 1000)
        if (place > 0) rates.get(name)?.push(rate) // the first warms up
        progress(`integrity.claim ${name} round ${place} of ${rounds}: ${round(rate, 0)}/s`)
      }
    return [figureOf(rates, { verdicts, found })]
  },
}

function figureOf(rates: ReadonlyMap<string, readonly number[]>, counted: { verdicts: number; found: number }) {
  const medians = new Map([...rates].map(([name, all]) => [name, round(median(all), 0)]))
  const value = medians.get('own') ?? Number.NaN
  const [peer, peerValue] = [...medians].filter(([name]) => name.startsWith('zen')).toSorted(([, one], [, other]) => other - one)[0] ?? [
    '',
    Number.NaN,
  ]
  const ratio = round(value / peerValue, 1)
  return {
    figure: 'integrity.claim.rate',
    value,
    unit: `claims of three lines per second, ${ruleCount} rules, one thread; verdicts with figures, without sentences`,
    aim: `>= ${aim}, >= ${aimRatio} times zen`,
    met: value >= aim && ratio >= aimRatio,
    peer: `${peer} (0.54.0, the faster of two ways)`,
    peerValue,
    ratio,
    detail: {
      rounds: Object.fromEntries([...rates].map(([name, all]) => [name, all.map((rate) => round(rate, 0))])),
      timesJsonRulesEngine: round(value / (medians.get('json-rules-engine') ?? Number.NaN), 0),
      comparedClaims,
      foundPerVerdict: round(counted.found / counted.verdicts, 3),
    },
  }
}

async function assertSame(peer: Peer, facts: Parameters<Peer['review']>[0], own: readonly (readonly string[])[]): Promise<void> {
  const found = (await peer.review(facts)).map((codes, place) =>
    codes.flatMap((ofLine, line) => ofLine.map((code) => `${facts[place]?.[line]?.id} ${code}`)).toSorted(),
  )
  const total = own.reduce((sum, codes) => sum + codes.length, 0)
  if (total === 0 || JSON.stringify(found) !== JSON.stringify(own)) throw new Error(`${peer.name} finds something else than the evaluator`)
}

const foundOf = (rules: ReturnType<typeof compileRules>, claim: Claim): string[] =>
  evaluate(rules, claim, [])
    .filter(({ judgement }) => judgement.state === 'found')
    .map(({ point, line }) => `${line.lineId} ${point.rule.code}`)

const nobody = '00000000-0000-7000-8000-000000000000' as never
const nothing = { zh: '', en: '' }

function conditionOf(limit: GeneratedLimit): Condition {
  switch (limit.kind) {
    case 'age':
      return { kind: 'age', unit: 'years', least: null, most: limit.most }
    case 'diagnosis':
      return { kind: 'diagnosis', named: nothing, codes: [...limit.categories] }
    default:
      return limit
  }
}

const ruleOf = ({ code, items, limit }: GeneratedRule): RuleVersion => ({
  ...{ code, version: 1, name: nothing, validFrom: '2020-01-01' as PlainDate, validUntil: null, basis: nothing, sentence: nothing },
  ...{ result: 'violation', amountBasis: 'whole-line', reasons: [] },
  points: [{ items: [{ system: 'service', codes: [...items] }], condition: conditionOf(limit) }],
})

const claimOf = ({ sex, birthDate, date, diagnoses, lines }: GeneratedClaim): Claim => ({
  claimId: nobody,
  networkId: nobody,
  personId: nobody,
  visitId: nobody,
  institutionId: nobody,
  sex,
  birthDate: birthDate as PlainDate,
  visitType: 'outpatient',
  diagnoses,
  lines: lines.map(({ id, item, quantity, unitFen }) => ({
    lineId: id,
    system: 'service',
    code: item,
    name: nothing,
    category: 'examination',
    quantity,
    amountFen: BigInt(unitFen * quantity),
    at: `${date}T02:00:00.000Z` as Instant,
    date: date as PlainDate,
  })),
})
