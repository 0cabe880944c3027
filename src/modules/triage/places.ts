import { dateIn, defaultZone } from '../../kernel/time.ts'
import type { Work } from '../../platform/operation/index.ts'
import { findPlacesFor, type Place } from '../network/index.ts'

const placesAtMost = 3

/** Emergency departments of the actor's networks, of all networks for a patient; the nearest first. */
export const findEmergencyPlaces = (work: Work): Promise<Place[]> =>
  findPlacesFor(work, 'emergency-medicine', work.actor.institutionId, dateIn(defaultZone, work.now), placesAtMost)

const nobody = { zh: '最近的医院急诊', en: 'the nearest emergency department' }

/** A place as a sentence names it: 江澜医院急诊科（江澜路 1 号）. */
export function placeText(place: Place | undefined): { readonly zh: string; readonly en: string } {
  if (!place) return nobody
  const { institution, address } = place
  return {
    zh: `${institution.zh}急诊科${address ? `（${address.zh}）` : ''}`,
    en: `the emergency department of ${institution.en}${address ? ` (${address.en})` : ''}`,
  }
}
