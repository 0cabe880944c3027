import type { FastifyInstance } from 'fastify'
import { Type as T } from 'typebox'
import type { Hub } from '../live/index.ts'
import type { Runtime } from '../operation/runtime.ts'
import { refuse } from '../refusals.ts'
import { type Answer, sessionOf } from './session-cookie.ts'

const beatMilliseconds = 10_000
/** A stream is opened anew after this, so that a session that has ended hears nothing for long. */
const streamMilliseconds = 15 * 60_000

const query = T.Object(
  {
    /** `booking.queue/<id>`, at most 100, with commas. */
    topics: T.String({ pattern: '^[a-z]+\\.[a-z-]+/[0-9a-f-]{36}(,[a-z]+\\.[a-z-]+/[0-9a-f-]{36}){0,99}$' }),
  },
  { additionalProperties: false },
)

/**
 * Server-sent events: `news` tells that a topic has changed and by which transaction, null: read again once; `beat` every ten seconds.
 * It carries no fact: what has changed is asked for again, and answered by who may see it.
 */
export function liveRoute(app: FastifyInstance, runtime: Runtime, hub: Hub, answer: Answer): void {
  app.get(
    '/api/platform/live',
    { schema: { operationId: 'platform.follow', tags: ['platform'], summary: 'What has changed / 实时更新', querystring: query } },
    async (request, reply) => {
      if (!(await sessionOf(runtime, request))) return answer(reply, request, refuse('platform.not-signed-in'))
      const { topics } = request.query as { topics: string }
      reply.hijack()
      const { raw } = reply
      if (raw.destroyed) return // it left while its session was looked up: nothing would ever say so again
      raw.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-cache, no-transform',
        'x-accel-buffering': 'no', // a proxy in front must not wait for more
        connection: 'keep-alive',
      })
      const send = (event: string, data: object) => raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
      const beat = () => send('beat', { now: runtime.clock.now() })
      raw.write('retry: 1000\n\n')
      beat()
      const leave = hub.follow(topics.split(','), (news) => send('news', news))
      const beats = setInterval(beat, beatMilliseconds)
      const end = setTimeout(() => raw.end(), streamMilliseconds)
      raw.once('close', () => {
        leave()
        clearInterval(beats)
        clearTimeout(end)
      })
    },
  )
}
