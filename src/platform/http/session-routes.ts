import type { FastifyInstance } from 'fastify'
import { type Static, Type as T } from 'typebox'
import { ok } from '../../kernel/result.ts'
import type { Runtime } from '../operation/runtime.ts'
import { idOf } from '../operation/schema.ts'
import { refuse } from '../refusals.ts'
import { endSession, sessionView, signIn, switchInstitution } from '../session/index.ts'
import { type Answer, sessionCookie, sessionOf, setSessionCookie, tokenOf } from './session-cookie.ts'

const signInInput = T.Object(
  { login: T.String({ minLength: 1, maxLength: 64 }), password: T.String({ minLength: 1, maxLength: 200 }) },
  { additionalProperties: false },
)
const switchInput = T.Object({ institutionId: idOf('institution') }, { additionalProperties: false })

/** Operations on the session itself: they make, change and end what all others need, so they run outside `perform`. */
export const sessionOperations = [
  {
    name: 'platform.sign-in',
    method: 'POST',
    path: '/api/platform/session/sign-in',
    zh: '登录',
    en: 'Sign in',
    input: signInInput,
    output: sessionView,
    refusals: ['platform.credentials-wrong', 'platform.too-many-attempts'],
  },
  {
    name: 'platform.find-session',
    method: 'GET',
    path: '/api/platform/session',
    zh: '当前登录',
    en: 'Who is signed in',
    input: T.Object({}),
    output: sessionView,
    refusals: ['platform.not-signed-in'],
  },
  {
    name: 'platform.switch-institution',
    method: 'POST',
    path: '/api/platform/session/institution',
    zh: '切换机构',
    en: 'Switch institution',
    input: switchInput,
    output: sessionView,
    refusals: ['platform.role-not-held'],
  },
  {
    name: 'platform.sign-out',
    method: 'POST',
    path: '/api/platform/session/sign-out',
    zh: '退出',
    en: 'Sign out',
    input: T.Object({}),
    output: T.Object({}),
    refusals: [],
  },
] as const

const schemaOf = (name: (typeof sessionOperations)[number]['name']) => {
  const found = sessionOperations.find((operation) => operation.name === name) as (typeof sessionOperations)[number]
  const { input, output, method, zh, en } = found
  return {
    operationId: name,
    tags: ['platform'],
    summary: `${en} / ${zh}`,
    ...(method === 'POST' && Object.keys(input.properties).length ? { body: input } : {}),
    response: { 200: output },
  }
}

export function sessionRoutes(app: FastifyInstance, runtime: Runtime, answer: Answer): void {
  app.post('/api/platform/session/sign-in', { schema: schemaOf('platform.sign-in') }, async (request, reply) => {
    const { login, password } = request.body as Static<typeof signInInput>
    const signed = await signIn(runtime, login, password, { address: request.ip, requestId: request.id })
    if (!signed.ok) return answer(reply, request, signed)
    setSessionCookie(reply, request, signed.value.token)
    return answer(reply, request, ok(signed.value.session.view))
  })
  app.get('/api/platform/session', { schema: schemaOf('platform.find-session') }, async (request, reply) => {
    const session = await sessionOf(runtime, request)
    return answer(reply, request, session ? ok(session.view) : refuse('platform.not-signed-in'))
  })
  app.post('/api/platform/session/institution', { schema: schemaOf('platform.switch-institution') }, async (request, reply) => {
    const { institutionId } = request.body as Static<typeof switchInput>
    const switched = await switchInstitution(runtime, tokenOf(request) ?? '', institutionId, request.id)
    return answer(reply, request, switched.ok ? ok(switched.value.view) : switched)
  })
  app.post('/api/platform/session/sign-out', { schema: schemaOf('platform.sign-out') }, async (request, reply) => {
    await endSession(runtime, tokenOf(request) ?? '', request.id)
    reply.clearCookie(sessionCookie, { path: '/' })
    return answer(reply, request, ok({}))
  })
}
