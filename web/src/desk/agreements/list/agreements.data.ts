import { listAgreements } from '../../../client/operations'
import { askPages } from '../../../wire/query'
import type { AgreementsView } from './agreements.view'

export const agreements = ({ state }: AgreementsView) => askPages(listAgreements, { state })
