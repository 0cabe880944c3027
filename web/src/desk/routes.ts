import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import type { Permission } from '../client/permissions'
import { BrokenPage } from '../parts/broken-page'
import { sessionQuery } from '../wire/session'
import type { AllWords } from '../words/use-words'
import { parseAgreementView } from './agreements/agreement/agreement.view'
import { parseAgreementsView } from './agreements/list/agreements.view'
import { parseBillView } from './billing/bill/bill.view'
import { parseBillsView } from './billing/bills/bills.view'
import { parseFindView } from './booking/find/find.view'
import { parseFrontDeskView } from './booking/front-desk/front-desk.view'
import { parseOfferingsView } from './booking/offerings/offerings.view'
import { parseRotaView } from './booking/rota/rota.view'
import { parseVisitsView } from './booking/visits/visits.view'
import { parseWallView } from './booking/wall/wall.view'
import { parseWorklistView } from './care/worklist/worklist.view'
import { parseBoardView } from './commitments/board/board.view'
import { parseClaimsView } from './coverage/claims/claims.view'
import { MissingPage } from './frame/missing-page'
import { Shell } from './frame/shell'
import { parseMyDayView } from './home/my-day/my-day.view'
import { parseFindingsView } from './integrity/findings/findings.view'
import { parseAccountsView } from './ledger/accounts/accounts.view'
import { parseSettleView } from './ledger/settle/settle.view'
import { parseStatementView } from './ledger/statement/statement.view'
import { parseStatementsView } from './ledger/statements/statements.view'
import { parseMapView } from './network/map/map.view'
import { parsePractitionerView } from './network/practitioner/practitioner.view'
import { parsePersonView } from './people/person/person.view'
import { parseIndicatorsView } from './quality/indicators/indicators.view'
import { parseInspectionsView } from './quality/inspections/inspections.view'
import { parseNormsView, parsePublishView } from './quality/norms/norms.view'
import { parseRectificationsView } from './quality/rectifications/rectifications.view'
import { parseSignInView } from './session/sign-in/sign-in.view'

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

async function signedIn({ context: { queryClient }, location }: { context: { queryClient: QueryClient }; location: { href: string } }) {
  const session = await queryClient.ensureQueryData(sessionQuery()).catch(() => null)
  if (!session) throw redirect({ to: '/sign-in', search: { to: location.href } })
}

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  beforeLoad: signedIn,
  component: Shell,
  staticData: { permission: null, title: null },
})

const myDay = createRoute({
  getParentRoute: () => shell,
  path: '/',
  validateSearch: parseMyDayView,
  component: lazyRouteComponent(() => import('./home/my-day/my-day.screen'), 'MyDayScreen'),
  staticData: { permission: null, title: ({ commitments }) => commitments.title },
})

const board = createRoute({
  getParentRoute: () => shell,
  path: '/commitments',
  validateSearch: parseBoardView,
  component: lazyRouteComponent(() => import('./commitments/board/board.screen'), 'BoardScreen'),
  staticData: { permission: 'commitments.board.read', title: ({ commitments }) => commitments.board },
})

const find = createRoute({
  getParentRoute: () => shell,
  path: '/find',
  validateSearch: parseFindView,
  component: lazyRouteComponent(() => import('./booking/find/find.screen'), 'FindScreen'),
  staticData: { permission: 'booking.offering.find', title: (words) => words.shell.find },
})

const visits = createRoute({
  getParentRoute: () => shell,
  path: '/visits',
  validateSearch: parseVisitsView,
  component: lazyRouteComponent(() => import('./booking/visits/visits.screen'), 'VisitsScreen'),
  staticData: { permission: 'booking.visit.read', title: (words) => words.shell.visits },
})

const frontDesk = createRoute({
  getParentRoute: () => shell,
  path: '/front-desk',
  validateSearch: parseFrontDeskView,
  component: lazyRouteComponent(() => import('./booking/front-desk/front-desk.screen'), 'FrontDeskScreen'),
  staticData: { permission: 'booking.queue.read', title: ({ queue }) => queue.desk },
})

const dayList = createRoute({
  getParentRoute: () => shell,
  path: '/day',
  component: lazyRouteComponent(() => import('./booking/day-list/day-list.screen'), 'DayListScreen'),
  staticData: { permission: 'booking.day.read', title: ({ queue }) => queue.dayList },
})

/** Hangs on a wall: no navigation, nothing to press but what a person sets once. */
const wall = createRoute({
  getParentRoute: () => root,
  path: '/wall',
  validateSearch: parseWallView,
  beforeLoad: signedIn,
  component: lazyRouteComponent(() => import('./booking/wall/wall.screen'), 'WallScreen'),
  staticData: { permission: 'booking.wall.show', title: ({ queue }) => queue.wall },
})

const offerings = createRoute({
  getParentRoute: () => shell,
  path: '/offerings',
  validateSearch: parseOfferingsView,
  component: lazyRouteComponent(() => import('./booking/offerings/offerings.screen'), 'OfferingsScreen'),
  staticData: { permission: 'booking.offering.find', title: ({ booking }) => booking.offeringsTitle },
})

const newOffering = createRoute({
  getParentRoute: () => shell,
  path: '/offerings/new',
  component: lazyRouteComponent(() => import('./booking/offerings/offering-form.screen'), 'OfferingFormScreen'),
  staticData: { permission: 'booking.offering.define', title: ({ booking }) => booking.newOffering },
})

const rota = createRoute({
  getParentRoute: () => shell,
  path: '/rota',
  validateSearch: parseRotaView,
  component: lazyRouteComponent(() => import('./booking/rota/rota.screen'), 'RotaScreen'),
  staticData: { permission: 'booking.calendar.open', title: ({ booking }) => booking.rotaTitle },
})

const register = createRoute({
  getParentRoute: () => shell,
  path: '/people/register',
  component: lazyRouteComponent(() => import('./people/register/register.screen'), 'RegisterScreen'),
  staticData: { permission: 'people.person.register', title: ({ people }) => people.registerTitle },
})

const person = createRoute({
  getParentRoute: () => shell,
  path: '/people/$personId',
  validateSearch: parsePersonView,
  component: lazyRouteComponent(() => import('./people/person/person.screen'), 'PersonScreen'),
  staticData: { permission: 'people.person.open', title: ({ people }) => people.personTitle },
})

const agreements = createRoute({
  getParentRoute: () => shell,
  path: '/agreements',
  validateSearch: parseAgreementsView,
  component: lazyRouteComponent(() => import('./agreements/list/agreements.screen'), 'AgreementsScreen'),
  staticData: { permission: 'agreements.agreement.read', title: (words) => words.agreements.list },
})

const newAgreement = createRoute({
  getParentRoute: () => shell,
  path: '/agreements/new',
  component: lazyRouteComponent(() => import('./agreements/editor/editor.screen'), 'NewAgreementScreen'),
  staticData: { permission: 'agreements.agreement.draft', title: (words) => words.agreements.editorNew },
})

const agreement = createRoute({
  getParentRoute: () => shell,
  path: '/agreements/$agreementId',
  validateSearch: parseAgreementView,
  component: lazyRouteComponent(() => import('./agreements/agreement/agreement.screen'), 'AgreementScreen'),
  staticData: { permission: 'agreements.agreement.read', title: (words) => words.agreements.list },
})

const editAgreement = createRoute({
  getParentRoute: () => shell,
  path: '/agreements/$agreementId/edit',
  component: lazyRouteComponent(() => import('./agreements/editor/editor.screen'), 'EditAgreementScreen'),
  staticData: { permission: 'agreements.agreement.draft', title: (words) => words.agreements.edit },
})

const networkMap = createRoute({
  getParentRoute: () => shell,
  path: '/network',
  validateSearch: parseMapView,
  component: lazyRouteComponent(() => import('./network/map/map.screen'), 'MapScreen'),
  staticData: { permission: 'network.directory.read', title: ({ network }) => network.map },
})

const join = createRoute({
  getParentRoute: () => shell,
  path: '/network/join',
  component: lazyRouteComponent(() => import('./network/join/join.screen'), 'JoinScreen'),
  staticData: { permission: 'network.party.register', title: ({ network }) => network.join },
})

const enlist = createRoute({
  getParentRoute: () => shell,
  path: '/network/practitioners/register',
  component: lazyRouteComponent(() => import('./network/enlist/enlist.screen'), 'EnlistScreen'),
  staticData: { permission: 'network.party.register', title: ({ network }) => network.register },
})

const institution = createRoute({
  getParentRoute: () => shell,
  path: '/network/institutions/$institutionId',
  component: lazyRouteComponent(() => import('./network/institution/institution.screen'), 'InstitutionScreen'),
  staticData: { permission: 'network.directory.read', title: ({ network }) => network.institution },
})

const practitioner = createRoute({
  getParentRoute: () => shell,
  path: '/network/practitioners/$practitionerId',
  validateSearch: parsePractitionerView,
  component: lazyRouteComponent(() => import('./network/practitioner/practitioner.screen'), 'PractitionerScreen'),
  staticData: { permission: 'network.directory.read', title: ({ network }) => network.practitioner },
})

const consultation = createRoute({
  getParentRoute: () => shell,
  path: '/consultation/$visitId',
  component: lazyRouteComponent(() => import('./care/consultation/consultation.screen'), 'ConsultationScreen'),
  staticData: { permission: 'care.consultation.open', title: ({ care }) => care.consultation },
})

const worklist = createRoute({
  getParentRoute: () => shell,
  path: '/worklist',
  validateSearch: parseWorklistView,
  component: lazyRouteComponent(() => import('./care/worklist/worklist.screen'), 'WorklistScreen'),
  staticData: { permission: 'care.worklist.work', title: ({ care }) => care.worklist },
})

const results = createRoute({
  getParentRoute: () => shell,
  path: '/results',
  component: lazyRouteComponent(() => import('./care/results/results.screen'), 'ResultsScreen'),
  staticData: { permission: 'care.result.read', title: ({ care }) => care.results },
})

const claims = createRoute({
  getParentRoute: () => shell,
  path: '/claims',
  validateSearch: parseClaimsView,
  component: lazyRouteComponent(() => import('./coverage/claims/claims.screen'), 'ClaimsScreen'),
  staticData: { permission: 'coverage.claim.read', title: ({ coverage }) => coverage.claims },
})

const statements = createRoute({
  getParentRoute: () => shell,
  path: '/statements',
  validateSearch: parseStatementsView,
  component: lazyRouteComponent(() => import('./ledger/statements/statements.screen'), 'StatementsScreen'),
  staticData: { permission: 'ledger.own-statement.read', title: (words) => words.statements.list },
})

const settle = createRoute({
  getParentRoute: () => shell,
  path: '/statements/settle',
  validateSearch: parseSettleView,
  component: lazyRouteComponent(() => import('./ledger/settle/settle.screen'), 'SettleScreen'),
  staticData: { permission: 'ledger.period.settle', title: (words) => words.statements.settleTitle },
})

const statement = createRoute({
  getParentRoute: () => shell,
  path: '/statements/$statementId',
  validateSearch: parseStatementView,
  component: lazyRouteComponent(() => import('./ledger/statement/statement.screen'), 'StatementScreen'),
  staticData: { permission: 'ledger.own-statement.read', title: (words) => words.statements.list },
})

const draftStatement = createRoute({
  getParentRoute: () => shell,
  path: '/statements/draft/$networkId/$partyId',
  validateSearch: parseStatementView,
  component: lazyRouteComponent(() => import('./ledger/statement/draft.screen'), 'DraftScreen'),
  staticData: { permission: 'ledger.own-statement.read', title: (words) => words.statements.list },
})

const findings = createRoute({
  getParentRoute: () => shell,
  path: '/integrity',
  validateSearch: parseFindingsView,
  component: lazyRouteComponent(() => import('./integrity/findings/findings.screen'), 'FindingsScreen'),
  staticData: { permission: 'integrity.finding.read', title: ({ integrity }) => integrity.title },
})

const checkout = createRoute({
  getParentRoute: () => shell,
  path: '/checkout/$visitId',
  component: lazyRouteComponent(() => import('./billing/checkout/checkout.screen'), 'CheckoutScreen'),
  staticData: { permission: 'billing.bill.read', title: ({ billing }) => billing.checkout },
})

const bills = createRoute({
  getParentRoute: () => shell,
  path: '/bills',
  validateSearch: parseBillsView,
  component: lazyRouteComponent(() => import('./billing/bills/bills.screen'), 'BillsScreen'),
  staticData: { permission: 'billing.bill.read', title: ({ billing }) => billing.bills },
})

const bill = createRoute({
  getParentRoute: () => shell,
  path: '/bills/$billId',
  validateSearch: parseBillView,
  component: lazyRouteComponent(() => import('./billing/bill/bill.screen'), 'BillScreen'),
  staticData: { permission: 'billing.bill.read', title: ({ billing }) => billing.bills },
})

const accounts = createRoute({
  getParentRoute: () => shell,
  path: '/ledger',
  validateSearch: parseAccountsView,
  component: lazyRouteComponent(() => import('./ledger/accounts/accounts.screen'), 'AccountsScreen'),
  staticData: { permission: 'ledger.account.read', title: ({ ledger }) => ledger.accounts },
})

const account = createRoute({
  getParentRoute: () => shell,
  path: '/ledger/accounts/$accountId',
  component: lazyRouteComponent(() => import('./ledger/account/account.screen'), 'AccountScreen'),
  staticData: { permission: 'ledger.account.read', title: ({ ledger }) => ledger.accounts },
})

const posting = createRoute({
  getParentRoute: () => shell,
  path: '/ledger/postings/$postingId',
  component: lazyRouteComponent(() => import('./ledger/posting/posting.screen'), 'PostingScreen'),
  staticData: { permission: 'ledger.account.read', title: ({ ledger }) => ledger.posting },
})

const indicators = createRoute({
  getParentRoute: () => shell,
  path: '/indicators',
  validateSearch: parseIndicatorsView,
  component: lazyRouteComponent(() => import('./quality/indicators/indicators.screen'), 'IndicatorsScreen'),
  staticData: { permission: 'quality.indicator.read', title: (words) => words.indicators.navigation },
})

const norms = createRoute({
  getParentRoute: () => shell,
  path: '/norms',
  validateSearch: parseNormsView,
  component: lazyRouteComponent(() => import('./quality/norms/norms.screen'), 'NormsScreen'),
  staticData: { permission: 'quality.inspection.read', title: (words) => words.loop.norms },
})

const publishNorm = createRoute({
  getParentRoute: () => shell,
  path: '/norms/publish',
  validateSearch: parsePublishView,
  component: lazyRouteComponent(() => import('./quality/norms/publish.screen'), 'PublishScreen'),
  staticData: { permission: 'quality.norm.publish', title: (words) => words.loop.publishTitle },
})

const inspections = createRoute({
  getParentRoute: () => shell,
  path: '/inspections',
  validateSearch: parseInspectionsView,
  component: lazyRouteComponent(() => import('./quality/inspections/inspections.screen'), 'InspectionsScreen'),
  staticData: { permission: 'quality.inspection.read', title: (words) => words.loop.inspections },
})

const inspection = createRoute({
  getParentRoute: () => shell,
  path: '/inspections/$inspectionId',
  component: lazyRouteComponent(() => import('./quality/inspection/inspection.screen'), 'InspectionScreen'),
  staticData: { permission: 'quality.inspection.read', title: (words) => words.loop.inspections },
})

const rectifications = createRoute({
  getParentRoute: () => shell,
  path: '/rectifications',
  validateSearch: parseRectificationsView,
  component: lazyRouteComponent(() => import('./quality/rectifications/rectifications.screen'), 'RectificationsScreen'),
  staticData: { permission: 'quality.inspection.read', title: (words) => words.loop.rectifications },
})

const tree = root.addChildren([
  signIn,
  wall,
  shell.addChildren([
    myDay,
    board,
    find,
    visits,
    frontDesk,
    dayList,
    offerings,
    newOffering,
    rota,
    register,
    person,
    networkMap,
    join,
    enlist,
    institution,
    practitioner,
    agreements,
    newAgreement,
    agreement,
    editAgreement,
    consultation,
    worklist,
    results,
    checkout,
    bills,
    bill,
    claims,
    statements,
    settle,
    statement,
    draftStatement,
    findings,
    accounts,
    account,
    posting,
    indicators,
    norms,
    publishNorm,
    inspections,
    inspection,
    rectifications,
  ]),
])

export const createDeskRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultErrorComponent: BrokenPage,
    scrollRestoration: true,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createDeskRouter>
  }
}
