import { describe, expect, it } from 'vitest';
import { makePortIndex } from '../../../server/ports/nearest.ts';
import { distanceKm, type Position } from '../../../shared/geo.ts';
import type { Place } from '../../../shared/model.ts';
import { PORT_KINDS, type PlaceKind } from '../../../shared/vocabulary.ts';
import { shippedPlaces } from './shipped.ts';

function place(id: string, position: Position, kind: PlaceKind = 'port'): Place {
  return {
    id,
    name: id,
    kind,
    country: 'XX',
    locode: null,
    position,
    radiusKm: 2,
    gatewayId: null,
    aliases: [],
    source: 'test',
  };
}

/** Kilometres of one degree along the equator: 2 pi 6371.0088 / 360. */
const DEGREE_KM = 111.19508;

describe('makePortIndex', () => {
  it('finds the closest port and the great-circle distance to it', () => {
    const index = makePortIndex([place('A', [0, 0]), place('B', [2, 0])]);
    const near = index.nearest([0.5, 0], 100);
    expect(near?.place.id).toBe('A');
    expect(near?.distanceKm).toBeCloseTo(DEGREE_KM / 2, 3);
  });

  it('finds none beyond the distance, and one exactly at it', () => {
    const at = distanceKm([1, 0], [0, 0]);
    const index = makePortIndex([place('A', [0, 0])]);
    expect(index.nearest([1, 0], at - 0.001)).toBeNull();
    expect(index.nearest([1, 0], at)?.place.id).toBe('A');
    expect(index.nearest([0, 0], 0)?.place.id).toBe('A');
  });

  it('lists all within a distance, closest first', () => {
    const index = makePortIndex([place('C', [3, 0]), place('B', [2, 0]), place('A', [1, 0])]);
    expect(index.within([0, 0], 2.5 * DEGREE_KM).map((near) => near.place.id)).toEqual(['A', 'B']);
  });

  it('looks across the meridian of 180 degrees', () => {
    const index = makePortIndex([place('A', [-179.99, 0]), place('B', [179, 0])]);
    expect(index.nearest([179.99, 0], 50)?.place.id).toBe('A');
  });

  it('leaves out what is not a place where a vessel lies', () => {
    const kinds: PlaceKind[] = ['country', 'island', 'sea-area', 'airport', 'city', 'region'];
    const index = makePortIndex(kinds.map((kind) => place(kind, [0, 0], kind)));
    expect(index.nearest([0, 0], 1000)).toBeNull();
    expect(makePortIndex([]).within([0, 0], 1000)).toEqual([]);
  });

  it('finds every port of the world when the distance is the world', () => {
    const index = makePortIndex([place('A', [0, 0]), place('B', [180, 0]), place('C', [90, 89])]);
    expect(index.within([0, 0], Infinity)).toHaveLength(3);
  });

  it('finds ports round a pole', () => {
    const index = makePortIndex([place('A', [0, 89.5]), place('B', [180, 89.5]), place('C', [90, 88])]);
    // Half a degree short of the pole on opposite meridians: one degree apart.
    const near = index.within([0, 89.5], 112);
    expect(near.map((port) => port.place.id)).toEqual(['A', 'B']);
    expect(near[1]?.distanceKm).toBeCloseTo(DEGREE_KM, 3);
  });

  it.each([4, 40, 299, 301, 2000])('agrees at %i km with measuring every shipped port', (km) => {
    const { places } = shippedPlaces();
    const ports = places.filter((p) => PORT_KINDS.some((kind) => kind === p.kind));
    const index = makePortIndex(places);
    let found = 0;
    for (const { position } of ports) {
      const from: Position = [position[0] + 0.02, position[1] - 0.02];
      const all = ports.filter((port) => distanceKm(from, port.position) <= km).map((port) => port.id);
      const near = index.within(from, km);
      expect(near.map((port) => port.place.id).sort()).toEqual(all.sort());
      expect(index.nearest(from, km)).toEqual(near[0] ?? null);
      found += near.length;
    }
    // The spot is 2.2 to 3.2 km from its own port, so each finds at least that one.
    expect(found).toBeGreaterThanOrEqual(ports.length);
  });
});
