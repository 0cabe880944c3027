import type { AllWords } from '../../../words/use-words'

/** Why a message could not be brought to its payer. */
export function faultText(fault: string, { unreachable, timeout, notConnected, refusedWith }: AllWords['coverage']): string {
  const known: Record<string, string> = { unreachable, timeout, 'not-connected': notConnected }
  return known[fault] ?? refusedWith(fault.replace('http-', ''))
}
