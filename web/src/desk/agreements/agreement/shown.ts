import type { ShowAgreementAnswer } from '../../../client/operations'

export type Shown = ShowAgreementAnswer
export type ShownVersion = Shown['versions'][number]
