import { describe, expect, it } from 'vitest';
import type { PlaceFindingRow } from '../../shared/api.ts';
import { translate as t } from '../../web/i18n/index.ts';
import { communitiesOf } from '../../web/map/communities.ts';
import { lastTwoYears, operationsIn } from '../../web/panels/compare-sides.ts';
import { forestBar, forestScale, placeOnScale } from '../../web/panels/forest-scale.ts';
import { rankPlaces } from '../../web/panels/rank-places.ts';
import { nearestPort } from '../../web/panels/near.ts';
import { wayShape } from '../../web/ways.ts';
import { rateWords, ratioWords } from '../../web/words-spots.ts';

describe('the plot of ratios', () => {
  const row = (ratio: number | null, low: number | null, high: number | null) => ({ ratio, low, high });

  it('has a scale of factors with 1 in the middle', () => {
    const scale = forestScale([row(2, 0.5, 8)]);
    expect(scale).toEqual({ most: 10, ticks: [0.1, 1, 10], named: [0.1, 1, 10] });
    expect([0.1, 1, 10].map((one) => placeOnScale(scale, one))).toEqual([0, 0.5, 1]);
    // log10(2) / 2 = 0.1505 right of the middle, and as much left of it for the inverse.
    expect(placeOnScale(scale, 2)).toBeCloseTo(0.6505, 4);
    expect(placeOnScale(scale, 0.5)).toBeCloseTo(0.3495, 4);
  });

  it('reaches farther when an interval does, on either side', () => {
    expect(forestScale([row(1, 0.5, 11)]).most).toBe(100);
    expect(forestScale([row(1, 0.05, 2)]).most).toBe(100);
    expect(forestScale([row(0, 0, 5), row(null, null, null)]).most).toBe(10);
  });

  it('draws what goes on beyond the edge as open', () => {
    const scale = forestScale([row(1, 0.5, 2)]);
    expect(forestBar(scale, row(1, 0.1, 10))).toEqual({
      from: 0,
      to: 1,
      at: 0.5,
      openLeft: false,
      openRight: false,
    });
    // Nothing in B: no ratio and no upper bound. Nothing in A: the ratio is 0, which no scale of factors has.
    expect(forestBar(scale, row(null, 1, null))).toEqual({
      from: 0.5,
      to: 1,
      at: null,
      openLeft: false,
      openRight: true,
    });
    expect(forestBar(scale, row(0, 0, 1))).toEqual({
      from: 0,
      to: 0.5,
      at: null,
      openLeft: true,
      openRight: false,
    });
    expect(forestBar(scale, row(null, null, null))).toBeNull();
  });
});

describe('the sides of a comparison', () => {
  it('are two years of equal length', () => {
    expect(lastTwoYears('2026-02-13')).toEqual({
      last: { from: '2025-02-14', to: '2026-02-13', operation: null },
      before: { from: '2024-02-14', to: '2025-02-13', operation: null },
    });
    // 29 February has no day a year before.
    expect(lastTwoYears('2024-02-29').last.from).toBe('2023-03-01');
  });

  it('list each operation once, also where a seizure names two', () => {
    const feature = (operation: string | null) => ({ properties: { operation } });
    const reply = { features: ['B;A', null, 'A', 'C ; B'].map(feature) };
    expect(operationsIn(reply as unknown as Parameters<typeof operationsIn>[0])).toEqual(['A', 'B', 'C']);
    expect(operationsIn(undefined)).toEqual([]);
  });
});

describe('rates and ratios in words', () => {
  it('give a rate with its interval, and say when there is no traffic', () => {
    expect(rateWords(t, { per1000Calls: 75, low: 27.52, high: 163.24 })).toBe('75, between 28 and 163');
    expect(rateWords(t, { per1000Calls: 3.76, low: 0.0952, high: 20.9 })).toBe('3.8, between 0.1 and 21');
    expect(rateWords(t, null)).toBe('No traffic known');
  });

  it('speak of a difference only when q, or p without it, is below 0.05', () => {
    const row = { id: 'x', name: 'x', a: 10, b: 2, ratio: 5, low: 1.1, high: 46, p: 0.04, q: null };
    expect(ratioWords(t, row)).toBe('more in A');
    expect(ratioWords(t, { ...row, q: 0.2 })).toBe('no clear difference');
    expect(ratioWords(t, { ...row, ratio: 0.2 })).toBe('more in B');
    expect(ratioWords(t, { ...row, a: 0, b: 0 })).toBe('none in either');
    expect(ratioWords(t, { ...row, b: 0, ratio: null, low: 2, high: null })).toBe(
      'only in A, at least 2 times as many',
    );
    expect(ratioWords(t, { ...row, a: 0, ratio: 0, q: 1 })).toBe('only in B, too few to be clear');
  });
});

const place = (id: string, more: Partial<PlaceFindingRow>): PlaceFindingRow => ({
  id,
  name: id,
  kind: 'port',
  country: null,
  position: [-61, 14],
  radiusKm: 2,
  strengthIn: 0,
  strengthOut: 0,
  betweenness: 0,
  pageRank: 0,
  community: 0,
  seizures: 0,
  calls: 0,
  rate: null,
  ...more,
});

describe('places ranked', () => {
  const rate = (per1000Calls: number) => ({ per1000Calls, low: 0, high: 1000 });
  const items = [
    place('A', { strengthIn: 2, strengthOut: 3, community: 1, rate: null }),
    place('B', { strengthIn: 5, strengthOut: 0, community: 1, rate: rate(0) }),
    place('C', { strengthIn: 9, strengthOut: 0, community: 2, rate: rate(4) }),
    place('D', { strengthIn: 1, strengthOut: 0, community: 0, rate: rate(4) }),
  ];
  const ranks = (sort: Parameters<typeof rankPlaces>[1]) =>
    rankPlaces(items, sort).map(({ id, rank }) => `${rank}${id}`);

  it('share a rank where they are equal; no rate comes after a rate of 0', () => {
    expect(ranks('flow')).toEqual(['1C', '2A', '2B', '4D']);
    expect(ranks('rate')).toEqual(['1C', '1D', '3B', '4A']);
  });

  it('have communities named after their busiest place; alone is none', () => {
    expect(communitiesOf({ runId: 1, items, total: 4, callsSynthetic: 'none' })).toEqual([
      { number: 1, leader: 'A' },
      { number: 2, leader: 'C' },
    ]);
  });
});

describe('the nearest port', () => {
  const node = (name: string, kind: 'port' | 'country', position: [number, number]) => ({
    type: 'Feature' as const,
    id: name,
    geometry: { type: 'Point' as const, coordinates: position },
    properties: {
      ...{ id: name, name, kind, country: null, radiusKm: 1 },
      ...{ voyageLegsIn: 0, voyageLegsOut: 0, seizureLegsIn: 0, seizureLegsOut: 0 },
    },
  });
  it('is within 100 km and no area', () => {
    // A degree of latitude is 111 km.
    const nodes = [
      node('Area', 'country', [-60, 14]),
      node('Far', 'port', [-60, 14.95]),
      node('Near', 'port', [-60, 14.5]),
    ];
    expect(nearestPort([-60, 14], nodes)).toBe('Near');
    expect(nearestPort([-60, 12], nodes)).toBeNull();
  });
});

describe('a way on the map', () => {
  const stop = (id: string, position: [number, number]) => ({
    ...{ id, name: id, kind: 'port' as const, country: null, radiusKm: 1 },
    position,
  });
  it('is drawn as a great circle of unknown way where the network has no such leg', () => {
    const places = [stop('A', [-60, 10]), stop('B', [-60, 11])];
    const shape = wayShape({ places }, { network: undefined, routes: undefined });
    expect(shape.places).toEqual(places);
    expect(shape.steps).toHaveLength(1);
    expect(shape.steps[0]).toMatchObject({ certainty: 'assumed', overWater: false });
    expect(shape.steps[0]?.line.at(0)).toEqual([-60, 10]);
    expect(shape.steps[0]?.line.at(-1)).toEqual([-60, 11]);
  });
});
