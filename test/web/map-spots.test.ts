import { describe, expect, it } from 'vitest';
import type { CellProperties, ClusterProperties } from '../../shared/api.ts';
import { EMERGING_CLASSES } from '../../shared/vocabulary.ts';
import { translate as t } from '../../web/i18n/index.ts';
import { clusterKind, drawClusters, drawEmerging } from '../../web/map/derive-spots.ts';
import { EMERGING_PATHS } from '../../web/map/emerging-signs.ts';
import { legendEntries } from '../../web/map/legend-entries.ts';
import { DARK } from '../../shared/drawing/palette.ts';
import { CLUSTER_LINES } from '../../web/map/style-spots.ts';
import { mapStyle } from '../../web/map/style.ts';
import type { MapData } from '../../web/map/types.ts';
import { clusterChance, clusterCount, simulatedWords } from '../../web/words-spots.ts';

const cluster = (more: Partial<ClusterProperties>): ClusterProperties => ({
  id: 'poisson-scan:1',
  method: 'poisson-scan',
  centre: [-70, 18],
  radiusKm: 20,
  firstDay: null,
  lastDay: null,
  cases: 6,
  expected: 0.51,
  relativeRisk: 13.4,
  logLikelihoodRatio: 9.65,
  p: 0.001,
  pError: 0.001,
  draws: 999,
  ...more,
});
const density = cluster({ method: 'density', expected: null, p: null, pError: null, draws: null });

describe('clusters in words', () => {
  it('are told apart by how sure they are; at 0.05 still sure', () => {
    const kinds = [0.001, 0.05, 0.051].map((p) => clusterKind(cluster({ p })));
    expect(kinds).toEqual(['sure', 'sure', 'weak']);
    expect(clusterKind(density)).toBe('density');
  });

  it('say what was found and what was to be expected, then how often chance gives as much', () => {
    expect(clusterCount(t, cluster({}))).toBe(
      '6 seizures where 0.51 were to be expected from the port calls',
    );
    expect(
      clusterCount(t, cluster({ method: 'space-time-scan', firstDay: '2022-01-01', lastDay: '2022-10-31' })),
    ).toBe(
      '6 seizures, 1 January to 31 October 2022, where 0.51 were to be expected if place and time had nothing to do with each other',
    );
    expect(clusterCount(t, density)).toBe('6 seizures close together, within 20 km');
    // p counts the data as one of the shuffles: 0.017 of 1,000 is 17.
    expect(clusterChance(t, cluster({ p: 0.017 }))).toContain('in 17 of 1,000 shuffles');
    expect(clusterChance(t, density)).toBe('Not tested: whether chance gives as much is not known.');
  });

  it('give p with its error', () => {
    expect(simulatedWords(t, cluster({ p: 0.017, pError: 0.004 }))).toBe('=\u00a00.017 ± 0.004');
    expect(simulatedWords(t, cluster({ p: 1, pError: 0 }))).toBe('=\u00a01');
    expect(simulatedWords(t, density)).toBe('Not tested');
  });
});

const square: [number, number][] = [
  [-62, 14],
  [-60, 14],
  [-60, 16],
  [-62, 16],
  [-62, 14],
];
const polygon = { type: 'Polygon' as const, coordinates: [square] };
const clusters = {
  type: 'FeatureCollection' as const,
  runId: 1,
  notes: [],
  total: 3,
  features: [cluster({ id: 'a' }), cluster({ id: 'b', p: 0.4 }), { ...density, id: 'c' }].map(
    (properties) => ({
      type: 'Feature' as const,
      id: properties.id,
      geometry: polygon,
      properties,
    }),
  ),
};
const cell = (id: string, emerging: CellProperties['emerging']) => ({
  type: 'Feature' as const,
  id,
  geometry: polygon,
  properties: {
    ...{ cell: id, count: 2, kg: 0, z: 3, p: 0.01, q: 0.02, class: 'hot' as const },
    ...{ emerging, calls: 10, rate: null },
  },
});
const hotspots = {
  ...{ type: 'FeatureCollection' as const, runId: 1, cellsTested: 4, edgeKm: 26, leftOut: {}, total: 3 },
  features: [cell('new', 'new'), cell('plain', 'none'), cell('unclassed', null)],
};
const DATA: MapData = {
  ...{ network: undefined, routes: undefined, seizures: undefined, selected: null },
  ...{ hotspots, clusters },
};

describe('clusters on the map', () => {
  it('leave out what may be chance until all are asked for', () => {
    const kinds = (all: boolean) =>
      drawClusters(clusters, all).features.map(({ properties }) => properties['kind']);
    expect(kinds(false)).toEqual(['sure', 'density']);
    expect(kinds(true)).toEqual(['sure', 'weak', 'density']);
  });

  it('have a solid, a dashed and a dotted outline, thinner than the widest route', () => {
    expect(CLUSTER_LINES.sure.dash).toBeNull();
    expect(CLUSTER_LINES.weak.dash?.[0]).toBeGreaterThan(1);
    expect(CLUSTER_LINES.density.dash?.[0]).toBeLessThan(0.1);
    for (const { width } of Object.values(CLUSTER_LINES)) expect(width).toBeLessThan(2);
  });

  it('are in style and legend only while their layer is on', () => {
    const assets = { basemap: {}, glyphs: '' };
    const ids = (layers: ('clusters' | 'hotspots')[]) =>
      mapStyle({ layers }, DATA, DARK, assets).layers.map(({ id }) => id);
    expect(ids([]).filter((id) => /clusters|emerging/.test(id))).toEqual([]);
    expect(ids(['clusters'])).toContain('clusters-edge-sure');
    expect(legendEntries({ layers: [] }, DATA)).toEqual([{ kind: 'islet' }]);
    expect(legendEntries({ layers: ['clusters'] }, DATA)).toEqual([
      { kind: 'cluster', cluster: 'sure' },
      { kind: 'cluster', cluster: 'density' },
      { kind: 'islet' },
    ]);
  });
});

describe('courses over time on the map', () => {
  it('have a sign of their own each, all but none', () => {
    expect(Object.keys(EMERGING_PATHS)).toEqual(EMERGING_CLASSES.filter((one) => one !== 'none'));
    expect(new Set(Object.values(EMERGING_PATHS)).size).toBe(EMERGING_CLASSES.length - 1);
  });

  it('stand in the middle of cells that have one', () => {
    const { features } = drawEmerging(hotspots);
    expect(features).toHaveLength(1);
    expect(features[0]).toMatchObject({
      geometry: { type: 'Point', coordinates: [-61, 15] },
      properties: { id: 'new', emerging: 'new' },
    });
  });

  it('are explained with the cells, which say what they count', () => {
    expect(legendEntries({ layers: ['hotspots'], weight: 'kg' }, DATA)).toEqual([
      { kind: 'cellHot', kg: true },
      { kind: 'emerging', sign: 'new' },
      { kind: 'islet' },
    ]);
  });
});
