import type { Id } from '../../kernel/id.ts'
import type { Actor } from '../../platform/operation/index.ts'
import { systemActor } from '../../platform/operation/perform.ts'
import type { Runtime } from '../../platform/operation/runtime.ts'
import { permissionsOf } from '../../platform/permission/index.ts'

/** An actor in one role of one institution, as a session would make him. */
export const staffActor = (runtime: Runtime, institutionId: Id<'institution'>, role: string): Actor => ({
  ...systemActor,
  kind: 'staff',
  institutionId,
  roles: [role],
  permissions: permissionsOf(runtime.roles, [role]),
})
