// The import law of ARCHITECTURE.md. The edges between rooms stand in src/apps/modules.ts; tools/check.mjs passes them in.
const edges = JSON.parse(process.env.CARELOOM_TEST_EDGES ?? '{}')
const rooms = Object.keys(edges)
// A test beside the code may enter anywhere: it looks at the whole.
const tests = '\\.test\\.tsx?$'
const never = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { ...from, pathNot: [tests, ...[from.pathNot ?? []].flat()] },
  to,
})

const roomLaws = rooms.flatMap((room) => {
  const allowed = [room, ...edges[room]].join('|')
  return [
    never(
      `${room}-edges`,
      `${room} uses only the rooms it may`,
      { path: `^src/modules/${room}/` },
      { path: '^src/modules/', pathNot: `^src/modules/(${allowed})/` },
    ),
    never(
      `${room}-doors`,
      'another room is entered by its index.ts only',
      { path: `^src/modules/${room}/` },
      { path: '^src/modules/[^/]+/', pathNot: [`^src/modules/${room}/`, '^src/modules/[^/]+/index\\.ts$'] },
    ),
  ]
})

module.exports = {
  forbidden: [
    ...roomLaws,
    never(
      'kernel-alone',
      'the kernel imports nothing of ours',
      { path: '^src/kernel/' },
      { path: '^(src|web|test|bench|tools)/', pathNot: '^src/kernel/' },
    ),
    never(
      'platform-below-rooms',
      'the platform knows no room and no app',
      { path: '^src/platform/' },
      { path: '^src/(modules|apps|fhir)/' },
    ),
    never(
      'fhir-below-rooms',
      'the FHIR engine stands on the platform and knows no room and no app',
      { path: '^src/fhir/' },
      { path: '^src/(modules|apps)/' },
    ),
    never(
      'fhir-by-one-file',
      'of a room only fhir.ts speaks FHIR',
      { path: '^src/modules/', pathNot: '^src/modules/[^/]+/fhir\\.ts$' },
      { path: '^src/fhir/' },
    ),
    never(
      'fhir-by-its-door',
      'a room enters the engine by its index.ts',
      { path: '^src/modules/' },
      { path: '^src/fhir/', pathNot: '^src/fhir/index\\.ts$' },
    ),
    never(
      'counterparty-alone',
      'the insurer of the demo is an outside system: it knows nothing of ours, so that its figures prove ours',
      { path: '^src/counterparty/' },
      { path: '^(src|web|test|bench|tools)/', pathNot: '^src/counterparty/' },
    ),
    never(
      'counterparty-outside',
      'only apps start the insurer',
      { path: '^src/(kernel|platform|modules)/' },
      { path: '^src/counterparty/' },
    ),
    never('rooms-below-apps', 'a room knows no app', { path: '^src/modules/' }, { path: '^src/apps/' }),
    never(
      'apps-by-doors',
      'apps enter a room by index.ts, module.ts or fhir.ts',
      { path: '^src/apps/' },
      { path: '^src/modules/', pathNot: ['/(index|module)\\.ts$', '^src/modules/[^/]+/fhir\\.ts$'] },
    ),
    never(
      'domain-pure',
      'domain code knows no database, platform or store',
      { path: '^src/modules/[^/]+/domain', pathNot: '\\.test\\.ts$' },
      {
        path: [
          '/store',
          '/commands/',
          '/queries/',
          '^src/platform/(database|outbox|session|http|transaction)',
          '(^|node_modules/)(kysely|pg)(/|$)',
        ],
      },
    ),
    never(
      'sql-in-stores',
      'only stores of a room speak to the query builder',
      { path: '^src/modules/', pathNot: ['/store', '/tables\\.ts$', '\\.test\\.ts$'] },
      { path: '(^|node_modules/)(kysely|pg)(/|$)' },
    ),
    never(
      'src-without-tests',
      'the product does not know its tests and tools',
      { path: '^src/', pathNot: '\\.test\\.ts$' },
      { path: '^(test|bench|tools|web)/' },
    ),
    never('web-alone', 'the web sees only its generated client', { path: '^web/src/' }, { path: '^(src|test|bench|tools)/' }),
    never(
      'web-client-first',
      'client <- wire <- parts <- frame <- screens',
      { path: '^web/src/client/' },
      { path: '^web/src/', pathNot: '^web/src/client/' },
    ),
    never(
      'web-words-theme',
      'words and theme see only the client',
      { path: '^web/src/(words|theme)/' },
      { path: '^web/src/', pathNot: '^web/src/(client|words|theme)/' },
    ),
    never('web-wire', 'wire is below parts and screens', { path: '^web/src/wire/' }, { path: '^web/src/(parts|desk|pocket)/' }),
    never(
      'web-parts',
      'parts are below screens and free of kits',
      { path: '^web/src/parts/' },
      { path: ['^web/src/(desk|pocket)/', 'node_modules/(antd|@tanstack/react-router)/'] },
    ),
    never('web-entries', 'desk and pocket never know each other', { path: '^web/src/desk/' }, { path: '^web/src/pocket/' }),
    never(
      'web-entries-back',
      'desk and pocket never know each other',
      { path: '^web/src/pocket/' },
      { path: ['^web/src/desk/', 'node_modules/antd/', '^web/src/theme/antd'] },
    ),
    never(
      'web-frame',
      'a frame knows no screen',
      { path: '^web/src/(desk|pocket)/frame/' },
      { path: '\\.(screen|view|data|route)\\.tsx?$' },
    ),
    never(
      'web-screens',
      'a screen never knows another screen',
      { path: '^web/src/(desk|pocket)/([^/]+)/([^/]+)/', pathNot: '/frame/' },
      { path: '^web/src/$1/[^/]+/[^/]+/', pathNot: ['^web/src/$1/$2/$3/', '^web/src/$1/frame/', '^web/src/$1/[^/]+/[^/]+$'] },
    ),
    never(
      'web-operations',
      'only data files, wire, frames and type imports name operations',
      { path: '^web/src/(desk|pocket|parts)/', pathNot: ['\\.data\\.ts$', '/frame/'] },
      { path: '^web/src/client/operations', dependencyTypesNot: ['type-only'] },
    ),
    never('no-cycles', 'no file needs itself', {}, { circular: true }),
  ],
  options: {
    parser: 'tsc',
    tsPreCompilationDeps: 'specify',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|web/dist|\\.careloom)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node'],
    },
  },
}
