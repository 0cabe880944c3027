import type { Actor } from '../../../platform/operation/index.ts'

export const networkKinds = ['MALL', 'HOSP', 'COMM', 'GROUP', 'COUNTY'] as const
export const institutionKinds = ['operator', 'hospital', 'clinic', 'imaging-centre', 'laboratory', 'doctor-group'] as const
export const titles = ['resident', 'attending', 'associate-chief', 'chief'] as const
export const resourceRoles = ['expert', 'room', 'device'] as const
export type Title = (typeof titles)[number]
export type ResourceRole = (typeof resourceRoles)[number]

/** An institution changes what is its own; who registers parties does it for all. */
export const mayActFor = (actor: Actor, ownerId: string): boolean =>
  actor.kind === 'system' || actor.institutionId === ownerId || actor.permissions.has('network.party.register')
