import { operationWords } from '../client/operation-words'
import { useBilingual } from '../words/use-words'

/** What an operation is called; one that is no longer offered shows its name. */
export function useOperationWord(): (operation: string) => string {
  const pick = useBilingual()
  return (operation) => pick(operationWords[operation] ?? { zh: operation, en: operation })
}
