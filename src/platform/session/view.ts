import { Type as T } from 'typebox'
import type { Actor } from '../operation/index.ts'
import { bilingual, idOf, nullable } from '../operation/schema.ts'

/** Who is signed in, as the web needs to know. */
export const sessionView = T.Object({
  accountId: idOf('account'),
  kind: T.Unsafe<'staff' | 'patient'>({ type: 'string', enum: ['staff', 'patient'] }),
  name: bilingual,
  roles: T.Array(T.String()),
  permissions: T.Array(T.String()),
  institutionId: nullable(idOf('institution')),
  personId: nullable(idOf('person')),
  /** Institutions to switch between. */
  institutions: T.Array(T.Object({ id: idOf('institution'), roles: T.Array(T.String()) })),
})
type SessionView = T.Static<typeof sessionView>
export type Session = {
  readonly actor: Actor
  readonly view: SessionView
  /** By what a transaction checks that it is still this one. */
  readonly standing: { readonly tokenHash: string; readonly digest: string }
}
