import { defineRefusals } from '../../kernel/refusal.ts'

export const refusals = defineRefusals({})
