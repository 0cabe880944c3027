import { compileTerms, type Service, shareService, type Terms } from '../src/modules/agreements/index.ts'
import { type Bench, median, round } from './figure.ts'

const aim = 100_000
const rounds = 5
const seconds = 2

/** Ten steps of every kind over a bill, three lines taken out before, between six parties. */
const terms: Terms = {
  use: [{ user: 'tenant', owner: 'hospital', resource: { role: 'expert', kind: '*' }, price: null }],
  split: {
    divides: 'bill',
    offerings: [],
    less: [
      { category: 'drug', to: 'tenant' },
      { category: 'consumable', to: 'tenant' },
    ],
    steps: [
      { step: 'percent', of: 'base', to: [{ party: 'operator', basisPoints: 700 }] },
      { step: 'percent', of: 'base', to: [{ party: 'imaging', basisPoints: 1600 }] },
      { step: 'fixed', of: 'base', to: 'laboratory', amountFen: 5000 },
      { step: 'percent', of: 'base', to: [{ party: 'expert', basisPoints: 2400 }] },
      {
        step: 'tier',
        of: 'base',
        to: 'group',
        tiers: [
          { upToFen: 10_000_000, basisPoints: 3000 },
          { upToFen: 30_000_000, basisPoints: 3500 },
          { upToFen: null, basisPoints: 4000 },
        ],
      },
      { step: 'percent', of: 'group', to: [{ party: 'operator', basisPoints: 1000 }] },
      { step: 'percent', of: 'expert', to: [{ party: 'practitioner', basisPoints: 8000 }] },
      { step: 'fixed', of: 'group', to: 'laboratory', amountFen: 1000 },
      {
        step: 'remainder',
        of: 'group',
        to: [
          { party: 'practitioner', parts: 5 },
          { party: 'hospital', parts: 3 },
          { party: 'imaging', parts: 2 },
        ],
      },
      { step: 'remainder', of: 'base', to: [{ party: 'tenant', parts: 1 }] },
    ],
  },
}

const parties = ['tenant', 'operator', 'hospital', 'imaging', 'laboratory', 'group'].map((role) => ({
  role,
  partyId: `00000000-0000-7000-8000-${role.padEnd(12, '0')}` as Service['hostId'],
  name: { zh: `澜庭${role}`, en: `Lanting ${role}` },
}))

/** One split with the explanation of each step in both languages as text, in one thread; every bill is another. */
export const agreements: Bench = {
  figures: ['agreements.split.rate'],
  async run(progress) {
    const agreement = compileTerms({
      ...{ agreementId: 'a', versionId: 'v', code: 'A-2026-014', title: { zh: '共享', en: 'Sharing' }, number: 1 },
      ...{ parties, terms },
    })
    const rates: number[] = []
    let letters = 0
    for (let run = 0; run <= rounds; run += 1) {
      let splits = 0
      const begun = performance.now()
      while (performance.now() - begun < seconds * 1000)
        for (let place = 0; place < 1000; place += 1) {
          splits += 1
          letters += lettersOf(shareService([agreement], serviceOf(BigInt(run * 100_000_000 + splits * 37))))
        }
      const rate = splits / ((performance.now() - begun) / 1000)
      if (run > 0) rates.push(rate) // the first warms up
      progress(`agreements.split run ${run} of ${rounds}: ${round(rate, 0)}/s`)
    }
    const value = round(median(rates), 0)
    return [
      {
        figure: 'agreements.split.rate',
        value,
        unit: 'splits per second with explanation in both languages, one thread, ten steps',
        aim: `>= ${aim}`,
        met: value >= aim,
        detail: { runs: rates.map((rate) => round(rate, 0)), lettersRead: letters > 0 },
      },
    ]
  },
}

function serviceOf(amountFen: bigint): Service {
  const [tenant, , hospital] = parties.map(({ partyId }) => partyId) as [Service['hostId'], Service['hostId'], Service['hostId']]
  return {
    offeringCode: 'injection',
    hostId: tenant,
    offererId: tenant,
    minutes: 30,
    charges: [
      { category: 'professional', amountFen },
      { category: 'facility', amountFen: 36_000n },
      { category: 'drug', amountFen: amountFen / 3n },
      { category: 'consumable', amountFen: 11_400n },
    ],
    resources: [
      {
        role: 'expert',
        kind: 'orthopaedics',
        id: '00000000-0000-7000-8000-expert000000',
        ownerId: hospital,
        name: { zh: '许明远', en: 'Xu Mingyuan' },
      },
    ],
  }
}

/** Reads a letter of each sentence, so that every one really becomes a text. */
function lettersOf(shared: ReturnType<typeof shareService>): number {
  if (!shared.ok) throw new Error(shared.refusal.code)
  let letters = 0
  for (const { sentence } of shared.value.links)
    letters += sentence.zh.charCodeAt(sentence.zh.length - 1) + sentence.en.charCodeAt(sentence.en.length - 1)
  return letters
}
