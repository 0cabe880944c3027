import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Result } from '../../kernel/result.ts'
import type { Runtime } from '../operation/runtime.ts'
import { findSession, type Session } from '../session/index.ts'

export const sessionCookie = 'careloom_session'

/** Token of the session, from the cookie of a browser or the header of an integrator. */
export function tokenOf(request: FastifyRequest): string | null {
  const bearer = request.headers.authorization?.match(/^Bearer (\S+)$/)?.[1]
  return bearer ?? request.cookies[sessionCookie] ?? null
}

export async function sessionOf(runtime: Runtime, request: FastifyRequest): Promise<Session | null> {
  const token = tokenOf(request)
  return token ? findSession(runtime, token) : null
}

/** Keeps the token where no script reads it. */
export const setSessionCookie = (reply: FastifyReply, { protocol }: FastifyRequest, token: string): FastifyReply =>
  reply.setCookie(sessionCookie, token, { path: '/', httpOnly: true, sameSite: 'strict', secure: protocol === 'https' })

export type Answer = (reply: FastifyReply, request: FastifyRequest, result: Result<unknown, string>) => FastifyReply
