import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseAgreementView } from '../desk/agreements/agreement/agreement.view'
import { parseAgreementsView } from '../desk/agreements/list/agreements.view'
import { parseBillView } from '../desk/billing/bill/bill.view'
import { parseBillsView } from '../desk/billing/bills/bills.view'
import { parseFindView } from '../desk/booking/find/find.view'
import { parseFrontDeskView } from '../desk/booking/front-desk/front-desk.view'
import { parseOfferingsView } from '../desk/booking/offerings/offerings.view'
import { parseRotaView } from '../desk/booking/rota/rota.view'
import { parseVisitsView } from '../desk/booking/visits/visits.view'
import { parseWallView } from '../desk/booking/wall/wall.view'
import { parseWorklistView } from '../desk/care/worklist/worklist.view'
import { parseBoardView } from '../desk/commitments/board/board.view'
import { parseClaimsView } from '../desk/coverage/claims/claims.view'
import { parseMyDayView } from '../desk/home/my-day/my-day.view'
import { parseAccountsView } from '../desk/ledger/accounts/accounts.view'
import { parseSettleView } from '../desk/ledger/settle/settle.view'
import { parseStatementView } from '../desk/ledger/statement/statement.view'
import { parseStatementsView } from '../desk/ledger/statements/statements.view'
import { parseMapView } from '../desk/network/map/map.view'
import { parsePractitionerView } from '../desk/network/practitioner/practitioner.view'
import { parsePersonView as parseDeskPersonView } from '../desk/people/person/person.view'
import { parseIndicatorsView } from '../desk/quality/indicators/indicators.view'
import { parseInspectionsView } from '../desk/quality/inspections/inspections.view'
import { parseNormsView, parsePublishView } from '../desk/quality/norms/norms.view'
import { parseRectificationsView } from '../desk/quality/rectifications/rectifications.view'
import { parseSignInView } from '../desk/session/sign-in/sign-in.view'
import { parseBillView as parsePocketBillView } from '../pocket/billing/bill.view'
import { parseBookView } from '../pocket/booking/book/book.view'
import { parseVisitView } from '../pocket/booking/visit/visit.view'
import { parseVisitsView as parsePocketVisitsView } from '../pocket/booking/visits/visits.view'
import { parseConsentView, parsePersonView } from '../pocket/people/people.view'
import { parseSignInView as parsePocketSignInView } from '../pocket/session/sign-in/sign-in.view'
import { parseDescribeView } from '../pocket/triage/describe/describe.view'

const parsers = {
  parseMyDayView,
  parseBillView,
  parseBillsView,
  parseClaimsView,
  parseAccountsView,
  parseWorklistView,
  parseVisitView,
  parseBoardView,
  parseMapView,
  parsePractitionerView,
  parseFindView,
  parseFrontDeskView,
  parseWallView,
  parseVisitsView,
  parseSignInView,
  parsePocketBillView,
  parseBookView,
  parsePocketVisitsView,
  parsePocketSignInView,
  parsePersonView,
  parseDeskPersonView,
  parseConsentView,
  parseAgreementView,
  parseAgreementsView,
  parseOfferingsView,
  parseRotaView,
  parseDescribeView,
  parseStatementsView,
  parseStatementView,
  parseSettleView,
  parseNormsView,
  parsePublishView,
  parseInspectionsView,
  parseRectificationsView,
  parseIndicatorsView,
}
const names = [
  'show',
  'row',
  'shows',
  'refund',
  'claim',
  'person',
  'bill',
  'offering',
  'expert',
  'site',
  'date',
  'hold',
  'from',
  'visit',
  'to',
  'state',
  'version',
  'resource',
  'institution',
  'file',
  'assessment',
  'specialty',
  'line',
  'network',
  'until',
  'norm',
  'asked',
  'plan',
  'severity',
  'rectification',
  'period',
  'at',
  'part',
  'as',
  'pane',
  'indicator',
]
const value = fc.oneof(
  fc.uuid(),
  fc.string(),
  fc.integer(),
  fc.constant(null),
  fc.constant('2026-11-25'),
  fc.constant('in-force'),
  fc.constant('2026-02-30'),
  fc.constant('/find'),
  fc.constant('mine'),
  fc.uuid().map((id) => `visit:${id}`),
  fc.constant('//evil.example'),
  fc.array(fc.string()),
)
const search = fc.dictionary(fc.constantFrom(...names), value)

test.each(Object.entries(parsers))('%s reads any address, and what it read reads the same again', (_, parse) => {
  fc.assert(
    fc.property(search, (any) => {
      const view = parse(any)
      expect(parse(view as Record<string, unknown>)).toEqual(view)
    }),
  )
})

test('after signing in nobody is led to another server', () => {
  expect(parseSignInView({ to: '//evil.example/x' })).toEqual({})
  expect(parseSignInView({ to: 'https://evil.example' })).toEqual({})
  expect(parseSignInView({ to: '/\\evil.example' })).toEqual({})
  expect(parseSignInView({ to: '/find?person=1' })).toEqual({ to: '/find?person=1' })
})

test('a day that does not exist is no day', () => {
  expect(parseFindView({ date: '2026-02-30' })).toEqual({})
})
