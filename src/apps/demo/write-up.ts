import { sql } from 'kysely'
import type { Id } from '../../kernel/id.ts'
import { type Instant, plus } from '../../kernel/time.ts'
import {
  acceptOrder,
  collectSpecimen,
  draftOrder,
  enterResult,
  listDepartments,
  saveDraft,
  signNote,
  signOrders,
  verifyResult,
} from '../../modules/care/index.ts'
import type { Actor, Command } from '../../platform/operation/index.ts'
import { ask, perform } from '../../platform/operation/perform.ts'
import type { Runtime } from '../../platform/operation/runtime.ts'
import { staffActor } from './actor.ts'
import { look } from './look.ts'
import { randomFrom } from './random.ts'

async function run<Answer>(runtime: Runtime, actor: Actor, command: unknown, input: object): Promise<Answer> {
  const { result } = await perform(runtime, command as Command, actor, input, { requestId: 'demo day' })
  if (!result.ok) throw new Error(`the demo's day was refused: ${(command as Command).name} ${result.refusal.code}`)
  return result.value as Answer
}

type Written = { readonly complaint: string; readonly code: string; readonly plan: string }
/** What a doctor writes, by a word of the offering's name. */
const notes: readonly (readonly [RegExp, Written])[] = [
  [/膝|骨科/, { complaint: '膝关节疼痛，上下楼加重', code: 'M17.9', plan: '减少负重，四周后复诊' }],
  [/心脏/, { complaint: '活动后心慌', code: 'I10', plan: '监测血压，两周后复诊' }],
  [/儿/, { complaint: '咳嗽三天，无发热', code: 'J06.9', plan: '多饮水，加重随诊' }],
  [/皮肤/, { complaint: '前臂瘙痒皮疹', code: 'L30.9', plan: '外用药，避免刺激' }],
  [/糖尿病/, { complaint: '糖尿病复诊', code: 'E11.9', plan: '控制饮食，三个月后复诊' }],
]
const usual: Written = { complaint: '常规就诊', code: 'Z00.0', plan: '无特殊处理' }
const pressures = { systolic: [112, 146], diastolic: [68, 92], 'heart-rate': [58, 96] } as const
const shareWithOrder = 30 // per cent
const shareWithStudy = 20 // per cent
const departmentMinutes = 35

type Visit = { readonly hostId: Id<'institution'>; readonly isWritten: boolean }

/** The doctor's note at the end of a visit, and for three in ten a laboratory order, for some a study; nothing where somebody has written already. */
export async function writeUp(runtime: Runtime, visitId: Id<'visit'>, offering: string): Promise<void> {
  const [visit] = await look(
    runtime,
    sql<Visit>`select host_id, exists (select from care.note n where n.visit_id = v.id) as is_written from booking.visit v where v.id = ${visitId}`,
  )
  if (!visit || visit.isWritten) return
  const doctor = staffActor(runtime, visit.hostId, 'clinician')
  const random = randomFrom(visitId)
  const { complaint, code, plan } = notes.find(([word]) => word.test(offering))?.[1] ?? usual
  const vitals = Object.fromEntries(Object.entries(pressures).map(([sign, [low, high]]) => [sign, random.integer(low, high)]))
  const content = { complaint, history: '', examination: '', vitals, assessment: '', diagnoses: [{ code, certainty: 'confirmed' }], plan }
  const { version } = await run<{ version: number }>(runtime, doctor, saveDraft, { visitId, version: 0, content })
  await run(runtime, doctor, signNote, { visitId, version })
  if (random.integer(1, 100) <= shareWithOrder) await order(runtime, doctor, visitId, 'laboratory', random.pick(Object.keys(tests)))
  if (random.integer(1, 100) <= shareWithStudy) await order(runtime, doctor, visitId, 'imaging', 'MR-KNEE')
}

/** Analytes of the tests that are ordered: code -> unit and the span that is drawn from. */
const tests: Readonly<Record<string, Readonly<Record<string, readonly [unit: string, low: number, high: number]>>>> = {
  BMP: { K: ['mmol/L', 3.4, 5.4], NA: ['mmol/L', 136, 147], CL: ['mmol/L', 98, 110], CA: ['mmol/L', 2.1, 2.55] },
  CRP: { CRP: ['mg/L', 1, 24] },
}

/** What the doctor writes where a study does not fit the diagnosis. */
const answers = [{ ruleCode: 'GZ10000102007000', reason: '体征提示，诊断待定' }]

/** Signs one order for the first department that performs it; none, where nobody does. */
async function order(
  runtime: Runtime,
  doctor: Actor,
  visitId: Id<'visit'>,
  kind: 'laboratory' | 'imaging',
  itemCode: string,
): Promise<void> {
  const asked = { visitId, kind, itemCode }
  const found = await ask(runtime, listDepartments, doctor, asked, 'demo day')
  const [department] = found.ok ? found.value.items : []
  if (!department) return
  const input = { ...asked, performerId: department.institutionId, urgency: 'routine' }
  const { orderId, version } = await run<{ orderId: string; version: number }>(runtime, doctor, draftOrder, input)
  await run(runtime, doctor, signOrders, { visitId, orders: [{ orderId, version, answers }] })
}

/** What is seen in the studies that are ordered. */
const studies: Readonly<Record<string, { readonly finding: string; readonly impression: string }>> = {
  'MR-KNEE': { finding: '内侧半月板后角信号增高，关节腔少量积液', impression: '半月板退变；少量积液' },
}

type Waiting = { readonly id: Id<'order'>; readonly itemCode: string; readonly performerId: Id<'institution'>; readonly version: number }

/** What the departments have ready by now: untouched orders signed long enough ago, of people whom nobody plays. */
export async function workDepartments(runtime: Runtime, now: Instant): Promise<void> {
  const waiting = await look(
    runtime,
    sql<Waiting>`select o.id, o.item_code, o.performer_id, o.version from care.order o
      where o.state = 'requested' and o.signed_at <= ${plus(now, { minutes: -departmentMinutes })}
        and o.item_code = any (${Object.keys({ ...tests, ...studies })}::text[])
        and not exists (select from platform.account a where a.person_id = o.person_id)
      order by o.signed_at, o.id`,
  )
  for (const order of waiting) {
    const technician = staffActor(runtime, order.performerId, 'technician')
    const { id: orderId, itemCode, version } = order
    const study = studies[itemCode]
    await run(runtime, technician, acceptOrder, { orderId, version })
    if (!study) await run(runtime, technician, collectSpecimen, { orderId, version: version + 1 })
    await run(runtime, technician, enterResult, { orderId, result: study ? { kind: 'imaging', ...study } : measure(order) })
    await run(runtime, technician, verifyResult, { orderId, version: version + (study ? 1 : 2) })
  }
}

function measure({ id, itemCode }: Waiting) {
  const random = randomFrom(id)
  const values = Object.entries(tests[itemCode] ?? {}).map(([code, [unit, low, high]]) => ({
    code,
    unit,
    value: Math.round((low + (random.integer(0, 1000) / 1000) * (high - low)) * 100) / 100,
  }))
  return { kind: 'laboratory', values }
}
