/** A FHIR resource of which nothing is known but its type. */
export type Resource = { readonly resourceType: string; readonly id?: string; readonly [element: string]: unknown }

/** One resource of a bundle, as it was sent and as it is read. */
export type Entry = {
  /** `entry[12].resource` */
  readonly path: string
  /** By what it is recognised when it comes again. */
  readonly address: string
  readonly resource: Resource
  /** As sent, without white space between tokens. */
  readonly text: string
  readonly hash: string
  readonly references: readonly Found[]
}

/** A reference with its place: `entry[12].resource.subject.reference`. */
export type Found = { readonly path: string; readonly reference: string }
