// The rows of the module table in the architecture document: a module may import only rows above its own.
const rows = [
  // A user's roles are scoped by department, so `access` stands on `org`.
  ['org'],
  ['access', 'privacy', 'notify'],
  ['config'],
  ['catalog', 'forms', 'workflows', 'decisions', 'intents', 'policies', 'faqs'],
  ['corpus', 'registry'],
  ['serving', 'training'],
  ['release'],
  ['annotation', 'knowledge', 'cases'],
  ['dialog', 'push'],
  ['hall', 'insights'],
];

/** What other modules may import of a module: its Nest module, its services and loaders, and the shapes that these speak of. */
const publicFiles = '\\.(module|service|model|types|errors|loaders|kind|events)\\.ts$';

const folder = (name) => `^server/src/modules/${name}/`;
const anyOf = (names) => `^server/src/modules/(${names.join('|')})/`;

const rowRules = rows.flatMap((modules, index) =>
  modules.map((name) => ({
    name: `rows-${name}`,
    comment: `Row ${index + 1}: ${name} may import only platform and rows above its own, never its own row.`,
    severity: 'error',
    from: { path: folder(name) },
    to: { path: anyOf(rows.slice(index).flat()), pathNot: folder(name) },
  })),
);

module.exports = {
  forbidden: [
    ...rowRules,
    {
      name: 'module-without-row',
      comment: 'A new module needs its row in .dependency-cruiser.cjs.',
      severity: 'error',
      from: { path: '^server/src/modules/', pathNot: anyOf(rows.flat()) },
      to: {},
    },
    {
      name: 'modules-by-their-services',
      comment: "Another module is reached through its *.module.ts and *.service.ts (and their types), never its entities or repositories.",
      severity: 'error',
      from: { path: '^server/src/modules/([^/]+)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^server/src/modules/', pathNot: ['^server/src/modules/$1/', publicFiles] },
    },
    {
      name: 'platform-knows-no-module',
      severity: 'error',
      from: { path: '^server/src/platform/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^server/src/(modules|sample|cli)/' },
    },
    {
      name: 'workflows-are-pure',
      comment: 'Packages under workflows/ run in server and browser alike: no Node built-ins.',
      severity: 'error',
      from: { path: '^workflows/[^/]+/src/', pathNot: '(\\.spec\\.ts$|/fixtures/|/testing/)' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'workflows-stand-alone',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { path: '^(server|admin-ui|models|migrations)/' },
    },
    {
      name: 'models-know-no-application',
      severity: 'error',
      from: { path: '^models/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(server|admin-ui|migrations)/' },
    },
    {
      name: 'ui-speaks-to-the-server-by-its-api',
      severity: 'error',
      from: { path: '^admin-ui/', pathNot: '\\.spec\\.tsx?$' },
      to: { path: '^(server|models|migrations)/' },
    },
    {
      name: 'migrations-import-nothing',
      comment: 'A migration must do the same for ever, whatever the code around it becomes. Only the index lists them.',
      severity: 'error',
      from: { path: '^migrations/', pathNot: '^migrations/(src/)?index\\.ts$' },
      to: { dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolvable',
      comment: 'A rule cannot see through an import of ours that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, path: '^(\\.|@banshi/)' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['banshi-source', 'types', 'import', 'node', 'default'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: { path: ['/dist/', 'node_modules', '^virtual:'] },
  },
};
