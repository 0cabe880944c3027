import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type as T } from 'typebox'
import type { Refusal } from '../../kernel/result.ts'
import type { Entrance, RefusalTable } from '../operation/index.ts'
import { perform, systemActor } from '../operation/perform.ts'
import type { Runtime } from '../operation/runtime.ts'
import { languageOf, outcomeOf, statusOf } from './problem.ts'

type Around = {
  readonly words: RefusalTable
  readonly refusalOf: (error: FastifyError, request: FastifyRequest, runtime: Runtime) => Refusal
}
/** What the command of an entrance answers. */
type Issue = { readonly severity: string; readonly code: string; readonly zh: string; readonly en: string }

/** An address at which an outside system brings something in; answers, refusals and faults are FHIR R4 `OperationOutcome`. */
export function addEntrance(app: FastifyInstance, runtime: Runtime, tag: string, entrance: Entrance, { words, refusalOf }: Around): void {
  const { path, command } = entrance
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name as string)
  const refuseTo = (reply: FastifyReply, request: FastifyRequest, refusal: Refusal) =>
    send(reply.status(statusOf(refusal)), outcomeOf(refusal, words, languageOf(request.headers['accept-language']), request.id))
  if (!app.hasContentTypeParser(fhir)) app.addContentTypeParser(fhir, { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'))
  app.post(
    path,
    {
      schema: {
        operationId: command.name,
        summary: `${command.en} / ${command.zh}`,
        description: 'For an outside system, with a bearer token of its own. Answers are FHIR OperationOutcome.',
        tags: [tag],
        params: T.Object(Object.fromEntries(names.map((name) => [name, T.String({ maxLength: 100 })]))),
        body: T.Object({}, { additionalProperties: true }),
      },
      errorHandler: (error: FastifyError, request, reply) => refuseTo(reply, request, refusalOf(error, request, runtime)),
    },
    async (request, reply) => {
      const key = request.headers['idempotency-key']
      const input = {
        ...(request.params as object),
        token: (request.headers.authorization ?? '').replace(/^Bearer /, ''),
        key: typeof key === 'string' && key.length <= 200 ? key : null,
        resource: request.body as object,
      }
      const { result } = await perform(runtime, command, systemActor, input, { requestId: request.id })
      if (!result.ok) return refuseTo(reply, request, result.refusal)
      const { severity, code, ...text } = result.value as Issue
      const details = { coding: [{ system: '/problems', code }], text: text[languageOf(request.headers['accept-language'])] }
      return send(reply.status(202), { resourceType: 'OperationOutcome', issue: [{ severity, code: 'informational', details }] })
    },
  )
}

const fhir = 'application/fhir+json'
const send = (reply: FastifyReply, outcome: object) => reply.type(fhir).send(outcome)
