import { describe, expect, it } from 'vitest';
import { cleanTrack } from '../../../server/tracks/clean.ts';
import { DEFAULT_TRACK_OPTIONS } from '../../../server/tracks/options.ts';
import { DAY, fixColumns } from './track-cases.ts';
import type { FixCase } from './track-cases.ts';

const clean = (cases: readonly FixCase[]) => cleanTrack(fixColumns(cases), DEFAULT_TRACK_OPTIONS.clean);
const minutes = ({ track }: ReturnType<typeof clean>): number[] =>
  [...track.fixes.seconds.subarray(0, track.count)].map((second) => (second - DAY) / 60);

// 60 kn is 1.852 km a minute; 10 kn is 3.09 km in 10 minutes.
describe('cleanTrack', () => {
  it('leaves a clean track as it is', () => {
    const result = clean([
      [0, 0, 10],
      [10, 3, 10],
      [20, 6, 10],
    ]);
    expect(minutes(result)).toEqual([0, 10, 20]);
    expect(result).toMatchObject({ duplicates: [], jumps: [], outOfOrder: 0, track: { cuts: [] } });
  });

  it('puts fixes in time order and counts those that came late', () => {
    const result = clean([
      [10, 3, 10],
      [0, 0, 10],
      [30, 9, 10],
      [20, 6, 10],
    ]);
    expect(minutes(result)).toEqual([0, 10, 20, 30]);
    expect([...result.track.fixes.rows]).toEqual([1, 0, 3, 2]);
    expect(result.outOfOrder).toBe(2);
  });

  it('keeps the first of two fixes at one second', () => {
    const result = clean([
      [0, 0, 10],
      [10, 3, 10],
      [10, 3.5, 10],
      [20, 6, 10],
    ]);
    expect(minutes(result)).toEqual([0, 10, 20]);
    expect(result.duplicates).toEqual([2]);
  });

  it('takes out one fix that lies too far off', () => {
    const result = clean([
      [0, 0, 10],
      [10, 3, 10],
      [20, 506, 10],
      [30, 9, 10],
    ]);
    expect(minutes(result)).toEqual([0, 10, 30]);
    expect(result.jumps).toEqual([2]);
    expect(result.track.cuts).toEqual([]);
  });

  it('does not take 0.9 km in one second for a jump: below the noise limit', () => {
    expect(
      clean([
        [0, 0, 0],
        [1 / 60, 0.9, 0],
      ]).jumps,
    ).toEqual([]);
  });

  it('believes 59 kn and not 61 kn', () => {
    // In an hour: 59 * 1.852 = 109.3 km, 61 * 1.852 = 113.0 km.
    const after = (km: number) =>
      clean([
        [0, 0, 0],
        [60, km, 0],
      ]).jumps;
    expect(after(109.2)).toEqual([]);
    expect(after(113)).toEqual([1]);
  });

  it('cuts the track where three fixes in a row agree on the new place', () => {
    const result = clean([
      [0, 0, 10],
      [10, 3, 10],
      [20, 6, 10],
      [30, 500, 10],
      [40, 503, 10],
      [50, 506, 10],
    ]);
    expect(minutes(result)).toEqual([0, 10, 20, 30, 40, 50]);
    expect(result.track.cuts).toEqual([3]);
    expect(result.jumps).toEqual([]);
  });

  it('does not let a wrong first fix stand', () => {
    const result = clean([
      [0, 500, 10],
      [10, 0, 10],
      [20, 3, 10],
      [30, 6, 10],
      [40, 9, 10],
    ]);
    expect(minutes(result)).toEqual([10, 20, 30, 40]);
    expect(result.jumps).toEqual([0]);
    expect(result.track.cuts).toEqual([]);
  });

  it('keeps one of two vessels that share an MMSI and alternate', () => {
    const result = clean([
      [0, 0, 10],
      [5, 500, 10],
      [10, 3, 10],
      [15, 503, 10],
      [20, 6, 10],
      [25, 506, 10],
    ]);
    expect(minutes(result)).toEqual([0, 10, 20]);
    expect(result.jumps).toEqual([1, 3, 5]);
  });

  it('holds on to nothing but what came in: kept and left out add up', () => {
    const cases = Array.from({ length: 200 }, (_, i): FixCase => [
      (i * 37) % 100,
      i % 13 === 0 ? 900 : i % 9,
      5,
    ]);
    const { track, duplicates, jumps } = clean(cases);
    expect(track.count + duplicates.length + jumps.length).toBe(200);
  });
});
