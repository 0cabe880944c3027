import { listAgreements } from '../../../client/operations'
import { askPages } from '../../../wire/query'
import type { AgreementsView } from './agreements.view'

export const agreements = ({ state, party }: AgreementsView) => askPages(listAgreements, { state, partyId: party })
