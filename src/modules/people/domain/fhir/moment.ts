import { type Instant, instantAt, isPlainDate, type PlainDate, toInstant } from '../../../../kernel/time.ts'

const shape =
  /^([12]\d{3})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01])(?:T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d))?)?)?$/

/** The first day of what a FHIR date means: of a year or a month, its first. */
export const firstDay = (text: string): PlainDate => `${text.slice(0, 10)}${'-01-01'.slice(text.slice(0, 10).length - 4)}` as PlainDate

/** Whether the text is a FHIR date or dateTime, down to the year, of a day that exists; before the year 1000 nobody was treated. */
export const isFhirDateTime = (text: string): boolean => shape.test(text) && isPlainDate(firstDay(text))
export const isFhirDate = (text: string): boolean => text.length <= 10 && isFhirDateTime(text)

/** The moment of a FHIR date or dateTime; of a day, month or year its first moment in the zone. */
export const momentOf = (text: string, zone: string): Instant =>
  text.length > 10 ? toInstant(text.replace(/:60(?=[.Z+-])/, ':59')) : instantAt(zone, firstDay(text), '00:00')

/** A year or month is less than a day: then the note says what was sent, because a moment cannot. */
export const isWholeDay = (text: string): boolean => text.length >= 10
