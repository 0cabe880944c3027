import { ZenEngine } from '@gorules/zen-engine'
import { Engine } from 'json-rules-engine'
import type { GeneratedClaim, GeneratedLimit, GeneratedRule } from './integrity-claims.ts'

/** What a peer is given of a line: everything it would have to work out first is worked out for it. */
export type Facts = {
  readonly id: string
  readonly item: string
  readonly quantity: number
  readonly unitFen: number
  readonly sex: string
  readonly age: number
  readonly diagnoses: readonly string[]
}
export const factsOf = ({ sex, birthDate, date, diagnoses, lines }: GeneratedClaim): Facts[] => {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4))
  const age = date.slice(5) < birthDate.slice(5) ? years - 1 : years
  return lines.map(({ id, item, quantity, unitFen }) => ({ id, item, quantity, unitFen, sex, age, diagnoses }))
}

/** Codes of the rules that are broken, by line. */
type Codes = readonly (readonly string[])[]
export type Peer = { readonly name: string; review(claims: readonly (readonly Facts[])[]): Promise<readonly Codes[]> }

const columns = ['item', 'age', 'sex', 'diagnoses', 'quantity', 'unitFen'] as const

function zenCell(limit: GeneratedLimit): Partial<Record<(typeof columns)[number], string>> {
  switch (limit.kind) {
    case 'age':
      return { age: `> ${limit.most}` }
    case 'sex':
      return { sex: limit.only === 'female' ? '"male"' : '"female"' }
    case 'diagnosis':
      return { diagnoses: `none($, ${limit.categories.map((code) => `startsWith(#, '${code}')`).join(' or ')})` }
    case 'quantity':
      return { quantity: `> ${limit.most}` }
    case 'price':
      return { unitFen: `> ${limit.mostFen}` }
  }
}

/** One decision table that collects, a row per item, which is faster than a row per rule; a claim's lines in one call (`loop`), or each line by itself; 64 promises at once. */
export function zen(rules: readonly GeneratedRule[], loop: boolean): Peer {
  const empty = Object.fromEntries(columns.map((column) => [column, '']))
  const table = {
    ...{ id: 'table', type: 'decisionTableNode', name: 'table', position: { x: 0, y: 0 } },
    content: {
      hitPolicy: 'collect',
      ...(loop ? { executionMode: 'loop', inputField: 'lines' } : {}),
      inputs: columns.map((column) => ({ id: column, name: column, field: column })),
      outputs: [{ id: 'rule', name: 'rule', field: 'rule' }],
      rules: rules.flatMap(({ code, items, limit }) =>
        items.map((item) => ({ _id: `${code} ${item}`, ...empty, item: `"${item}"`, ...zenCell(limit), rule: `"${code}"` })),
      ),
    },
  }
  const nodes = [
    { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
    table,
    { id: 'out', type: 'outputNode', name: 'out', position: { x: 0, y: 0 } },
  ]
  const edges = [
    { id: '1', sourceId: 'in', targetId: 'table', type: 'edge' },
    { id: '2', sourceId: 'table', targetId: 'out', type: 'edge' },
  ]
  const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify({ nodes, edges })))
  const codesOf = (rows: readonly { rule: string }[]) => rows.map(({ rule }) => rule)
  const reviewOne = async (lines: readonly Facts[]): Promise<Codes> => {
    if (loop) return ((await decision.evaluate({ lines })).result as { rule: string }[][]).map(codesOf)
    return Promise.all(lines.map(async (line) => codesOf((await decision.evaluate(line)).result)))
  }
  return {
    name: loop ? 'zen, a claim per call' : 'zen, a line per call',
    async review(claims) {
      const found: Codes[] = []
      for (let from = 0; from < claims.length; from += 64) found.push(...(await Promise.all(claims.slice(from, from + 64).map(reviewOne))))
      return found
    },
  }
}

function jsonCondition(limit: GeneratedLimit) {
  switch (limit.kind) {
    case 'age':
      return { fact: 'age', operator: 'greaterThan', value: limit.most }
    case 'sex':
      return { fact: 'sex', operator: 'notEqual', value: limit.only }
    case 'diagnosis':
      return { fact: 'diagnoses', operator: 'noneBeginsWith', value: [...limit.categories] }
    case 'quantity':
      return { fact: 'quantity', operator: 'greaterThan', value: limit.most }
    case 'price':
      return { fact: 'unitFen', operator: 'greaterThan', value: limit.mostFen }
  }
}

export function jsonRulesEngine(rules: readonly GeneratedRule[]): Peer {
  const engine = new Engine()
  engine.addOperator('noneBeginsWith', (diagnoses: string[], categories: string[]) =>
    diagnoses.every((diagnosis) => categories.every((category) => !diagnosis.startsWith(category))),
  )
  for (const { code, items, limit } of rules)
    engine.addRule({
      conditions: { all: [{ fact: 'item', operator: 'in', value: [...items] }, jsonCondition(limit)] },
      event: { type: code },
    })
  return {
    name: 'json-rules-engine',
    async review(claims) {
      const found: Codes[] = []
      for (const lines of claims) {
        const codes: string[][] = []
        for (const line of lines) codes.push((await engine.run(line)).events.map(({ type }) => type))
        found.push(codes)
      }
      return found
    },
  }
}
