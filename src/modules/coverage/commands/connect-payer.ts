import { createHash } from 'node:crypto'
import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { idOf } from '../../../platform/operation/schema.ts'
import { refuse } from '../refusals.ts'
import { saveConnection } from '../store/connection.ts'
import { findPayerId } from '../store/plan.ts'

const token = T.String({ minLength: 32, maxLength: 400 })

/** How a payer is reached, with our token for it, and the token by which its answers are known, of which only the hash stays. */
export const connectPayer = defineCommand({
  name: 'coverage.connect-payer',
  zh: '设置与支付方的连接',
  en: 'Connect a payer',
  permission: 'coverage.payer.connect',
  network: 'the tokens of a payer are visible to no institution, only to what sends and receives',
  input: T.Object({
    payerCode: T.String(),
    endpoint: T.String({ pattern: '^https?://[^\\s]{1,300}$', description: 'where it takes messages' }),
    token,
    answerToken: token,
  }),
  output: T.Object({ payerId: idOf('payer') }),
  refusals: ['coverage.payer-unknown'],
  secrets: ['token', 'answerToken'],
  async run(work, { payerCode, endpoint, token, answerToken }) {
    const payerId = await findPayerId(work, payerCode)
    if (!payerId) return refuse('coverage.payer-unknown', { payer: payerCode })
    await saveConnection(work, { payerId, endpoint, token, answerTokenHash: hashOfToken(answerToken) })
    return ok({ payerId })
  },
})

/** What is kept of a token with 256 random bits. */
export const hashOfToken = (text: string): Buffer => createHash('sha256').update(text).digest()
