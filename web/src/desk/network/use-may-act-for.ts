import { useMay, useSession } from '../../wire/session'

/** Whether to offer filing and renewing for an institution: one's own, or any for who registers parties; the server decides again. */
export function useMayActFor(institutionId: string): boolean {
  const session = useSession()
  const mayFile = useMay('network.practice.file')
  const mayRegister = useMay('network.party.register')
  return mayFile && (mayRegister || session?.institutionId === institutionId)
}
