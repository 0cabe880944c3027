import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import type { Permission } from '../client/permissions'
import { BrokenPage } from '../parts/broken-page'
import { sessionQuery } from '../wire/session'
import type { AllWords } from '../words/use-words'
import { parseBillView } from './billing/bill.view'
import { parseBookView } from './booking/book/book.view'
import { parseVisitView } from './booking/visit/visit.view'
import { parseVisitsView } from './booking/visits/visits.view'
import { MissingPage } from './frame/missing-page'
import { Shell } from './frame/shell'
import { consents } from './people/people.data'
import { parseConsentView, parsePersonView } from './people/people.view'
import { parseSignInView } from './session/sign-in/sign-in.view'
import { parseDescribeView } from './triage/describe/describe.view'

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
  validateSearch: parseSignInView,
  component: lazyRouteComponent(() => import('./session/sign-in/sign-in.screen'), 'SignInScreen'),
  staticData: { permission: null, title: ({ session }) => session.title },
})

const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  component: lazyRouteComponent(() => import('./session/sign-up/sign-up.screen'), 'SignUpScreen'),
  staticData: { permission: null, title: ({ people }) => people.signUpTitle },
})

const consent = createRoute({
  getParentRoute: () => root,
  path: '/consent',
  validateSearch: parseConsentView,
  beforeLoad: async ({ context: { queryClient } }) => {
    const session = await queryClient.ensureQueryData(sessionQuery()).catch(() => null)
    if (!session) throw redirect({ to: '/sign-in' })
  },
  component: lazyRouteComponent(() => import('./people/consent/consent.screen'), 'ConsentScreen'),
  staticData: { permission: 'people.consent.give', title: ({ people }) => people.consentTitle },
})

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  beforeLoad: async ({ context: { queryClient } }) => {
    const session = await queryClient.ensureQueryData(sessionQuery()).catch(() => null)
    if (!session) throw redirect({ to: '/sign-in' })
    const agreed = session.kind === 'patient' ? await queryClient.ensureQueryData(consents()).catch(() => null) : null
    if (agreed && agreed.missing.length > 0) throw redirect({ to: '/consent', search: { first: true } })
  },
  component: Shell,
  staticData: { permission: null, title: null },
})

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  validateSearch: parsePersonView,
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

const describe = createRoute({
  getParentRoute: () => shell,
  path: '/describe',
  validateSearch: parseDescribeView,
  component: lazyRouteComponent(() => import('./triage/describe/describe.screen'), 'DescribeScreen'),
  staticData: { permission: 'triage.assessment.make', title: ({ triage }) => triage.title },
})

const visits = createRoute({
  getParentRoute: () => shell,
  path: '/visits',
  validateSearch: parseVisitsView,
  component: lazyRouteComponent(() => import('./booking/visits/visits.screen'), 'VisitsScreen'),
  staticData: { permission: 'booking.visit.read', title: ({ booking }) => booking.myVisits },
})

const visit = createRoute({
  getParentRoute: () => shell,
  path: '/visit',
  validateSearch: parseVisitView,
  component: lazyRouteComponent(() => import('./booking/visit/visit.screen'), 'VisitScreen'),
  staticData: { permission: 'booking.visit.read', title: ({ booking }) => booking.myVisit },
})

const family = createRoute({
  getParentRoute: () => shell,
  path: '/family',
  component: lazyRouteComponent(() => import('./people/family/family.screen'), 'FamilyScreen'),
  staticData: { permission: 'people.family.add', title: ({ people }) => people.familyTitle },
})

const whoSaw = createRoute({
  getParentRoute: () => shell,
  path: '/who-saw',
  validateSearch: parsePersonView,
  component: lazyRouteComponent(() => import('./people/who-saw/who-saw.screen'), 'WhoSawScreen'),
  staticData: { permission: 'people.person.open', title: ({ people }) => people.whoSawTitle },
})

const record = createRoute({
  getParentRoute: () => shell,
  path: '/record',
  validateSearch: parsePersonView,
  component: lazyRouteComponent(() => import('./people/record/record.screen'), 'RecordScreen'),
  staticData: { permission: 'people.person.open', title: ({ portrait }) => portrait.title },
})

const results = createRoute({
  getParentRoute: () => shell,
  path: '/results',
  validateSearch: parsePersonView,
  component: lazyRouteComponent(() => import('./care/results/results.screen'), 'ResultsScreen'),
  staticData: { permission: 'care.own-result.read', title: ({ care }) => care.myResults },
})

const bills = createRoute({
  getParentRoute: () => shell,
  path: '/bills',
  validateSearch: parsePersonView,
  component: lazyRouteComponent(() => import('./billing/bills.screen'), 'BillsScreen'),
  staticData: { permission: 'billing.own-bill.read', title: ({ bill }) => bill.bills },
})

const bill = createRoute({
  getParentRoute: () => shell,
  path: '/bill',
  validateSearch: parseBillView,
  component: lazyRouteComponent(() => import('./billing/bill.screen'), 'BillScreen'),
  staticData: { permission: 'billing.own-bill.read', title: ({ bill: words }) => words.bill },
})

const tree = root.addChildren([
  signIn,
  signUp,
  consent,
  shell.addChildren([home, describe, book, visits, visit, family, record, results, whoSaw, bills, bill]),
])

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
