import { listDay } from '../../../client/operations'
import { askPages } from '../../../wire/query'

/** The day of the practitioner who is signed in, over all sites. */
export const ownDay = () => askPages(listDay, {})
