import type { FastifyRequest } from 'fastify'
import type { Result } from '../../kernel/result.ts'
import type { Query } from '../operation/index.ts'
import { ask, mayUse } from '../operation/perform.ts'
import type { Runtime } from '../operation/runtime.ts'
import { refuse } from '../refusals.ts'
import { findKnown, findSession, type Session } from '../session/index.ts'
import { hasFallen } from '../transaction/index.ts'
import { tokenOf } from './session-cookie.ts'

/**
 * Asks for who is signed in. A session that was read before is not read again first: the query begins as its actor, and the same write
 * has PostgreSQL check that the session still stands unchanged. Where it does not, nothing has happened, and it is read.
 */
export async function askSigned(runtime: Runtime, request: FastifyRequest, query: Query, input: object): Promise<Result<unknown, string>> {
  const token = tokenOf(request)
  if (!token) return refuse('platform.not-signed-in')
  const askAs = ({ actor, standing }: Session, isKnown: boolean) =>
    ask(runtime, query, actor, input, request.id, isKnown ? standing : undefined)
  const known = findKnown(runtime, token)
  if (known && mayUse(known.actor, query)) {
    try {
      return await askAs(known, true)
    } catch (error) {
      if (!hasFallen(error)) throw error
    }
  }
  const session = await findSession(runtime, token)
  return session ? askAs(session, false) : refuse('platform.not-signed-in')
}
