import { sql } from 'kysely'
import type { Invariant } from '../../../platform/operation/index.ts'
import { clockInvariant } from '../../commitments/index.ts'
import { versionToSign } from '../commands/signing.ts'

export const agreementInvariants: readonly Invariant[] = [
  clockInvariant({
    name: 'agreements.signatures-owed',
    kind: versionToSign,
    zh: '待签的协议版本，每个未签的一方都有签署计时',
    en: 'every party that has not signed a proposed version owes its signature',
    open: sql`select s.id from agreements.signature s join agreements.version v on v.id = s.version_id where v.state = 'proposed' and s.signed_on is null`,
  }),
]
