import { describe, expect, it } from 'vitest';
import { legsFromCalls, voyagesFromLegs } from '../../../server/tracks/legs.ts';
import { DEFAULT_LEG_OPTIONS, DEFAULT_VOYAGE_OPTIONS } from '../../../server/tracks/options.ts';
import type { TrackCall } from '../../../server/tracks/port-calls.ts';

/** A call at a place from one hour to another; the gap on the way there in hours. */
const call = (placeId: string, from: number, to: number, gapBeforeHours: number | null = 1): TrackCall => ({
  call: {
    id: `v@${from}`,
    vesselId: 'v',
    placeId,
    arrivedAt: from * 3_600_000,
    departedAt: to * 3_600_000,
    fixes: 2,
    certainty: 'observed',
  },
  startsTrack: false,
  gapBeforeHours,
});
const legs = (calls: readonly TrackCall[]) => legsFromCalls(calls, DEFAULT_LEG_OPTIONS);
const voyages = (calls: readonly TrackCall[]) =>
  voyagesFromLegs(legs(calls), DEFAULT_VOYAGE_OPTIONS).voyages.map(({ placeIds }) => placeIds.join(''));
/** A day's work: calls of an hour every three hours. */
const round = (places: string): TrackCall[] => [...places].map((place, i) => call(place, i * 3, i * 3 + 1));

describe('legsFromCalls', () => {
  it('joins each call to the next', () => {
    expect(legs([call('A', 0, 2), call('B', 10, 12, 5.5)])).toEqual([
      {
        id: 'leg:v@0',
        vesselId: 'v',
        fromPlaceId: 'A',
        toPlaceId: 'B',
        departedAt: 7_200_000,
        arrivedAt: 36_000_000,
        gapHours: 5.5,
        certainty: 'observed',
      },
    ]);
  });

  it('calls a leg inferred when it was unseen for longer than six hours, or nobody knows', () => {
    const certainty = (gap: number | null) => legs([call('A', 0, 2), call('B', 10, 12, gap)])[0]?.certainty;
    expect(certainty(6)).toBe('observed');
    expect(certainty(6.01)).toBe('inferred');
    expect(certainty(null)).toBe('inferred');
  });

  it('makes no leg of a round trip, nor across a cut', () => {
    expect(legs([call('A', 0, 2), call('A', 10, 12)])).toEqual([]);
    expect(legs([call('A', 0, 2), { ...call('B', 10, 12), startsTrack: true }])).toEqual([]);
  });
});

describe('voyagesFromLegs', () => {
  it('takes consecutive legs as one voyage and gives each leg its id', () => {
    const made = voyagesFromLegs(legs(round('ABC')), DEFAULT_VOYAGE_OPTIONS);
    expect(made.voyages).toEqual([
      {
        id: 'voyage:v@0',
        vesselId: 'v',
        placeIds: ['A', 'B', 'C'],
        departedAt: 3_600_000,
        arrivedAt: 21_600_000,
      },
    ]);
    expect(made.legs.map(({ id, voyageId }) => [id, voyageId])).toEqual([
      ['leg:v@0', 'voyage:v@0'],
      ['leg:v@3', 'voyage:v@0'],
    ]);
  });

  it('starts anew after a stay of more than 72 hours, a trip out and back counted in', () => {
    expect(voyages([call('A', 0, 1), call('B', 5, 77), call('C', 80, 81)])).toEqual(['ABC']);
    expect(voyages([call('A', 0, 1), call('B', 5, 78), call('C', 80, 81)])).toEqual(['AB', 'BC']);
    expect(voyages([call('A', 0, 1), call('B', 5, 6), call('B', 70, 78), call('C', 80, 81)])).toEqual([
      'AB',
      'BC',
    ]);
  });

  it('makes many voyages of a ferry', () => {
    expect(voyages(round('ABABABA'))).toEqual(['ABA', 'ABA', 'ABA']);
    expect(voyages(round('XABABABA'))).toEqual(['XABA', 'ABA', 'ABA']);
    expect(voyages(round('ABCBABCBA'))).toEqual(['ABCBA', 'ABCBA']);
  });

  it('lets a leg after more than 72 hours unseen stand alone', () => {
    expect(voyages([call('A', 0, 1), call('B', 5, 6), call('C', 90, 91, 80), call('D', 95, 96)])).toEqual([
      'AB',
      'BC',
      'CD',
    ]);
  });
});
