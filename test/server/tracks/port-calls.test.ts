import { describe, expect, it } from 'vitest';
import { DEFAULT_CALL_OPTIONS } from '../../../server/tracks/options.ts';
import { portCallsFromTrack } from '../../../server/tracks/port-calls.ts';
import { PortIndex } from '../../../server/tracks/port-index.ts';
import { distanceKm } from '../../../shared/geo.ts';
import type { Place } from '../../../shared/model.ts';
import { at, portAt, trackOf } from './track-cases.ts';
import type { FixCase } from './track-cases.ts';

const callsAt = (places: readonly Place[], cases: readonly FixCase[], cuts: readonly number[] = []) =>
  portCallsFromTrack(
    'mmsi:341123000',
    trackOf(cases, cuts),
    new PortIndex(places, DEFAULT_CALL_OPTIONS),
    DEFAULT_CALL_OPTIONS,
  );
const A = portAt('A', 0);

describe('portCallsFromTrack', () => {
  it('finds a call of two hours', () => {
    const calls = callsAt(
      [A],
      [
        [0, 20, 10],
        [60, 2, 6],
        [90, 0.5, 0.1],
        [180, 0.5, 0],
        [240, 10, 9],
      ],
    );
    expect(calls).toEqual([
      {
        call: {
          id: 'mmsi:341123000@20220103T010000Z',
          vesselId: 'mmsi:341123000',
          placeId: 'A',
          arrivedAt: at('1:00'),
          departedAt: at('3:00'),
          fixes: 3,
          certainty: 'observed',
        },
        startsTrack: true,
        gapBeforeHours: null,
      },
    ]);
  });

  it('does not take passing by for a call', () => {
    expect(
      callsAt(
        [A],
        [
          [0, -8, 10],
          [15, -2.5, 10],
          [30, 2.5, 10],
          [45, 8, 10],
        ],
      ),
    ).toEqual([]);
  });

  it('takes an hour inside for a call even when no fix is a stop', () => {
    const slow = (minutes: number) =>
      callsAt(
        [A],
        [
          [0, 2, 1],
          [minutes, 2, 1],
          [minutes + 10, 9, 9],
        ],
      );
    expect(slow(59)).toHaveLength(0);
    expect(slow(60)).toHaveLength(1);
  });

  it('needs the entry circle to begin and the exit circle to end: wobble between 3 and 4 km is one call', () => {
    const calls = callsAt(
      [A],
      [
        [0, 8, 5],
        [10, 3.5, 1],
        [20, 2.9, 0.2],
        [30, 3.4, 0.2],
        [40, 2.8, 0.2],
        [50, 3.9, 0.2],
        [60, 3.2, 0.2],
        [70, 4.1, 4],
        [80, 3.5, 4],
        [90, 9, 8],
      ],
    );
    expect(calls.map(({ call }) => [call.arrivedAt, call.departedAt, call.fixes])).toEqual([
      [at('0:20'), at('1:00'), 5],
    ]);
  });

  it('lets a port of wider extent reach farther, with the same margin', () => {
    const calls = callsAt(
      [portAt('WIDE', 0, 6)],
      [
        [0, 5.9, 0.1],
        [60, 6.9, 0.1],
        [120, 7.1, 0.1],
      ],
    );
    expect(calls.map(({ call }) => [call.arrivedAt, call.departedAt])).toEqual([[at('0:00'), at('1:00')]]);
  });

  it('gives a stop between two close ports to the nearer one, once', () => {
    const calls = callsAt(
      [A, portAt('B', 2.5)],
      [
        [0, -9, 9],
        [20, -2, 5],
        [30, 0.2, 5],
        [40, 2.4, 0.1],
        [100, 1.2, 0.1],
        [160, 2.4, 0.1],
        [200, 12, 9],
      ],
    );
    expect(calls.map(({ call }) => [call.placeId, call.arrivedAt, call.departedAt])).toEqual([
      ['B', at('0:40'), at('2:40')],
    ]);
  });

  it('keeps calls that were going on when the track starts or ends', () => {
    const calls = callsAt(
      [A, portAt('B', 50)],
      [
        [0, 0, 0],
        [30, 0, 0],
        [200, 50, 0],
        [230, 50, 0],
      ],
    );
    expect(calls.map(({ call }) => [call.placeId, call.arrivedAt, call.departedAt])).toEqual([
      ['A', at('0:00'), at('0:30')],
      ['B', at('3:20'), at('3:50')],
    ]);
    // From 0:30 to 3:20 nothing was seen: 170 minutes.
    expect(calls[1]?.gapBeforeHours).toBeCloseTo(170 / 60, 12);
    expect(calls[1]?.startsTrack).toBe(false);
  });

  it('measures the longest gap of the passage, across a port that was only passed', () => {
    const calls = callsAt(
      [A, portAt('MID', 25), portAt('B', 50)],
      [
        [0, 0, 0],
        [60, 10, 8],
        [100, 24, 8],
        [110, 26, 8],
        [200, 40, 8],
        [230, 50, 0],
      ],
    );
    expect(calls.map(({ call }) => call.placeId)).toEqual(['A', 'B']);
    expect(calls[1]?.gapBeforeHours).toBeCloseTo(1.5, 12);
  });

  it('does not link calls across a cut', () => {
    const calls = callsAt(
      [A, portAt('B', 500)],
      [
        [0, 0, 0],
        [10, 500, 0],
      ],
      [1],
    );
    expect(calls.map(({ startsTrack }) => startsTrack)).toEqual([true, true]);
  });

  it('tells a stop by the way made where the fix gives no speed', () => {
    const still = (km: number) =>
      callsAt(
        [A],
        [
          [0, 1, null],
          [30, 1 + km, null],
          [40, 9, null],
        ],
      );
    // 0.4 km in half an hour is 0.43 kn, 0.5 km is 0.54 kn.
    expect(still(0.4)).toHaveLength(1);
    expect(still(0.5)).toHaveLength(0);
  });

  it('leaves out places that are areas', () => {
    expect(callsAt([{ ...A, kind: 'island' }], [[0, 0, 0]])).toEqual([]);
  });
});

describe('PortIndex', () => {
  it('finds a port across 180 degrees, and agrees with the great-circle distance', () => {
    const fiji: Place = { ...A, id: 'FIJI', position: [179.99, -17] };
    const index = new PortIndex([fiji], DEFAULT_CALL_OPTIONS);
    // 0.02 degrees at 17 S is 2.13 km, 0.04 is 4.25 km.
    expect(distanceKm([-179.99, -17], fiji.position)).toBeCloseTo(2.127, 2);
    expect(index.nearestEntered(-179.99e7, -17e7)?.place.id).toBe('FIJI');
    expect(index.nearestEntered(-179.97e7, -17e7)).toBeNull();
  });
});
