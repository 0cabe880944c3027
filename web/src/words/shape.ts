/** The same sentences in another language: every key, every argument. */
export type Words<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends (...values: infer Values) => string ? (...values: Values) => string : string
}
