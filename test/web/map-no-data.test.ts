import { expect, it } from 'vitest';
import { FIGURE_WORDS } from '../../server/briefings/words/figure.ts';
import type { NoDataReply } from '../../shared/api.ts';
import { DARK, LIGHT } from '../../shared/drawing/palette.ts';
import { translate } from '../../web/i18n/index.ts';
import { legendText } from '../../web/map/legend-text.ts';
import { legendEntries, mapStyle } from '../../web/map/style.ts';
import type { MapData } from '../../web/map/types.ts';
import { catalogueOf } from '../support/catalogues.ts';

const square = (country: string, x: number): NoDataReply['features'][number] => ({
  type: 'Feature',
  properties: { country },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [x, 0],
        [x + 1, 0],
        [x + 1, 1],
        [x, 0],
      ],
    ],
  },
});
const DATA: MapData = {
  ...{ network: undefined, routes: undefined, seizures: undefined, hotspots: undefined, selected: null },
  noData: {
    type: 'FeatureCollection',
    runId: 1,
    countries: ['AR', 'CU', 'MX'],
    features: [square('CU', 0), square('CU', 2), square('MX', 4)],
  },
};
const assets = { basemap: {}, glyphs: '' };

it.each([DARK, LIGHT])('hatches the land of which nothing is held, right above the land', (palette) => {
  const { layers, sources } = mapStyle({ layers: ['hotspots'] }, DATA, palette, assets);
  const ids = layers.map(({ id }) => id);
  expect(ids.indexOf('no-data')).toBe(ids.indexOf('land-near') + 1);
  expect(ids.indexOf('cells-fill')).toBeGreaterThan(ids.indexOf('no-data'));
  expect(layers.find(({ id }) => id === 'no-data')).toMatchObject({
    type: 'fill',
    paint: { 'fill-pattern': `hatch-${palette.theme}` },
  });
  const source = sources['no-data'];
  expect(source?.type === 'geojson' && source.data).toMatchObject({ features: DATA.noData?.features });
});

it('says in the legend what the hatch is, and of which countries', () => {
  const entry = legendEntries({ layers: [] }, DATA).find(({ kind }) => kind === 'noData');
  // Argentina has no outline on this base map, so it is not on the map.
  expect(entry).toEqual({ kind: 'noData', countries: ['CU', 'MX'] });
  expect(entry && legendText(entry, translate)).toBe('No data: no report, no call');
  expect(legendEntries({ layers: [] }, { ...DATA, noData: undefined }).map(({ kind }) => kind)).not.toContain(
    'noData',
  );
});

it('has the words of the figures, in every language', () => {
  expect(translate('map.legend.noData')).toBe(FIGURE_WORDS.en.noData);
  for (const language of ['es', 'fr', 'nl'] as const) {
    const { map } = catalogueOf(language) as { map: { legend: { noData: string } } };
    expect(map.legend.noData).toBe(FIGURE_WORDS[language].noData);
  }
});
