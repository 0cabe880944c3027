import { type Static, Type as T, type TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import {
  annotation,
  coding,
  concept,
  date,
  dateTime,
  identifier,
  list,
  may,
  oneOf,
  period,
  quantity,
  range,
  reference,
  text,
} from './element.ts'

// What is read of R4 resources, and so what is checked of them; everything else is kept as sent without a look.
/** Of any resource. */
const common = { identifier: may(T.Unknown()), encounter: may(reference) }
const subject = T.Object({ reference: text })

const value = {
  valueQuantity: may(quantity),
  valueCodeableConcept: may(concept),
  valueString: may(text),
  valueBoolean: may(T.Boolean()),
  valueInteger: may(T.Integer()),
  valueRange: may(range),
  valueRatio: may(T.Object({ numerator: may(quantity), denominator: may(quantity) })),
  valueTime: may(text),
  valueDateTime: may(dateTime),
  valuePeriod: may(period),
  interpretation: list(concept),
  referenceRange: list(T.Object({ low: may(quantity), high: may(quantity), text: may(text) })),
}

const shapes = {
  Patient: T.Object({
    identifier: list(identifier),
    name: T.Array(T.Object({ use: may(text), text: may(text), family: may(text), given: list(text) }), { minItems: 1 }),
    telecom: list(T.Object({ system: may(text), value: may(text), use: may(text) })),
    gender: may(oneOf('male', 'female', 'other', 'unknown')),
    birthDate: date,
  }),
  Organization: T.Object({
    identifier: list(identifier),
    name: may(text),
    alias: list(text),
    type: list(concept),
    partOf: may(reference),
  }),
  Practitioner: T.Object({ identifier: list(identifier) }),
  PractitionerRole: T.Object({ identifier: list(identifier), organization: may(reference) }),
  Location: T.Object({ identifier: list(identifier), managingOrganization: may(reference) }),
  Medication: T.Object({ code: may(concept) }),
  Encounter: T.Object({
    ...common,
    status: oneOf('planned', 'arrived', 'triaged', 'in-progress', 'onleave', 'finished', 'cancelled', 'entered-in-error', 'unknown'),
    class: coding,
    type: list(concept),
    reasonCode: list(concept),
    subject: may(subject),
    period: may(period),
    serviceProvider: may(reference),
    location: list(T.Object({ location: reference })),
  }),
  Condition: T.Object({
    ...common,
    subject,
    clinicalStatus: may(concept),
    verificationStatus: may(concept),
    code: may(concept),
    severity: may(concept),
    onsetDateTime: may(dateTime),
    onsetPeriod: may(period),
    onsetString: may(text),
    abatementDateTime: may(dateTime),
    abatementPeriod: may(period),
    abatementString: may(text),
    abatementBoolean: may(T.Boolean()),
    recordedDate: may(dateTime),
    note: list(annotation),
  }),
  MedicationRequest: T.Object({
    ...common,
    subject,
    status: oneOf('active', 'on-hold', 'cancelled', 'completed', 'entered-in-error', 'stopped', 'draft', 'unknown'),
    intent: oneOf('proposal', 'plan', 'order', 'original-order', 'reflex-order', 'filler-order', 'instance-order', 'option'),
    doNotPerform: may(T.Boolean()),
    medicationCodeableConcept: may(concept),
    medicationReference: may(reference),
    authoredOn: may(dateTime),
    dosageInstruction: list(
      T.Object({
        text: may(text),
        asNeededBoolean: may(T.Boolean()),
        doseAndRate: list(T.Object({ doseQuantity: may(quantity) })),
        timing: may(
          T.Object({
            code: may(concept),
            repeat: may(T.Object({ frequency: may(T.Integer()), period: may(T.Number()), periodUnit: may(text) })),
          }),
        ),
      }),
    ),
    reasonCode: list(concept),
  }),
  AllergyIntolerance: T.Object({
    ...common,
    patient: subject,
    clinicalStatus: may(concept),
    verificationStatus: may(concept),
    code: may(concept),
    criticality: may(oneOf('low', 'high', 'unable-to-assess')),
    onsetDateTime: may(dateTime),
    onsetPeriod: may(period),
    recordedDate: may(dateTime),
    reaction: list(T.Object({ substance: may(concept), manifestation: list(concept), severity: may(oneOf('mild', 'moderate', 'severe')) })),
  }),
  Observation: T.Object({
    ...common,
    status: oneOf('registered', 'preliminary', 'final', 'amended', 'corrected', 'cancelled', 'entered-in-error', 'unknown'),
    code: concept,
    subject: may(subject),
    effectiveDateTime: may(dateTime),
    effectivePeriod: may(period),
    effectiveInstant: may(dateTime),
    issued: may(dateTime),
    ...value,
    note: list(annotation),
    component: list(T.Object({ code: concept, ...value })),
  }),
  Procedure: T.Object({
    ...common,
    subject,
    status: oneOf('preparation', 'in-progress', 'not-done', 'on-hold', 'stopped', 'completed', 'entered-in-error', 'unknown'),
    code: may(concept),
    performedDateTime: may(dateTime),
    performedPeriod: may(period),
    bodySite: list(concept),
    outcome: may(concept),
    note: list(annotation),
  }),
  Immunization: T.Object({
    ...common,
    patient: subject,
    status: oneOf('completed', 'entered-in-error', 'not-done'),
    vaccineCode: concept,
    occurrenceDateTime: may(dateTime),
    occurrenceString: may(text),
    lotNumber: may(text),
  }),
  DiagnosticReport: T.Object({
    ...common,
    status: oneOf(
      ...(['registered', 'partial', 'preliminary', 'final', 'amended', 'corrected', 'appended', 'cancelled', 'entered-in-error'] as const),
      'unknown',
    ),
    code: concept,
    subject: may(subject),
    effectiveDateTime: may(dateTime),
    effectivePeriod: may(period),
    issued: may(dateTime),
    conclusion: may(text),
  }),
  DocumentReference: T.Object({
    ...common,
    status: oneOf('current', 'superseded', 'entered-in-error'),
    type: may(concept),
    subject: may(subject),
    date: may(dateTime),
    description: may(text),
    content: T.Array(T.Object({ attachment: T.Object({ title: may(text), contentType: may(text) }) }), { minItems: 1 }),
    context: may(T.Object({ encounter: list(reference), period: may(period) })),
  }),
  CarePlan: T.Object({
    ...common,
    status: oneOf('draft', 'active', 'on-hold', 'revoked', 'completed', 'entered-in-error', 'unknown'),
    intent: oneOf('proposal', 'plan', 'order', 'option'),
    subject,
    title: may(text),
    description: may(text),
    category: list(concept),
    period: may(period),
    created: may(dateTime),
    activity: list(T.Object({ detail: may(T.Object({ code: may(concept), description: may(text) })) })),
  }),
  Goal: T.Object({
    ...common,
    lifecycleStatus: oneOf(
      ...(['proposed', 'planned', 'accepted', 'active', 'on-hold', 'completed', 'cancelled', 'entered-in-error', 'rejected'] as const),
    ),
    description: concept,
    subject,
    startDate: may(date),
    statusDate: may(date),
  }),
  ImagingStudy: T.Object({
    ...common,
    status: oneOf('registered', 'available', 'cancelled', 'entered-in-error', 'unknown'),
    subject,
    started: may(dateTime),
    description: may(text),
    modality: list(coding),
    procedureCode: list(concept),
    numberOfSeries: may(T.Integer()),
    numberOfInstances: may(T.Integer()),
  }),
} as const satisfies Record<string, TSchema>

export type Shaped = keyof typeof shapes
export type Shape<Type extends Shaped> = Static<(typeof shapes)[Type]>
export type Valued = Static<ReturnType<typeof valued>>
const valued = () => T.Object(value)

const compiled = new Map<string, Validator>()

/** The check of a type that is read; undefined: it is only kept. */
export function shapeOf(type: string): Validator | undefined {
  if (!Object.hasOwn(shapes, type)) return undefined
  const known = compiled.get(type) ?? (Compile(shapes[type as Shaped] as TSchema) as Validator)
  compiled.set(type, known)
  return known
}
