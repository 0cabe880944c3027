import { useRouter } from '@tanstack/react-router'
import { useSession } from '../../wire/session'

/** Whether the signed-in person may open the screen at a path of the route table. */
export function useMayOpen(): (path: string) => boolean {
  const routes: Readonly<Record<string, { options: { staticData?: { permission: string | null } } } | undefined>> = useRouter().routesByPath
  const permissions: readonly string[] = useSession()?.permissions ?? []
  return (path) => {
    const permission = routes[path]?.options.staticData?.permission ?? null
    return permission === null || permissions.includes(permission)
  }
}
