import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, idOf } from '../../../platform/operation/schema.ts'
import { findMemberships, membersOn } from '../../network/index.ts'
import { attendedVisit } from '../commands/attended-visit.ts'
import { performs } from '../domain/order.ts'
import { listServices } from '../store/department.ts'
import { orderKind } from './views.ts'

/** Who may perform an item for a visit: departments of its network that offer it and are members today. */
export const listDepartments = defineQuery({
  name: 'care.list-departments',
  zh: '可执行的科室',
  en: 'Departments that perform an item',
  permission: 'care.order.sign',
  input: T.Object({ visitId: idOf('visit'), kind: orderKind, itemCode: T.String({ maxLength: 64 }) }),
  output: T.Object({ items: T.Array(T.Object({ institutionId: idOf('institution'), name: bilingual })) }),
  refusals: ['platform.not-found'],
  async run(work, { visitId, kind, itemCode }) {
    const visit = await attendedVisit(work, visitId)
    if (!visit.ok) return visit
    const members = membersOn(await findMemberships(work, visit.value.networkId), dateIn(defaultZone, work.now))
    const services = await listServices(work, kind)
    const able = services.filter(({ institutionId, itemCodes }) => members.has(institutionId) && performs(itemCodes, itemCode))
    return ok({ items: able.map(({ institutionId, name }) => ({ institutionId, name })) })
  },
})
