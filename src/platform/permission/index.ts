import type { Words } from '../operation/index.ts'

/** A role is a named set of permissions that an account holds at one institution. */
export type Role = Words & { readonly kind: 'staff' | 'patient'; readonly permissions: readonly string[] }
export type Roles = Readonly<Record<string, Role>>

export const permissionsOf = (roles: Roles, held: readonly string[]): ReadonlySet<string> =>
  new Set(held.flatMap((name) => roles[name]?.permissions ?? []))
