import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import type { Permission } from '../client/permissions'
import { BrokenPage } from '../parts/broken-page'
import { sessionQuery } from '../wire/session'
import type { AllWords } from '../words/use-words'
import { parseBookView } from './booking/book/book.view'
import { parseVisitsView } from './booking/visits/visits.view'
import { MissingPage } from './frame/missing-page'
import { Shell } from './frame/shell'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Permission that opens the screen; null: everybody. */
    permission: Permission | null
    title: ((words: AllWords) => string) | null
  }
}

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  notFoundComponent: MissingPage,
  staticData: { permission: null, title: null },
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./session/sign-in/sign-in.screen'), 'SignInScreen'),
  staticData: { permission: null, title: ({ session }) => session.title },
})

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  beforeLoad: async ({ context: { queryClient } }) => {
    const session = await queryClient.ensureQueryData(sessionQuery()).catch(() => null)
    if (!session) throw redirect({ to: '/sign-in' })
  },
  component: Shell,
  staticData: { permission: null, title: null },
})

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazyRouteComponent(() => import('./home/home.screen'), 'HomeScreen'),
  staticData: { permission: null, title: (words) => words.shell.home },
})

const book = createRoute({
  getParentRoute: () => shell,
  path: '/book',
  validateSearch: parseBookView,
  component: lazyRouteComponent(() => import('./booking/book/book.screen'), 'BookScreen'),
  staticData: { permission: 'booking.visit.book', title: (words) => words.shell.book },
})

const visits = createRoute({
  getParentRoute: () => shell,
  path: '/visits',
  validateSearch: parseVisitsView,
  component: lazyRouteComponent(() => import('./booking/visits/visits.screen'), 'VisitsScreen'),
  staticData: { permission: 'booking.visit.read', title: ({ booking }) => booking.myVisits },
})

const tree = root.addChildren([signIn, shell.addChildren([home, book, visits])])

export const createPocketRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree: tree,
    basepath: '/pocket',
    context: { queryClient },
    defaultErrorComponent: BrokenPage,
    scrollRestoration: true,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPocketRouter>
  }
}
