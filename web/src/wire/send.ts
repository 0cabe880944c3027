import type { Operation } from '../client/operation'
import type { RefusalCode } from '../client/refusals'
import { noteServerTime } from './now'
import { readPreferences } from './preferences'

export type Refusal<Code extends RefusalCode = RefusalCode> = {
  readonly code: Code
  /** A name is in both languages. */
  readonly details: Readonly<Record<string, string | number | { readonly zh: string; readonly en: string }>>
  readonly requestId: string
}
export type Reply<Answer, Code extends RefusalCode> =
  | { readonly ok: true; readonly value: Answer }
  | { readonly ok: false; readonly refusal: Refusal<Code> }

/** The server did not answer as it should, or not at all. */
export class Fault extends Error {
  readonly requestId: string | null
  constructor(message: string, requestId: string | null) {
    super(message)
    this.requestId = requestId
  }
}

/** Sends one operation; a refusal is a value, anything else that goes wrong is a fault. */
export async function send<Input extends object, Answer, Code extends RefusalCode>(
  operation: Operation<Input, Answer, Code>,
  input: Input,
  key?: string,
  signal?: AbortSignal,
): Promise<Reply<Answer, Code>> {
  const { path, rest } = fillPath(operation.path, input)
  const reads = operation.method === 'GET'
  const response = await fetch(reads ? withQuery(path, rest) : path, {
    method: operation.method,
    headers: {
      'accept-language': readPreferences().language,
      ...(reads ? {} : { 'content-type': 'application/json' }),
      ...(key ? { 'idempotency-key': key } : {}),
    },
    ...(reads ? {} : { body: JSON.stringify(rest) }),
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    throw new Fault(String(error), null)
  })
  noteServerTime(response.headers.get('careloom-now'))
  const body: unknown = await response.json().catch(() => null)
  if (response.ok) return { ok: true, value: body as Answer }
  const problem = body as (Refusal<Code> & { status: number }) | null
  if (!problem?.code || response.status === 500) throw new Fault(`status ${response.status}`, problem?.requestId ?? null)
  return { ok: false, refusal: { code: problem.code, details: problem.details, requestId: problem.requestId } }
}

function fillPath(template: string, input: object): { path: string; rest: Record<string, unknown> } {
  const rest: Record<string, unknown> = { ...input }
  const path = template.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name])
    delete rest[name]
    return encodeURIComponent(value)
  })
  return { path, rest }
}

function withQuery(path: string, values: Record<string, unknown>): string {
  const present = Object.entries(values).filter(([, value]) => value !== undefined && value !== '')
  return present.length === 0 ? path : `${path}?${new URLSearchParams(present.map(([name, value]) => [name, String(value)]))}`
}
