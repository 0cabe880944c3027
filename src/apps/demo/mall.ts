import { present } from '../../kernel/assert.ts'
import type { Id } from '../../kernel/id.ts'
import { dateIn, defaultZone, type PlainDate, plusDays, weekdayOf } from '../../kernel/time.ts'
import { confirmVisit, defineOffering, findPromises, holdVisit, planRota } from '../../modules/booking/index.ts'
import {
  addDevice,
  addRoom,
  foundNetwork,
  openSite,
  registerInstitution,
  registerPractitioner,
  type Title,
} from '../../modules/network/index.ts'
import { registerPerson } from '../../modules/people/index.ts'
import type { Actor, Command } from '../../platform/operation/index.ts'
import { ask, perform, systemActor } from '../../platform/operation/perform.ts'
import type { Runtime } from '../../platform/operation/runtime.ts'
import { permissionsOf } from '../../platform/permission/index.ts'
import { createAccounts } from '../../platform/session/index.ts'
import { demoIdNumber } from './id-number.ts'

export const networkCode = 'MALL-DEMO'

type Name = { readonly zh: string; readonly en: string }
type Institution = Id<'institution'>

const institutions = {
  operator: { kind: 'operator', zh: '澜庭医疗综合体', en: 'Lanting Medical Mall', scope: ['cardiology'] },
  hospital: {
    kind: 'hospital',
    zh: '江澜大学附属第一医院',
    en: 'Jianglan First Hospital',
    scope: ['orthopaedics', 'cardiology', 'rehabilitation'],
  },
  orthopaedics: { kind: 'clinic', zh: '予安骨科', en: 'Yuan Orthopaedics', scope: ['orthopaedics', 'rehabilitation'] },
  imaging: { kind: 'imaging-centre', zh: '澜庭影像', en: 'Lanting Imaging', scope: ['medical-imaging'] },
  rehabilitation: { kind: 'clinic', zh: '康澜康复', en: 'Kanglan Rehab', scope: ['rehabilitation', 'orthopaedics', 'cardiology'] },
} as const
type Key = keyof typeof institutions

const sites = {
  east: { of: 'operator', zh: '东塔', en: 'East Tower' },
  riverside: { of: 'rehabilitation', zh: '滨河店', en: 'Riverside' },
} as const
type SiteKey = keyof typeof sites

const rooms: { site: SiteKey; owner: Key; kind: string; zh: string; en: string }[] = [
  { site: 'east', owner: 'orthopaedics', kind: 'consulting', zh: '诊室 1806', en: 'Consulting room 1806' },
  { site: 'east', owner: 'orthopaedics', kind: 'treatment', zh: '治疗室 1808', en: 'Treatment room 1808' },
  { site: 'east', owner: 'orthopaedics', kind: 'treatment', zh: '治疗室 1811', en: 'Treatment room 1811' },
  { site: 'east', owner: 'operator', kind: 'consulting', zh: '国际诊室 1901', en: 'International room 1901' },
  { site: 'riverside', owner: 'rehabilitation', kind: 'consulting', zh: '诊室 301', en: 'Consulting room 301' },
  { site: 'riverside', owner: 'rehabilitation', kind: 'treatment', zh: '治疗室 302', en: 'Treatment room 302' },
]
const devices: typeof rooms = [
  { site: 'east', owner: 'imaging', kind: 'ultrasound', zh: '超声 US-2', en: 'Ultrasound US-2' },
  { site: 'riverside', owner: 'rehabilitation', kind: 'ultrasound', zh: '便携超声 P-1', en: 'Portable ultrasound P-1' },
]

type Expert = { zh: string; en: string; kind: string; title: Title; main: Key; filed: Key[]; week: [weekdays: number[], site: SiteKey][] }
const experts: Expert[] = [
  {
    zh: '许明远',
    en: 'Xu Mingyuan',
    kind: 'orthopaedics',
    title: 'chief',
    main: 'hospital',
    filed: ['orthopaedics', 'rehabilitation'],
    week: [
      [[1, 2, 3], 'east'],
      [[4, 5, 6], 'riverside'],
    ],
  },
  {
    zh: '顾予宁',
    en: 'Gu Yuning',
    kind: 'orthopaedics',
    title: 'associate-chief',
    main: 'orthopaedics',
    filed: ['rehabilitation'],
    week: [[[1, 2, 3, 4, 5], 'east']],
  },
  {
    zh: '沈若川',
    en: 'Shen Ruochuan',
    kind: 'orthopaedics',
    title: 'attending',
    main: 'orthopaedics',
    filed: [],
    week: [[[2, 4, 6], 'east']],
  },
  {
    zh: '欧阳岚',
    en: 'Ouyang Lan',
    kind: 'orthopaedics',
    title: 'chief',
    main: 'hospital',
    filed: ['rehabilitation', 'orthopaedics'],
    week: [
      [[1, 3], 'riverside'],
      [[5], 'east'],
    ],
  },
  { zh: '单知行', en: 'Shan Zhixing', kind: 'cardiology', title: 'chief', main: 'hospital', filed: ['operator'], week: [[[1, 4], 'east']] },
  {
    zh: '何清越',
    en: 'He Qingyue',
    kind: 'cardiology',
    title: 'associate-chief',
    main: 'hospital',
    filed: ['operator', 'rehabilitation'],
    week: [
      [[2, 5], 'east'],
      [[3], 'riverside'],
    ],
  },
  {
    zh: '白一宁',
    en: 'Bai Yining',
    kind: 'cardiology',
    title: 'attending',
    main: 'hospital',
    filed: ['operator'],
    week: [[[3, 6], 'east']],
  },
  {
    zh: '罗嘉文',
    en: 'Luo Jiawen',
    kind: 'rehabilitation',
    title: 'associate-chief',
    main: 'rehabilitation',
    filed: ['orthopaedics'],
    week: [[[1, 2, 3, 4, 5], 'riverside']],
  },
  {
    zh: '查宛如',
    en: 'Zha Wanru',
    kind: 'rehabilitation',
    title: 'attending',
    main: 'rehabilitation',
    filed: ['orthopaedics'],
    week: [
      [[2, 4], 'east'],
      [[6], 'riverside'],
    ],
  },
  {
    zh: '万俟青',
    en: 'Moqi Qing',
    kind: 'rehabilitation',
    title: 'chief',
    main: 'hospital',
    filed: ['rehabilitation'],
    week: [[[2, 6], 'riverside']],
  },
]

type NewOffering = Name & {
  code: string
  minutes: number
  kind: string
  room: string
  device?: string
  fen: Partial<Record<Title, number>>
}
const offerings: NewOffering[] = [
  {
    code: 'knee-injection',
    zh: '超声引导下膝关节注射',
    en: 'Ultrasound-guided knee injection',
    minutes: 30,
    kind: 'orthopaedics',
    room: 'treatment',
    device: 'ultrasound',
    fen: { chief: 168_000, 'associate-chief': 148_000, attending: 128_000 },
  },
  {
    code: 'orthopaedics',
    zh: '骨科专家门诊',
    en: 'Orthopaedic consultation',
    minutes: 30,
    kind: 'orthopaedics',
    room: 'consulting',
    fen: { chief: 60_000, 'associate-chief': 45_000, attending: 30_000 },
  },
  {
    code: 'heart-ultrasound',
    zh: '心脏超声与解读',
    en: 'Heart ultrasound with interpretation',
    minutes: 40,
    kind: 'cardiology',
    room: 'consulting',
    device: 'ultrasound',
    fen: { chief: 98_000, 'associate-chief': 82_000, attending: 66_000 },
  },
  {
    code: 'rehabilitation',
    zh: '康复评估',
    en: 'Rehabilitation assessment',
    minutes: 45,
    kind: 'rehabilitation',
    room: 'treatment',
    fen: { chief: 52_000, 'associate-chief': 42_000, attending: 32_000 },
  },
]

const people: { name: string; birthDate: string; sex: 'female' | 'male'; phone: string }[] = [
  { name: '周静怡', birthDate: '1980-03-12', sex: 'female', phone: '13800015678' },
  { name: '赵明礼', birthDate: '1955-06-02', sex: 'male', phone: '13800012231' },
  { name: '钱秀兰', birthDate: '1963-01-20', sex: 'female', phone: '13800014410' },
  { name: '江一帆', birthDate: '2020-09-08', sex: 'male', phone: '13800015678' },
  { name: '单知行', birthDate: '1988-11-30', sex: 'male', phone: '13800017702' },
  { name: '欧阳锋岚', birthDate: '1992-04-16', sex: 'female', phone: '13800013306' },
  { name: '万俟青', birthDate: '1997-07-07', sex: 'male', phone: '13800019914' },
  { name: '查宛如', birthDate: '1985-02-28', sex: 'female', phone: '13800011127' },
  { name: '周靖怡', birthDate: '1979-12-01', sex: 'female', phone: '13800018855' },
  { name: '高见深', birthDate: '1969-10-19', sex: 'male', phone: '13800016643' },
]

/** Runs a command that the demo needs; a refusal here is a mistake of the demo. */
async function run<Input, Output>(runtime: Runtime, actor: Actor, command: Command<never, never, never>, input: Input): Promise<Output> {
  const { result } = await perform(runtime, command as unknown as Command, actor, input, { requestId: 'demo' })
  if (!result.ok) throw new Error(`the demo was refused: ${command.name} ${result.refusal.code} ${JSON.stringify(result.refusal.details)}`)
  return result.value as Output
}
const as = (command: unknown) => command as Command<never, never, never>

/** The small MALL: an operator, a hospital, three tenants, ten experts with several places, rooms and ultrasound devices; written through the commands. */
export async function loadMall(runtime: Runtime, passwordOf: (role: string) => string, say: (line: string) => void): Promise<void> {
  say('Loading the demo network 澜庭 / Lanting …')
  const today = dateIn(defaultZone, runtime.clock.now())
  const system = <Output>(command: unknown, input: object) => run<object, Output>(runtime, systemActor, as(command), input)

  const ids = {} as Record<Key, Institution>
  const { operator: first, ...others } = institutions
  ids.operator = (
    await system<{ institutionId: Institution }>(registerInstitution, {
      kind: first.kind,
      name: nameOf(first),
      licence: licenceOf('DEMO-H1', first.scope, today),
    })
  ).institutionId
  const { networkId } = await system<{ networkId: Id<'network'> }>(foundNetwork, {
    code: networkCode,
    kind: 'MALL',
    name: { zh: '澜庭医疗网络', en: 'Lanting Network' },
    operatorId: ids.operator,
  })
  const operator = actorOf(runtime, ids.operator, 'operator')
  const operate = <Output>(command: unknown, input: object) => run<object, Output>(runtime, operator, as(command), input)
  for (const [place, [key, institution]] of Object.entries(others).entries()) {
    ids[key as Key] = (
      await operate<{ institutionId: Institution }>(registerInstitution, {
        kind: institution.kind,
        name: nameOf(institution),
        networkCode,
        licence: licenceOf(`DEMO-H${place + 2}`, institution.scope, today),
      })
    ).institutionId
  }
  const siteIds = {} as Record<SiteKey, Id<'site'>>
  for (const [key, site] of Object.entries(sites)) {
    siteIds[key as SiteKey] = (await operate<{ siteId: Id<'site'> }>(openSite, { institutionId: ids[site.of], name: nameOf(site) })).siteId
  }
  const everyDay = (site: SiteKey) => openingsOf([[[1, 2, 3, 4, 5, 6], site]], siteIds)
  for (const [command, places] of [
    [addRoom, rooms],
    [addDevice, devices],
  ] as const) {
    for (const { site, owner, kind, ...place } of places) {
      const { resourceId } = await operate<{ resourceId: Id<'resource'> }>(command, {
        siteId: siteIds[site],
        ownerId: ids[owner],
        kind,
        name: nameOf(place),
      })
      await operate(planRota, { resourceId, validFrom: today, lines: everyDay(site) })
    }
  }
  const practitioners: Id<'practitioner'>[] = []
  for (const [place, { kind, title, main, filed, week, ...expert }] of experts.entries()) {
    const endsSoon = place === 0 // one filing that somebody has to renew
    const filings = filed.map((key, at) => ({
      institutionId: ids[key],
      validFrom: today,
      validUntil: plusDays(today, endsSoon && at === 0 ? 43 : 365),
    }))
    const { practitionerId } = await operate<{ practitionerId: Id<'practitioner'> }>(registerPractitioner, {
      mainInstitutionId: ids[main],
      kind,
      title,
      name: nameOf(expert),
      networkCode,
      licence: licenceOf(`DEMO-D${String(place + 1).padStart(3, '0')}`, [kind], today),
      filings,
    })
    await operate(planRota, { resourceId: practitionerId, validFrom: today, lines: openingsOf(week, siteIds) })
    practitioners.push(practitionerId)
  }
  const offeringIds: Id<'offering'>[] = []
  for (const { code, minutes, kind, room, device, fen, ...offering } of offerings) {
    const needs = [{ role: 'expert', kind }, { role: 'room', kind: room }, ...(device ? [{ role: 'device', kind: device }] : [])]
    const prices = Object.entries(fen).map(([title, amountFen]) => ({ title, amountFen }))
    offeringIds.push(
      (
        await operate<{ offeringId: Id<'offering'> }>(defineOffering, {
          networkId,
          ownerId: ids.operator,
          code,
          name: nameOf(offering),
          durationMinutes: minutes,
          needs,
          prices,
        })
      ).offeringId,
    )
  }

  const butler = actorOf(runtime, ids.operator, 'butler')
  const personIds: Id<'person'>[] = []
  for (const [place, person] of people.entries()) {
    const idNumber = demoIdNumber(person.birthDate, person.sex, place)
    personIds.push((await run<object, { personId: Id<'person'> }>(runtime, butler, as(registerPerson), { ...person, idNumber })).personId)
  }
  await bookSome(runtime, butler, present(offeringIds[0], 'an offering'), personIds.slice(1), today)
  await makeAccounts(runtime, ids, present(practitioners[0], 'an expert'), present(personIds[0], 'a patient'), passwordOf)
}

const licenceOf = (number: string, scope: readonly string[], today: PlainDate) => ({
  number,
  scope,
  validFrom: plusDays(today, -400),
  validUntil: plusDays(today, 1400),
})

const nameOf = ({ zh, en }: Name): Name => ({ zh, en })

/** An actor in one role of one institution, as a session would make him. */
export function actorOf(runtime: Runtime, institutionId: Institution, role: string): Actor {
  return { ...systemActor, kind: 'staff', institutionId, roles: [role], permissions: permissionsOf(runtime.roles, [role]) }
}

function openingsOf(week: [number[], SiteKey][], siteIds: Record<SiteKey, Id<'site'>>) {
  return week.flatMap(([weekdays, site]) =>
    weekdays.flatMap((weekday) =>
      [
        ['08:30', '12:00'],
        ['13:30', '17:30'],
      ].map(([opens, closes]) => ({ siteId: siteIds[site], weekday, opens, closes })),
    ),
  )
}

/** A few promises of the coming days, so that the first screen has something to weave around. */
async function bookSome(
  runtime: Runtime,
  butler: Actor,
  offeringId: Id<'offering'>,
  personIds: readonly Id<'person'>[],
  today: PlainDate,
): Promise<void> {
  const days = [1, 2, 3, 4].map((count) => plusDays(today, count)).filter((date) => weekdayOf(date) !== 7)
  for (const [place, personId] of personIds.entries()) {
    const date = days[place % days.length] ?? today
    const found = await ask(runtime, findPromises, butler, { offeringId, date }, 'demo')
    const promise = found.ok ? found.value.items[place % 5] : undefined
    if (!promise) continue
    const { siteId, startsAt, resources } = promise
    const held = await run<object, { visitId: Id<'visit'>; version: number }>(runtime, butler, as(holdVisit), {
      offeringId,
      personId,
      siteId,
      startsAt,
      resourceIds: resources.map(({ id }) => id),
    })
    await run(runtime, butler, as(confirmVisit), held)
  }
}

async function makeAccounts(
  runtime: Runtime,
  ids: Record<Key, Institution>,
  practitionerId: Id<'practitioner'>,
  personId: Id<'person'>,
  passwordOf: (role: string) => string,
): Promise<void> {
  const account = (role: string, name: Name, ...institutionIds: Institution[]) => ({
    login: role,
    password: passwordOf(role),
    name,
    roles: institutionIds.map((institutionId) => ({ institutionId, role })),
  })
  await createAccounts(runtime, [
    account('operator', { zh: '陆行舟', en: 'Lu Xingzhou' }, ids.operator),
    account('manager', { zh: '田雨', en: 'Tian Yu' }, ids.orthopaedics),
    account('butler', { zh: '林知夏', en: 'Lin Zhixia' }, ids.operator),
    { ...account('clinician', { zh: '许明远', en: 'Xu Mingyuan' }, ids.hospital, ids.orthopaedics, ids.rehabilitation), practitionerId },
    { ...account('patient', { zh: '周静怡', en: 'Zhou Jingyi' }), personId },
  ])
}
