import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { idOf, words } from '../../../platform/operation/schema.ts'
import { managementLines } from '../domain/supervision.ts'
import { refuse } from '../refusals.ts'
import { leadsBack, saveSupervision } from '../store/supervision.ts'
import { admissionRefusals, findOwnNetwork } from './admission.ts'

/** Says who looks after an institution in one line of work of a network. */
export const setSuperior = defineCommand({
  name: 'network.set-superior',
  zh: '设定条线的上级机构',
  en: 'Set who looks after an institution in a line of work',
  permission: 'network.party.register',
  input: T.Object({
    networkCode: T.String(),
    institutionId: idOf('institution'),
    line: words(managementLines, 'managementLine'),
    superiorId: idOf('institution'),
  }),
  output: T.Object({ institutionId: idOf('institution') }),
  refusals: [...admissionRefusals, 'network.institution-unknown', 'network.superior-in-circle'],
  async run(work, { networkCode, institutionId, line, superiorId }) {
    const network = await findOwnNetwork(work, networkCode)
    if (!network.ok) return network
    const supervision = { networkId: network.value.id, institutionId, line, superiorId }
    if (institutionId === superiorId || (await leadsBack(work, supervision))) return refuse('network.superior-in-circle')
    const saved = await saveSupervision(work, supervision)
    return saved.ok ? ok({ institutionId }) : saved
  },
})
