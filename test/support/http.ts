import type { FastifyInstance } from 'fastify'
import { partOf, pathNames } from '../../src/platform/http/index.ts'
import { sessionCookie } from '../../src/platform/http/session-cookie.ts'
import type { Route } from '../../src/platform/operation/index.ts'

/** Signs in and answers the token, as an integrator keeps it. */
export async function tokenFor(server: FastifyInstance, login: string, password: string): Promise<string> {
  const answer = await server.inject({ method: 'POST', url: '/api/platform/session/sign-in', payload: { login, password } })
  const token = answer.cookies.find(({ name }) => name === sessionCookie)?.value
  if (!token) throw new Error(`no session for ${login}: ${answer.body}`)
  return token
}

let keys = 0

/** Calls a route with an input spread over path, query and body. */
export function callRoute(server: FastifyInstance, { method, path, operation }: Route, input: object, token: string | null) {
  const values = input as Record<string, unknown>
  const names = pathNames(path)
  const url = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values[name])))
  const rest = Object.fromEntries(
    Object.keys(partOf(operation.input, (name) => !names.includes(name)).properties).flatMap((name) =>
      values[name] === undefined ? [] : [[name, values[name]]],
    ),
  )
  keys += 1
  return server.inject({
    method,
    url,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(method === 'POST' ? { 'idempotency-key': `test-key-${keys}` } : {}),
    },
    ...(method === 'GET' ? { query: rest as Record<string, string> } : { payload: rest }),
  })
}
