import { fhir } from '../fhir/module.ts'
import { agreements } from '../modules/agreements/module.ts'
import { billing } from '../modules/billing/module.ts'
import { booking } from '../modules/booking/module.ts'
import { care } from '../modules/care/module.ts'
import { commitments } from '../modules/commitments/module.ts'
import { coverage } from '../modules/coverage/module.ts'
import { integrity } from '../modules/integrity/module.ts'
import { ledger } from '../modules/ledger/module.ts'
import { network } from '../modules/network/module.ts'
import { people } from '../modules/people/module.ts'
import { quality } from '../modules/quality/module.ts'
import { triage } from '../modules/triage/module.ts'
import { platform } from '../platform/module.ts'
import type { Module } from '../platform/operation/index.ts'

/** The only list of the rooms, in the order of their migrations. */
export const modules: readonly Module[] = [
  platform,
  fhir,
  commitments,
  network,
  people,
  agreements,
  ledger,
  integrity,
  coverage,
  billing,
  triage,
  booking,
  care,
  quality,
]

/** Which room may use which other's door; no cycle. Checked by `npm run check`. */
export const edges: Readonly<Record<string, readonly string[]>> = {
  commitments: [],
  network: ['commitments'],
  people: ['commitments', 'network'],
  agreements: ['commitments', 'network'],
  ledger: ['agreements', 'commitments', 'network', 'people'],
  integrity: ['commitments', 'network', 'people'],
  coverage: ['agreements', 'commitments', 'integrity', 'ledger', 'network', 'people'],
  billing: ['agreements', 'commitments', 'coverage', 'integrity', 'ledger', 'network', 'people'],
  triage: ['commitments', 'network', 'people'],
  booking: ['agreements', 'billing', 'commitments', 'network', 'people', 'triage'],
  quality: ['agreements', 'billing', 'booking', 'care', 'commitments', 'coverage', 'integrity', 'ledger', 'network', 'people'],
  care: ['billing', 'booking', 'commitments', 'integrity', 'network', 'people'],
}
