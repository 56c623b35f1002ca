import { describe, expect, test } from 'vitest';
import type { SeizureProperties } from '../../shared/api.ts';
import { LIGHT } from '../../shared/drawing/palette.ts';
import { drawOpenEnds } from '../../web/map/open-ends.ts';
import { legendEntries, mapStyle } from '../../web/map/style.ts';
import type { MapData, SeizuresReply } from '../../web/map/types.ts';

type OpenEnd = NonNullable<SeizureProperties['openEnd']>;

const end = (placeId: string, unknown: OpenEnd['unknown'] = 'origin'): OpenEnd => ({
  placeId,
  placeName: placeId,
  position: placeId === 'FR' ? [2.4, 46.6] : [-81.2, 19.3],
  unknown,
  certainty: 'stated',
});

/** Seizures of which nothing is known but the end of their way. */
const seizures = (ends: readonly (OpenEnd | null)[]): SeizuresReply => ({
  type: 'FeatureCollection',
  total: ends.length,
  features: ends.map((openEnd, i) => ({
    type: 'Feature',
    id: `reported:${i}`,
    geometry: null,
    properties: {
      id: `reported:${i}`,
      recordId: String(i),
      dataSet: 'reported',
      synthetic: false,
      earliest: '2025-11-24',
      latest: '2025-12-12',
      datePrecision: 'year',
      country: null,
      placeText: 'Caribbean region (not stated)',
      uncertaintyKm: null,
      locationPrecision: null,
      atSea: false,
      commodities: ['cocaine'],
      massKg: null,
      operation: 'CALYPSO 2',
      confidence: 'high',
      marking: 'clear',
      openEnd,
    },
  })),
});
const dataOf = (ends: readonly (OpenEnd | null)[]): MapData => ({
  network: undefined,
  routes: undefined,
  hotspots: undefined,
  seizures: seizures(ends),
  selected: null,
});
const words = { origin: 'origin not stated', destination: 'destination not stated' };

describe('ends of ways of which the other is not stated', () => {
  test('the cocaine to France is a point at France and no line, though it has no position itself', () => {
    expect(drawOpenEnds(seizures([end('FR'), null])).features).toEqual([
      {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [2.4, 46.6] },
        properties: { ids: 'reported:0', unknown: 'origin' },
      },
    ]);
  });

  test('those of one place are one arrow; in and out are two', () => {
    const drawn = drawOpenEnds(seizures([end('KY'), end('FR'), end('KY'), end('KY', 'destination')]));
    expect(drawn.features.map(({ properties }) => [properties['ids'], properties['unknown']])).toEqual([
      ['reported:0,reported:2', 'origin'],
      ['reported:1', 'origin'],
      ['reported:3', 'destination'],
    ]);
  });

  const view = { layers: ['seizures'] as const, openEndWords: words };
  const assets = { basemap: {}, glyphs: '' };

  test('are drawn as arrows with their words while seizures are shown', () => {
    const style = mapStyle(view, dataOf([end('FR')]), LIGHT, assets);
    const layer = style.layers.find(({ id }) => id === 'open-ends');
    expect(layer).toMatchObject({
      type: 'symbol',
      source: 'open-ends',
      layout: {
        'text-field': ['case', ['==', ['get', 'unknown'], 'origin'], words.origin, words.destination],
      },
    });
    const hidden = mapStyle({ ...view, layers: ['legs'] }, dataOf([end('FR')]), LIGHT, assets);
    expect(hidden.layers.some(({ id }) => id === 'open-ends')).toBe(false);
  });

  test('are in the legend only where there are any', () => {
    const kinds = (ends: readonly (OpenEnd | null)[]): string[] =>
      legendEntries(view, dataOf(ends)).map(({ kind }) => kind);
    expect(kinds([end('FR')])).toContain('openEnd');
    expect(kinds([null])).not.toContain('openEnd');
  });
});
