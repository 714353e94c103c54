// Who may import whom. One row for each folder; a file in no row is an error, and so is a cycle.
// TypeScript 7 has no compiler API, so files are read by swc.

/** Packages by name, as paths below node_modules. */
const npm = (...names) => names.map((name) => `^node_modules/${name}/`)
const component = npm(
  'react',
  'react-dom',
  'react-router',
  'react-markdown',
  'remark-gfm',
  'get-nonce',
  '@mantine/[^/]+',
  '@tabler/icons-react',
  '@tanstack/react-virtual',
  '@fontsource-variable/[^/]+',
  'recharts',
  'd3-force',
  '@types/d3-force',
)
const parser = npm(
  'yaml',
  'fflate',
  '@mozilla/readability',
  'linkedom',
  'unpdf',
  'mammoth',
  'docx',
  'papaparse',
  '@types/papaparse',
  'postal-mime',
  'micromark',
)
const query = npm('@tanstack/react-query', '@orpc/client')
const node = 'node:'
const shared = '^shared/'
const pure = ['^shared/(domain|text)/']

/**
 * `from`: which files. `may`: what they may import besides their own folder; `node:` stands for Node itself.
 * `types`: of what they may import types alone.
 */
const rows = [
  {
    name: 'domain',
    from: '^shared/(domain|text)/',
    may: [...pure, ...npm('ts-fsrs', 'uuid', 'approx-string-match', 'diff')],
  },
  { name: 'contract', from: '^shared/contract/', may: [shared, ...npm('zod', '@orpc/contract')] },
  {
    name: 'migrations',
    from: '^electron/store/migrations/',
    may: [],
    types: ['^electron/store/migrate\\.ts$'],
    own: false,
  },
  {
    name: 'store',
    from: '^electron/store/(?!migrations/)',
    may: ['^electron/store/', shared, ...npm('better-sqlite3', '@types/better-sqlite3', 'pbf'), node],
  },
  { name: 'extraction', from: '^electron/extraction/', may: [shared] },
  { name: 'formats', from: '^electron/formats/', may: [shared, ...parser, node] },
  {
    name: 'services',
    from: '^electron/services/',
    may: [
      '^electron/(store|workers|formats|extraction)/',
      shared,
      ...npm('@orpc/server', 'chokidar'),
      '^resources/',
      node,
    ],
  },
  {
    name: 'workers',
    from: '^electron/workers/',
    may: ['^electron/(extraction|formats|store)/', shared, ...npm('fsrs-browser', 'pbf'), node],
  },
  { name: 'hosts', from: '^electron/hosts/', may: [shared, ...npm('@orpc/[^/]+'), node] },
  {
    name: 'shell',
    from: '^electron/shell/',
    may: [shared, ...npm('electron', 'electron-log'), node],
  },
  {
    name: 'entries',
    from: '^electron/(main|serve)\\.ts$',
    may: ['^electron/', shared, ...npm('electron', 'electron-updater'), node],
  },
  {
    name: 'preload',
    from: '^electron/preload\\.ts$',
    // Names of channels must be values. The file that holds them imports nothing, so that the preload stays a few lines.
    may: ['^shared/contract/channels\\.ts$', ...npm('electron')],
    types: ['^shared/contract/'],
  },
  {
    name: 'ui',
    from: '^renderer/ui/',
    may: [...pure, '^renderer/anchoring/', ...component],
    types: ['^shared/contract/', ...npm('@orpc/client')],
  },
  { name: 'anchoring', from: '^renderer/anchoring/', may: [shared] },
  { name: 'client', from: '^renderer/client/', may: [shared, ...npm('@orpc/[^/]+', '@tanstack/query-core')] },
  {
    name: 'features',
    from: '^renderer/features/([^/]+)/',
    may: ['^renderer/features/$1/', '^renderer/(ui|anchoring|client)/', shared, ...component, ...query],
    own: false,
  },
  { name: 'app', from: '^renderer/app/', may: ['^renderer/', '^resources/', shared, ...component, ...query] },
]

const besides = ({ from, may, types = [], own = true }) => [...(own ? [from] : []), ...may, ...types]
const files = (patterns) => patterns.filter((pattern) => pattern !== node)

const rowRules = rows.flatMap((row) => [
  {
    name: `row-${row.name}`,
    comment: `${row.from} may import its own folder and the row's: ${[...row.may, ...(row.types ?? [])].join(' ')}`,
    severity: 'error',
    from: { path: row.from },
    to: {
      pathNot: files(besides(row)),
      ...(row.may.includes(node) ? { dependencyTypesNot: ['core'] } : {}),
    },
  },
  ...(row.types ?? []).map((pattern, index) => ({
    name: `row-${row.name}-types-${index + 1}`,
    comment: `${row.from} may import types alone of ${pattern}`,
    severity: 'error',
    from: { path: row.from },
    to: { path: pattern, pathNot: files(row.may), dependencyTypesNot: ['type-only'] },
  })),
])

const everyRow = rows.map((row) => row.from)

module.exports = {
  forbidden: [
    ...rowRules,
    {
      name: 'in-no-row',
      comment: 'Every file belongs to a folder whose imports are known.',
      severity: 'error',
      from: {},
      // The rule is about the path alone; a number is what makes it one about modules, imported or not.
      module: {
        path: '^(electron|renderer|shared)/',
        pathNot: [...everyRow, '\\.css$'],
        numberOfDependentsLessThan: 100,
      },
    },
    {
      name: 'no-cycle',
      comment: 'Alone the migrations name the type of the list that holds them.',
      severity: 'error',
      from: { pathNot: '^electron/store/migrat' },
      to: { circular: true },
    },
    {
      name: 'serve-without-electron',
      comment: 'The loopback host runs in plain Node, where the electron package starts a download.',
      severity: 'error',
      from: { path: '^electron/serve\\.ts$' },
      to: { path: '^node_modules/electron/', reachable: true },
    },
    {
      name: 'channels-alone',
      comment: 'The preload bundles this file: what it imported would be in the sandbox too.',
      severity: 'error',
      from: { path: '^shared/contract/channels\\.ts$' },
      to: {},
    },
    {
      name: 'nothing-imports-app',
      severity: 'error',
      from: { path: '^(electron|renderer|shared)/', pathNot: '^renderer/app/' },
      to: { path: '^renderer/app/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^(test/|[^/]+\\.config\\.ts$|scripts/)' },
      to: { path: '^test/' },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: '^node_modules' },
    exclude: { path: '\\?(nodeWorker|raw|url|worker)$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.css', '.json'],
    },
  },
}
