import { describe, expect, it } from 'vitest';
import { cellUnits, ratesOf } from '../../../server/hotspots/rates.ts';

describe('ratesOf', () => {
  it('gives seizures per 1,000 calls with the exact interval, in order of id', () => {
    const [busy, quiet] = ratesOf([
      { id: 'quiet', cases: 0, calls: 500 },
      { id: 'busy', cases: 10, calls: 2500 },
    ]);
    // 10 of 2,500 calls: 4 a thousand, 4.7954 to 18.39035 cases (chi-square tables) over 2.5 thousand.
    expect(busy).toMatchObject({ id: 'busy', per1000Calls: 4, note: null });
    expect(busy?.low).toBeCloseTo(1.9182, 4);
    expect(busy?.high).toBeCloseTo(7.35614, 4);
    // None of 500: 0, at most -ln 0.025 = 3.6889 over 0.5.
    expect(quiet).toMatchObject({ id: 'quiet', per1000Calls: 0, low: 0 });
    expect(quiet?.high).toBeCloseTo(7.3778, 4);
  });

  it('has no rate where no traffic is known', () => {
    expect(ratesOf([{ id: 'a', cases: 3, calls: 0 }])).toEqual([
      { id: 'a', cases: 3, calls: 0, per1000Calls: null, low: null, high: null, note: 'no-traffic-known' },
    ]);
    expect(ratesOf([])).toEqual([]);
  });

  it('refuses units that cannot be', () => {
    const refused = (cases: number, calls: number, code: string): void => {
      expect(() => ratesOf([{ id: 'a', cases, calls }])).toThrow(
        expect.objectContaining({ name: 'InputError', code }),
      );
    };
    refused(1.5, 10, 'bad-cases');
    refused(-1, 10, 'bad-cases');
    refused(1, -10, 'bad-calls');
    refused(1, Infinity, 'bad-calls');
    const unit = { id: 'a', cases: 1, calls: 1 };
    expect(() => ratesOf([unit, unit])).toThrow(expect.objectContaining({ code: 'unit-duplicate' }));
  });
});

describe('cellUnits', () => {
  it('adds cases and calls up by cell', () => {
    const units = cellUnits(
      [
        [-64.62, 18.42],
        [-64.621, 18.421],
        [-61.5, 10.65],
      ],
      [
        { position: [-64.62, 18.42], calls: 40 },
        { position: [-64.619, 18.42], calls: 2 },
        { position: [-62.72, 17.3], calls: 7 },
      ],
      4,
    );
    expect(units.map(({ cases, calls }) => [cases, calls]).sort()).toEqual([
      [0, 7],
      [1, 0],
      [2, 42],
    ]);
    expect(() => cellUnits([], [], 16)).toThrow(expect.objectContaining({ code: 'bad-resolution' }));
  });
});
