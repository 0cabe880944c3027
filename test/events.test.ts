import { Check, Create } from 'typebox/value'
import { expect, test } from 'vitest'
import { modules } from '../src/apps/modules.ts'

const events = modules.flatMap((module) => module.events)
const reactions = modules.flatMap((module) => module.reactions)

test.each(reactions.map((reaction) => [reaction.subscriber, reaction] as const))('%s can read what is published', (_, { event, reads }) => {
  const published = events.find(({ name }) => name === event)
  expect(published, event).toBeDefined()
  if (published) expect(Check(reads, Create(published.payload))).toBe(true)
})

test('every subscriber has a lane of its own, and every event a version', () => {
  expect(new Set(reactions.map(({ subscriber }) => subscriber)).size).toBe(reactions.length)
  for (const { name } of events) expect(name).toMatch(/^[a-z]+\.[a-z-]+\.v\d+$/)
})

test('operations, permissions and refusals carry the name of their room', () => {
  for (const { name, routes, inner, permissions, refusals } of modules) {
    for (const operation of [...routes.map((route) => route.operation), ...inner]) expect(operation.name).toMatch(new RegExp(`^${name}\\.`))
    for (const key of [...Object.keys(permissions), ...Object.keys(refusals)]) expect(key).toMatch(new RegExp(`^${name}\\.`))
  }
})

test('every permission of an operation has its words, and every refusal an operation names exists', () => {
  const permissions = modules.flatMap((module) => Object.keys(module.permissions))
  const refusals = modules.flatMap((module) => Object.keys(module.refusals))
  for (const operation of modules.flatMap(({ routes, inner }) => [...routes.map((route) => route.operation), ...inner])) {
    if (operation.permission) expect(permissions).toContain(operation.permission)
    for (const code of operation.refusals) expect(refusals).toContain(code)
  }
})
