import type { Context, Draft } from './draft.ts'
import { allergyFacts, conditionFacts, immunizationFacts, medicationFacts, procedureFacts } from './history.ts'
import { observationFacts } from './observation.ts'
import { carePlanFacts, documentFacts, encounterFacts, goalFacts, imagingFacts, reportFacts } from './record.ts'
import type { Resource } from './resource.ts'
import type { Shape, Shaped } from './shape.ts'

/** Which types become facts of the portrait; every other is kept as sent only. */
const mappers: { readonly [Type in Shaped]?: (resource: Shape<Type>, context: Context) => Draft[] } = {
  AllergyIntolerance: allergyFacts,
  CarePlan: carePlanFacts,
  Condition: conditionFacts,
  DiagnosticReport: reportFacts,
  DocumentReference: documentFacts,
  Encounter: encounterFacts,
  Goal: goalFacts,
  ImagingStudy: imagingFacts,
  Immunization: immunizationFacts,
  MedicationRequest: medicationFacts,
  Observation: observationFacts,
  Procedure: procedureFacts,
}

/** What a resource whose shape was checked says of its person. */
export function factsOf(resource: Resource, context: Context): Draft[] {
  const mapper = mappers[resource.resourceType as Shaped] as ((resource: unknown, context: Context) => Draft[]) | undefined
  return mapper?.(resource, context) ?? []
}
