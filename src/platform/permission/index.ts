import type { Words } from '../operation/index.ts'

/** A role is a named set of permissions that an account holds at one institution. */
export type Role = Words & { readonly kind: 'staff' | 'patient'; readonly permissions: readonly string[] }
export type Roles = Readonly<Record<string, Role>>

const known = new WeakMap<Roles, Map<string, ReadonlySet<string>>>()

/** All permissions of the roles held; one set per combination, because every request asks. */
export function permissionsOf(roles: Roles, held: readonly string[]): ReadonlySet<string> {
  const sets = known.get(roles) ?? new Map<string, ReadonlySet<string>>()
  known.set(roles, sets)
  const key = held.join(',')
  const permissions = sets.get(key) ?? new Set(held.flatMap((name) => roles[name]?.permissions ?? []))
  sets.set(key, permissions)
  return permissions
}
