import { listCommitments, pauseCommitment, resumeCommitment } from '../../../client/operations'
import { askPages } from '../../../wire/query'

/** What is owed, the one that breaks next first. */
export const owed = (all: boolean) => askPages(listCommitments, all ? {} : { mine: true })
export const steps = { pauseCommitment, resumeCommitment }
export const afterChange = [[listCommitments.id]]
