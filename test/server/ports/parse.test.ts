import { describe, expect, it } from 'vitest';
import { DEFAULT_PORT_RADIUS_KM, parsePlaces } from '../../../server/ports/parse.ts';

/** A sound row as a customs office might write it; each case below changes one cell. */
const GOOD = {
  id: 'TTPOS',
  locode: 'TTPOS',
  name: 'Port of Spain',
  kind: 'port',
  country: 'TT',
  lon: '-61.52',
  lat: '10.65',
  radius_km: '2',
  aliases: 'POS; Puerto España ;',
  source: 'chart',
};

/** The only reject of a file of one row, or null when the row is taken. */
function rejectOf(change: Readonly<Record<string, string>>) {
  const { places, rejects } = parsePlaces([{ ...GOOD, ...change }], 'list.csv');
  expect(places.length + Math.min(rejects.length, 1)).toBe(1);
  expect(rejects.length).toBeLessThan(2);
  return rejects[0] ?? null;
}

describe('parsePlaces', () => {
  it('reads a whole row', () => {
    expect(parsePlaces([GOOD], 'list.csv')).toEqual({
      places: [
        {
          id: 'TTPOS',
          locode: 'TTPOS',
          name: 'Port of Spain',
          kind: 'port',
          country: 'TT',
          position: [-61.52, 10.65],
          radiusKm: 2,
          gatewayId: null,
          aliases: ['POS', 'Puerto España'],
          source: 'chart',
        },
      ],
      rejects: [],
    });
  });

  it('takes a list with only the columns it must have, and makes the id, the radius and the source', () => {
    const rows = [{ name: "Soper's Hole", kind: 'harbour', country: 'vg', lon: '-64.704', lat: '18.388' }];
    const { places, rejects } = parsePlaces(rows, 'mine.csv');
    expect(rejects).toEqual([]);
    expect(places[0]).toMatchObject({
      id: 'VG-SOPERS-HOLE',
      country: 'VG',
      locode: null,
      source: 'mine.csv',
    });
    expect(places[0]?.radiusKm).toBe(DEFAULT_PORT_RADIUS_KM);
  });

  it('names a country by its code and a sea area without one', () => {
    const area = { lon: '-68', lat: '18.4', radius_km: '100' };
    const { places } = parsePlaces(
      [
        { ...area, name: 'Trinidad and Tobago', kind: 'country', country: 'TT' },
        { ...area, name: 'Mona Passage', kind: 'sea-area', country: '' },
      ],
      'list.csv',
    );
    expect(places.map((place) => [place.id, place.country])).toEqual([
      ['TT', 'TT'],
      ['SEA-MONA-PASSAGE', null],
    ]);
  });

  it.each([
    ['lat', '91', 'the latitude is outside -90 to 90'],
    ['lon', '-181', 'the longitude is outside -180 to 180'],
    ['lon', '', 'the longitude is empty'],
    ['lat', '10,65', 'the latitude is not a number'],
    ['lat', '10°39N', 'the latitude is not a number'],
    ['kind', 'jetty', 'not a kind of place'],
    ['name', ' ', 'the name is empty'],
    ['country', 'TTO', 'not a two-letter country code'],
    ['country', '', 'the country is empty'],
    ['locode', 'TT1OS', 'not a UN/LOCODE'],
    ['locode', 'TTPO', 'not a UN/LOCODE'],
    ['radius_km', '0', 'not a number above 0 and up to 20015'],
    ['radius_km', '-2', 'not a number above 0 and up to 20015'],
    ['radius_km', 'wide', 'not a number above 0 and up to 20015'],
    ['id', 'tt pos', 'not a usable identifier'],
  ])('refuses %s "%s"', (column, value, reason) => {
    const reject = rejectOf({ [column]: value });
    expect(reject).toMatchObject({ file: 'list.csv', row: 2, column, value: value.trim(), reason });
    expect(reject?.fix).toMatch(/^[A-Z].+\.$/);
  });

  it('reads a UN/LOCODE written with its space or in small letters', () => {
    expect(parsePlaces([{ ...GOOD, locode: 'tt pos' }], 'list.csv').places[0]?.locode).toBe('TTPOS');
  });

  it('refuses an area without a radius', () => {
    expect(rejectOf({ kind: 'island', radius_km: '' })?.reason).toBe('the radius of an area is empty');
  });

  it('names the row a repeated id or code was first used in', () => {
    const rows = [GOOD, { ...GOOD, name: 'Again' }, { ...GOOD, id: 'TT-OTHER', name: 'Other' }];
    const { places, rejects } = parsePlaces(rows, 'list.csv', [10, 11, 12]);
    expect(places).toHaveLength(1);
    expect(rejects.map(({ row, column, reason }) => [row, column, reason])).toEqual([
      [11, 'id', 'already used in row 10'],
      [12, 'locode', 'already used in row 10'],
    ]);
  });

  it('tells every fault of a row, and keeps the other rows', () => {
    const { places, rejects } = parsePlaces([{ ...GOOD, lat: '91', kind: 'x' }, GOOD], 'list.csv');
    expect(places.map((place) => place.id)).toEqual(['TTPOS']);
    expect(rejects.map((reject) => reject.column)).toEqual(['kind', 'lat']);
  });

  it('refuses a file without a column it needs, once, not once a row', () => {
    const rows = [
      { name: 'A', kind: 'port', country: 'TT', longitude: '1', lat: '2' },
      { name: 'B', kind: 'port', country: 'TT', longitude: '1', lat: '2' },
    ];
    const { places, rejects } = parsePlaces(rows, 'list.csv');
    expect(places).toEqual([]);
    expect(rejects).toMatchObject([{ row: null, column: 'lon', reason: 'the column "lon" is missing' }]);
  });

  it('takes an empty file for an empty list', () => {
    expect(parsePlaces([], 'list.csv')).toEqual({ places: [], rejects: [] });
  });
});
