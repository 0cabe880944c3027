import type { TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import type { TLocalizedValidationError } from 'typebox/error'
import { type Name, ok, type Refused, type Result } from '../../../../kernel/result.ts'
import { broken, problems } from './broken.ts'
import type { Resource } from './resource.ts'
import { type Shaped, shapes } from './shape.ts'

const compiled = new Map<string, Validator>()

/** The check of a type that is read; undefined: it is only kept. */
function shapeOf(type: string): Validator | undefined {
  if (!Object.hasOwn(shapes, type)) return undefined
  const known = compiled.get(type) ?? (Compile(shapes[type as Shaped] as TSchema) as Validator)
  compiled.set(type, known)
  return known
}

/** Checks what is read of a resource; the first thing that is wrong is refused by its place. */
export function checkShape(resource: Resource, path: string): Result<Resource, 'people.bundle-broken'> {
  const shape = shapeOf(resource.resourceType)
  if (shape && !shape.Check(resource)) {
    const [wrong] = shape.Errors(resource)
    if (wrong) return sayWrong(wrong, path)
  }
  // An element of several types is one element: which of them was sent is a rule beside the shape.
  const { resourceType: type } = resource
  if (type === 'Immunization' && !resource.occurrenceDateTime && !resource.occurrenceString)
    return broken(`${path}.occurrenceDateTime`, problems.oneDate)
  if (type === 'MedicationRequest' && !resource.medicationCodeableConcept && !resource.medicationReference)
    return broken(`${path}.medicationCodeableConcept`, problems.oneMedication)
  return ok(resource)
}

/** `/component/0/code` below `entry[1].resource` is `entry[1].resource.component[0].code`. */
const below = (path: string, pointer: string): string =>
  pointer
    .split('/')
    .slice(1)
    .reduce((sofar, step) => (/^\d+$/.test(step) ? `${sofar}[${step}]` : `${sofar}.${step}`), path)

function sayWrong({ keyword, instancePath, params }: TLocalizedValidationError, path: string): Refused<'people.bundle-broken'> {
  const place = below(path, instancePath)
  const {
    requiredProperties = [],
    allowedValues = [],
    type = '',
    message = '',
  } = params as {
    requiredProperties?: string[]
    allowedValues?: string[]
    type?: string
    message?: string
  }
  if (keyword === 'required') return broken(`${place}.${requiredProperties[0]}`, problems.missing)
  if (keyword === 'enum') return broken(place, problems.oneOf(allowedValues))
  if (keyword === '~refine') return broken(place, dates[message as keyof typeof dates] ?? problems.text)
  if (keyword === 'type') return broken(place, kinds[type] ?? problems.text)
  return broken(place, problems.empty)
}

const kinds: Readonly<Record<string, Name>> = {
  string: problems.text,
  object: problems.object,
  array: problems.array,
  number: problems.number,
  integer: problems.integer,
  boolean: problems.boolean,
}
const dates = {
  date: problems.oneOf(['YYYY', 'YYYY-MM', 'YYYY-MM-DD']),
  dateTime: problems.oneOf(['YYYY', 'YYYY-MM', 'YYYY-MM-DD', 'YYYY-MM-DDThh:mm:ss+08:00']),
}
