/**
 * Runs the benchmarks, all or those named: `npm run bench -- routes water`. Each prints the size of its
 * input, time, rate, peak memory, a ratio to a baseline in the same process, and how the cost grows.
 */
const BENCHES = [
  'ais-import',
  'routes',
  'hypa',
  'shuffle',
  'stability',
  'variable-order',
  'graph',
  'hotspots',
  'emerging',
  'scan',
  'dbscan',
  'water',
  'filters',
  'opening',
  'brush',
  'figure',
  'pages',
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !BENCHES.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`No benchmark ${unknown.join(', ')}. There are: ${BENCHES.join(', ')}.\n`);
  process.exit(2);
}
for (const name of BENCHES.filter((one) => wanted.length === 0 || wanted.includes(one))) {
  process.stdout.write(`\n== ${name}\n`);
  const { bench } = (await import(`./${name}.bench.ts`)) as { bench(): Promise<void> };
  await bench();
}
export {};
