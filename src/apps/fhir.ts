import { fhirDoor } from '../fhir/index.ts'
import { bookingResources } from '../modules/booking/fhir.ts'
import { careResources } from '../modules/care/fhir.ts'
import { coverageResources } from '../modules/coverage/fhir.ts'
import { networkResources } from '../modules/network/fhir.ts'
import { peopleResources } from '../modules/people/fhir.ts'
import { openFacts } from '../modules/people/index.ts'

/** All resource types of the FHIR door: a further one is a line here, or one more in the list of its room. */
export const fhirResources = [...networkResources, ...peopleResources, ...bookingResources, ...careResources, ...coverageResources]

/** The FHIR door over the rooms. */
export const fhir = fhirDoor({
  definitions: fhirResources,
  open: async (work, personId) => {
    const opened = await openFacts(work, personId)
    return opened.ok ? { ok: true, value: opened.value.sight } : opened
  },
})
