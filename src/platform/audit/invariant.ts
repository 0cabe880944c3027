import type { Invariant } from '../operation/index.ts'
import { verifyChain } from '../seal/index.ts'
import { auditChain } from './chain.ts'

export const auditInvariant: Invariant = {
  name: 'platform.audit-sealed',
  zh: '审计记录与封存时一致',
  en: 'the audit trail is as it was sealed',
  findBroken: async (db) => {
    const { wrong } = await verifyChain(db, auditChain)
    return wrong ? [wrong] : []
  },
}
