import { describe, expect, it } from 'vitest';
import { makeAtlas } from '../../../server/findings/atlas.ts';
import { measuresOf, onwardByPlace } from '../../../server/findings/derive.ts';
import { onwardRows } from '../../../server/findings/features.ts';
import { buildNetwork } from '../../../server/network/build.ts';
import type { RouteEvent } from '../../../shared/findings.ts';

function event(id: string, places: string, kind: RouteEvent['kind'] = 'voyage'): RouteEvent {
  const ids = places.split('>');
  return {
    id,
    kind,
    dataSet: 'test',
    vesselId: null,
    day: '2025-03-01',
    lastDay: '2025-03-02',
    commodities: [],
    countries: [],
    mode: 'sea',
    places: ids,
    certainties: ids.slice(1).map(() => 'observed'),
    report: null,
    operation: null,
    marking: 'clear',
  };
}
const events = (count: number, places: string): RouteEvent[] =>
  Array.from({ length: count }, (_, i) => event(`${places}-${i}`, places));

const atlas = makeAtlas(
  ['A', 'B', 'M', 'N', 'X', 'Y'].map((id, i) => ({
    id,
    name: `Port ${id}`,
    kind: 'port',
    country: null,
    locode: null,
    position: [i, 10],
    radiusKm: 1,
    gatewayId: null,
    aliases: [],
    source: 'test',
  })),
  [],
);
const rowsAt = (place: string, of: readonly RouteEvent[]) =>
  onwardRows(onwardByPlace(of).get(place) ?? [], atlas).map(({ cameFrom, to, count, probability }) => [
    cameFrom.map(({ name }) => name),
    to.name,
    count,
    probability,
  ]);

// By hand; thresholds as in variable-order.test.ts.
describe('where vessels go next from a place', () => {
  it('says it wherever they came from first, then after each way that makes a difference', () => {
    // From A: log2(14 / 10) = 0.485 bits, under 2 / log2(11) = 0.578. From B: log2(14 / 4) = 1.807, over 0.861.
    expect(rowsAt('M', [...events(10, 'A>M>X'), ...events(4, 'B>M>Y')])).toEqual([
      [[], 'Port X', 10, 10 / 14],
      [[], 'Port Y', 4, 4 / 14],
      [['Port B'], 'Port Y', 4, 1],
    ]);
  });

  it('leaves out ways that are only a stage on the way to a longer one', () => {
    const voyages = [...events(8, 'A>M>N>X'), ...events(8, 'B>M>N>Y')];
    expect(rowsAt('M', voyages)).toEqual([[[], 'Port N', 16, 1]]);
    expect(rowsAt('N', voyages)).toEqual([
      [[], 'Port X', 8, 0.5],
      [[], 'Port Y', 8, 0.5],
      [['Port A', 'Port M'], 'Port X', 8, 1],
      [['Port B', 'Port M'], 'Port Y', 8, 1],
    ]);
  });

  it('takes voyages alone, and a call that follows itself once', () => {
    expect(rowsAt('A', [event('v', 'A>A>M'), event('s', 'A>X', 'seizure')])).toEqual([[[], 'Port M', 1, 1]]);
    expect(rowsAt('X', events(3, 'A>X'))).toEqual([]);
  });
});

describe('measures of the network of events', () => {
  it('weighs a leg by the passages of voyages and seizures together', () => {
    const network = buildNetwork([...events(2, 'A>M>X'), event('s', 'A>M', 'seizure')]);
    const { places, legs } = measuresOf(network);
    // A to X goes through M: 1 of the 2 pairs of others. A-M carries A to M and A to X, of 6 pairs; so does M-X.
    expect(places.get('M')).toMatchObject({
      strengthIn: 3,
      strengthOut: 2,
      betweenness: 0.5,
      rankByBetweenness: 1,
    });
    expect([...legs]).toEqual([
      ['A~M', 2 / 6],
      ['M~X', 2 / 6],
    ]);
  });
});
