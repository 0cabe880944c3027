import { percentText, yuan } from '../../../kernel/money.ts'
import { kindWords } from '../../network/index.ts'
import type { Name, Party } from './service.ts'
import type { ChargeCategory, Split, Step, Terms, UsableRole, Use } from './terms.ts'

/** What one place of the terms says, in both languages. */
export type Sentence = Name & { readonly place: string }

export const categoryWords: Readonly<Record<ChargeCategory, Name>> = {
  professional: { zh: '诊疗', en: 'professional services' },
  facility: { zh: '场地与护理', en: 'facility and nursing' },
  examination: { zh: '检查检验', en: 'examinations' },
  drug: { zh: '药品', en: 'drugs' },
  consumable: { zh: '耗材', en: 'consumables' },
}
const usableWords: Readonly<Record<UsableRole, Name>> = {
  expert: { zh: '专家', en: 'experts' },
  room: { zh: '诊室', en: 'rooms' },
  device: { zh: '设备', en: 'devices' },
}
const serviceRoleWords: Readonly<Record<string, Name>> = {
  host: { zh: '接诊机构', en: 'the host institution' },
  expert: { zh: '专家所属机构', en: 'the expert’s institution' },
  device: { zh: '设备所属机构', en: 'the device’s owner' },
  practitioner: { zh: '专家本人', en: 'the expert in person' },
}

/** A role as its sentence names it: a party with its name and role, or what the service fills. */
export function roleText(role: string, parties: readonly Party[]): Name {
  const party = parties.find((one) => one.role === role)
  if (party) return { zh: `${party.name.zh}（${role}）`, en: `${party.name.en} (${role})` }
  return serviceRoleWords[role] ?? { zh: role, en: role }
}

const both = (zh: string, en: string): Name => ({ zh, en: en.charAt(0).toUpperCase() + en.slice(1) })
const joined = <Item>(items: readonly Item[], text: (item: Item) => Name): Name => ({
  zh: items.map((item) => text(item).zh).join('，'),
  en: items.map((item) => text(item).en).join(', '),
})
const fen = (amountFen: number): string => yuan(BigInt(amountFen))

/** The terms as sentences, one per place; each value of the terms stands in one of them. */
export function sentencesOf({ use, split }: Terms, parties: readonly Party[]): Sentence[] {
  const placed = <Entry>(entries: readonly Entry[], place: string, say: (entry: Entry, parties: readonly Party[]) => Name) =>
    entries.map((entry, index) => ({ place: `${place}[${index}]`, ...say(entry, parties) }))
  return [
    ...placed(use, 'use', useSentence),
    ...(split
      ? [
          { place: 'split', ...scopeSentence(split, parties) },
          ...placed(split.less, 'split.less', lessSentence),
          ...placed(split.steps, 'split.steps', stepSentence),
        ]
      : []),
  ]
}

function useSentence({ user, owner, resource, price }: Use, parties: readonly Party[]): Name {
  const [by, of, what] = [roleText(user, parties), roleText(owner, parties), usableWords[resource.role]]
  const every = resource.kind === '*'
  const kind = kindWords(resource.kind)
  const cost = priceText(price)
  return both(
    `${by.zh}可使用${of.zh}的${every ? `全部${what.zh}` : `${what.zh}（${kind.zh}）`}，${cost.zh}`,
    `${by.en} may use ${every ? `all ${what.en}` : `${what.en} (${kind.en})`} of ${of.en}, ${cost.en}`,
  )
}

function priceText(price: Use['price']): Name {
  if (!price) return { zh: '不另收费（由分配支付）', en: 'free of charge (the split pays for it)' }
  const amount = fen(price.amountFen)
  const period = {
    use: { zh: `每次 ${amount}`, en: `at ${amount} per use` },
    'half-hour': { zh: `每半小时 ${amount}，不足半小时按半小时计`, en: `at ${amount} per half-hour begun` },
    month: { zh: `每月 ${amount}`, en: `at ${amount} per month` },
  }[price.per]
  if (price.minimumFen === undefined) return period
  const least = fen(price.minimumFen)
  return { zh: `${period.zh}，最低 ${least}`, en: `${period.en}, at least ${least}` }
}

function scopeSentence({ divides, offerings, experts }: Split, parties: readonly Party[]): Name {
  const party = roleText(divides, parties)
  const what = divides === 'bill' ? { zh: '账单', en: 'the bill' } : { zh: `${party.zh}所得`, en: `what ${party.en} holds` }
  const which = offerings.length
    ? { zh: `项目 ${offerings.join('、')}`, en: `of the offerings ${offerings.join(', ')}` }
    : { zh: '全部项目', en: 'of every offering' }
  const of = experts === undefined ? null : roleText(experts, parties)
  const whose = of ? { zh: `，仅限${of.zh}的专家`, en: `, only with experts of ${of.en}` } : { zh: '', en: '' }
  return both(`分配${what.zh}：${which.zh}${whose.zh}`, `divides ${what.en} ${which.en}${whose.en}`)
}

function lessSentence({ category, to }: Split['less'][number], parties: readonly Party[]): Name {
  const [what, receiver] = [categoryWords[category], roleText(to, parties)]
  return both(`${what.zh}先归${receiver.zh}，不入基数`, `${what.en} go to ${receiver.en} first and are not in the base`)
}

/** `基数` or `知衡医生集团（group）所得`. */
function sourceText(of: string, parties: readonly Party[]): Name {
  if (of === 'base') return { zh: '基数', en: 'the base' }
  const role = roleText(of, parties)
  return { zh: `${role.zh}所得`, en: `what ${role.en} has received` }
}

function stepSentence(step: Step, parties: readonly Party[]): Name {
  const source = sourceText(step.of, parties)
  if (step.step === 'percent') {
    const takes = joined(step.to, ({ party, basisPoints }) => {
      const receiver = roleText(party, parties)
      return { zh: `${receiver.zh}取 ${percentText(basisPoints)}`, en: `${receiver.en} takes ${percentText(basisPoints)}` }
    })
    return both(`${source.zh}中，${takes.zh}`, `of ${source.en}, ${takes.en}`)
  }
  if (step.step === 'remainder') {
    const parts = joined(step.to, (one) => {
      const receiver = roleText(one.party, parties)
      return { zh: `${receiver.zh}占 ${one.parts} 份`, en: `${receiver.en} ${one.parts} ${one.parts === 1 ? 'part' : 'parts'}` }
    })
    return both(`${source.zh}的其余部分按份分：${parts.zh}`, `the rest of ${source.en} is divided in parts: ${parts.en}`)
  }
  const receiver = roleText(step.to, parties)
  if (step.step === 'fixed') {
    const amount = fen(step.amountFen)
    return both(`${source.zh}中，${receiver.zh}每次取 ${amount}`, `of ${source.en}, ${receiver.en} takes ${amount} per service`)
  }
  const tiers = joined(step.tiers, ({ upToFen, basisPoints }) => {
    const rate = percentText(basisPoints)
    if (upToFen === null) return { zh: `以上取 ${rate}`, en: `${rate} above` }
    return { zh: `至 ${fen(upToFen)} 取 ${rate}`, en: `${rate} up to ${fen(upToFen)}` }
  })
  return both(
    `${source.zh}中，${receiver.zh}按账期分档：${tiers.zh}`,
    `of ${source.en}, ${receiver.en} takes by tiers of the period: ${tiers.en}`,
  )
}

/** How a step's receivers are rated, in the order of its receivers: `7 %`, `¥50.00`, `5/10`. */
export function ratesOf(step: Step): string[] {
  if (step.step === 'percent') return step.to.map(({ basisPoints }) => percentText(basisPoints))
  if (step.step === 'fixed') return [fen(step.amountFen)]
  if (step.step === 'tier') return [step.tiers.map(({ basisPoints }) => percentText(basisPoints)).join(' / ')]
  const sum = step.to.reduce((total, { parts }) => total + parts, 0)
  return step.to.map(({ parts }) => `${parts}/${sum}`)
}

/** Who a step gives to, in its order. */
export const receiversOf = (step: Step): readonly string[] =>
  step.step === 'percent' || step.step === 'remainder' ? step.to.map(({ party }) => party) : [step.to]
