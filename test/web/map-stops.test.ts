import { describe, expect, it } from 'vitest';
import type { PlaceRef, SeizureDetail } from '../../shared/api.ts';
import { drawSelected, isNumbered } from '../../web/map/derive-selected.ts';
import { seizureShape } from '../../web/selected.ts';

type Point = SeizureDetail['routePoints'][number];

const place = (id: string, position: [number, number]): PlaceRef => ({
  ...{ id, name: id, kind: 'country', country: id, position },
  radiusKm: 30,
});
const point = (role: Point['role'], at: PlaceRef | null): Point => ({
  ...{ role, text: role, place: at, certainty: 'stated', reason: null },
});
/** A case of which the map needs no more than this. */
const detail = (position: [number, number] | null, routePoints: Point[]): SeizureDetail =>
  ({ id: 'reported:X', position, uncertaintyKm: 60, routePoints, steps: [] }) as unknown as SeizureDetail;

const stopsOf = (seizure: SeizureDetail) =>
  drawSelected(seizureShape(seizure)).stops.features.map(({ properties: { id, number, from, until } }) => [
    id,
    number,
    from,
    until,
  ]);

const TT = place('TT', [-61.3, 10.4]);
const KN = place('KN', [-62.7, 17.3]);
const VG = place('VG', [-64.6, 18.42]);

describe('the stops of a case', () => {
  // 0.22° of latitude and 0.1° of longitude are 26.6 km. At zoom 0 that is 26.6 / (78.27 × cos 18.2°) = 0.358 px, at zoom
  // 6 it is 22.9 and at zoom 7 45.8: discs of 24 px with a rim part between the two.
  it('have the numbers of its panel, which lists where it was seized too; far out two are one', () => {
    const points = [point('departure', TT), point('transit', KN), point('seizure', null)];
    const seizure = detail([-64.5, 18.2], [...points, point('destination', VG)]);
    expect(stopsOf(seizure)).toEqual([
      ['TT', '1', 0, 99],
      ['KN', '2', 0, 99],
      ['VG', '4', 7, 99],
      ['own', '3', 7, 99],
      ['VG', '3·4', 0, 7],
    ]);
  });

  it('keep their numbers where one has no place, and nothing is drawn of that one', () => {
    const points = [point('departure', null), point('seizure', null), point('destination', VG)];
    expect(stopsOf(detail(null, points))).toEqual([['VG', '3', 0, 99]]);
    expect(isNumbered(seizureShape(detail(null, points)))).toBe(true);
  });

  it('name the place of the seizure at the seizure, and once where it is the destination', () => {
    const port = place('KIN', [-76.79, 17.97]);
    const at: [number, number] = [-76.815, 17.975];
    // Far enough not to be one with it at any zoom.
    const far = place('NL', [4.5, 52]);
    expect(stopsOf(detail(at, [point('departure', far), point('seizure', port)]))).toEqual([
      ['NL', '1', 0, 99],
      ['own', '2', 0, 99],
    ]);
    // 2.7 km: 26 px from zoom 9.5 on.
    const both = [point('departure', TT), point('seizure', port), point('destination', port)];
    expect(stopsOf(detail(at, both))).toEqual([
      ['TT', '1', 0, 99],
      ['KIN', '3', 10, 99],
      ['own', '2', 10, 99],
      ['KIN', '2·3', 0, 10],
    ]);
  });

  it('have no number where there is only one', () => {
    const alone = seizureShape(detail([-64.5, 18.2], [point('seizure', VG)]));
    expect(isNumbered(alone)).toBe(false);
    expect(drawSelected(alone).stops.features.map(({ properties }) => properties['number'])).toEqual(['']);
  });

  it('have a disc as wide as its numbers', () => {
    const places = [TT, KN, TT];
    const shape = { geometry: null, radiusKm: 0, steps: [], ids: ['r'], places };
    // Two digits of 6.9 px and a point of 3.3 are 17.1 px, half of it and 4.5 around are 13.05.
    expect(drawSelected(shape).stops.features.map(({ properties }) => properties['disc'])).toEqual([
      13.05, 10,
    ]);
  });
});
