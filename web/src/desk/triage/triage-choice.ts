import type { Enum } from '../../client/enums'

/** What the step leaves in the address of the screen that mounts it. */
export type TriageChoice = { readonly assessment?: string | undefined; readonly specialty?: Enum<'specialty'> | undefined }
