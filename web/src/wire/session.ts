import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FindSessionAnswer, findSession, signIn, signOut, signUp, switchInstitution } from '../client/operations'
import type { Permission } from '../client/permissions'
import { ask } from './query'
import { useCommand } from './use-command'

export type Session = FindSessionAnswer

export const sessionQuery = () => ({ ...ask(findSession, {}), staleTime: 60_000, retry: false })

/** Who is signed in; a screen behind the sign-in always has one. */
export const useSession = (): Session | null => useQuery(sessionQuery()).data ?? null

/** Whether the signed-in person's role holds a permission; the server decides again. */
export function useMay(permission: Permission | null): boolean {
  const session = useSession()
  return permission === null || (session?.permissions.includes(permission) ?? false)
}

export function useSignIn(onDone: (session: Session) => void) {
  const queryClient = useQueryClient()
  return useCommand(signIn, 'session', {
    onDone: (session) => {
      queryClient.clear()
      queryClient.setQueryData(sessionQuery().queryKey, session)
      onDone(session)
    },
  })
}

/** Signs up; the answer brings the session, as signing in does. */
export function useSignUp(onDone: () => void) {
  const queryClient = useQueryClient()
  return useCommand(signUp, 'session', {
    onDone: () => {
      queryClient.clear()
      onDone()
    },
  })
}

export function useSignOut(onDone: () => void) {
  const queryClient = useQueryClient()
  return useCommand(signOut, 'session', {
    onDone: () => {
      queryClient.clear()
      onDone()
    },
  })
}

export function useSwitchInstitution() {
  const queryClient = useQueryClient()
  return useCommand(switchInstitution, 'session', {
    onDone: (session) => {
      queryClient.clear()
      queryClient.setQueryData(sessionQuery().queryKey, session)
    },
  })
}
