// Who may import whom: the two tables of server/README.md as machine rules.
const ranks = [
  ['ports', 'vessels', 'statistics', 'notes'],
  ['tracks', 'seizures', 'operations'],
  ['network'],
  ['routes', 'hotspots'],
  ['findings'],
  ['briefings'],
  ['coverage'],
];
const domains = ranks.flat().join('|');
// Files that may touch the world outside: the database, the disk, the network.
const edge =
  '(^|/)(store|run-store|endpoints|[a-z]+-endpoints|files|scan-files|snapshot|gather|make|thread|worker)[.]ts$' +
  '|^server/briefings/(render|pages|deck)/';
const forbid = (name, from, to) => ({ name, severity: 'error', from, to });

const byRank = ranks.flatMap((peers, rank) =>
  peers.flatMap((domain) => {
    const closed = ranks
      .slice(rank)
      .flat()
      .filter((other) => other !== domain);
    if (closed.length === 0) return [];
    return [
      forbid(`rank-${domain}`, { path: `^server/${domain}/` }, { path: `^server/(${closed.join('|')})/` }),
    ];
  }),
);

module.exports = {
  forbidden: [
    ...byRank,
    forbid('no-circular', {}, { circular: true }),
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^(server|web|shared|data)/', pathNot: '[.](config|d)[.]ts$|^web/dist/' },
      to: {},
    },
    // zod is the one package of the contract: the same schemas check requests and document the API.
    forbid('shared-alone', { path: '^shared/' }, { pathNot: '^(shared/|node_modules/zod/)' }),
    forbid('web-shared-only', { path: '^web/' }, { path: '^(server|test|data)/' }),
    forbid(
      'web-types-of-api',
      { path: '^web/' },
      { path: '^shared/api[.]ts$', dependencyTypesNot: ['type-only'] },
    ),
    forbid('server-not-web', { path: '^(server|shared|data)/' }, { path: '^(web|test)/' }),
    // What makes a data file from its source reads and writes files.
    forbid(
      'data-shared-only',
      { path: '^data/', pathNot: '^data/coast-islands[.]ts$' },
      { pathNot: '^(shared|data)/' },
    ),
    forbid(
      'pure-no-io',
      { path: `^server/(${domains})/`, pathNot: edge },
      { path: `^server/(db|http|access|pipeline|cli|main|app|config)|${edge}` },
    ),
    forbid(
      'pure-no-node',
      { path: `^(server/(${domains})|shared)/`, pathNot: edge },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'store-own-data',
      { path: '^server/[^/]+/(store|run-store)[.]ts$' },
      { path: `^server/(${domains}|http|access|pipeline|cli|app|main)` },
    ),
    // An endpoint is handed the open database; of `db` it knows the interface and the list of data sets.
    forbid(
      'endpoints-no-db',
      { path: 'endpoints[.]ts$' },
      { path: '^server/(db|pipeline|cli|app|main)', pathNot: '^server/db/(database|batches)[.]ts$' },
    ),
    forbid(
      'base-no-domain',
      { path: '^server/(db|http)/' },
      { path: `^server/(${domains}|access|pipeline|cli|app|main)` },
    ),
    forbid(
      'pipeline-no-http',
      { path: '^server/pipeline/' },
      { path: '^server/(http|cli|app|main)|endpoints[.]ts$' },
    ),
    forbid('cli-thin', { path: '^server/(cli|main)' }, { path: `^server/(${domains})/` }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^web/(dist|public)/' },
  },
};
