import { describe, expect, it } from 'vitest';
import { DEFAULT_VIEW, formatView, parseView, type PageView } from '../../web/state.ts';

/** Every part of the tools differs from its default; the address is written by hand. */
const TOOLS: PageView = {
  ...DEFAULT_VIEW,
  list: 'compare',
  layers: ['routes', 'clusters'],
  selection: { kind: 'cluster', id: 'poisson-scan:1' },
  weight: 'kg',
  allClusters: true,
  communities: true,
  ways: { start: 'DOHAI', end: 'VGRAD', cost: 'distance', chosen: 2 },
  compare: {
    by: 'country',
    a: { from: '2025-01-01', to: null, operation: 'OPBAT', effort: 10 },
    b: { from: null, to: '2024-12-31', operation: 'CALYPSO 2', effort: 12.5 },
    onMap: 'diff',
    counted: 'voyage',
  },
};
const ADDRESS =
  '?y=routes,clusters&s=cluster:poisson-scan:1&p=compare&o=kg,all-clusters,communities' +
  '&wa=DOHAI&wb=VGRAD&wc=distance&wn=2' +
  '&xy=country&xa=2025-01-01,&xb=,2024-12-31&xo=OPBAT&xp=CALYPSO%202&xe=10,12.5&xm=diff&xk=voyage';

describe('the tools in the address', () => {
  it('are left out when nothing is asked of them', () => {
    expect(formatView(DEFAULT_VIEW)).toBe('');
  });

  it('are written in short keys, and read back', () => {
    expect(formatView(TOOLS)).toBe(ADDRESS);
    expect(parseView(ADDRESS)).toEqual({ view: TOOLS, problems: [] });
  });

  it('keep clusters off until they are asked for', () => {
    expect(DEFAULT_VIEW.layers).toEqual(['routes', 'legs', 'hotspots', 'seizures', 'ports']);
    expect(parseView('?y=clusters').view.layers).toEqual(['clusters']);
  });

  const broken: [address: string, part: string, value: string][] = [
    ['?o=kg,tonnes', 'option', 'tonnes'],
    ['?wa=', 'ways', ''],
    ['?wc=time', 'ways', 'time'],
    ['?wn=0', 'ways', '0'],
    ['?wn=21', 'ways', '21'],
    ['?xy=vessel', 'compare', 'vessel'],
    ['?xa=,', 'compare', ','],
    ['?xa=2025-02-30,', 'compare', '2025-02-30,'],
    ['?xb=2025-02-01,2025-01-01', 'compare', '2025-02-01,2025-01-01'],
    ['?xa=2025-01-01,2025-01-02,2025-01-03', 'compare', '2025-01-01,2025-01-02,2025-01-03'],
    ['?xe=10', 'compare', '10'],
    ['?xe=10,0', 'compare', '10,0'],
    ['?xe=10,x', 'compare', '10,x'],
  ];
  it.each(broken)('say what cannot be read: %s', (address, part, value) => {
    const { view, problems } = parseView(address);
    expect(problems).toEqual([{ part, value }]);
    expect({ ...view, weight: 'count' }).toEqual(DEFAULT_VIEW);
  });
});
