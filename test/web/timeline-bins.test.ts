import { describe, expect, it } from 'vitest';
import { binsOf, placeOf, twelveMonthsBefore } from '../../web/panels/timeline-bins.ts';

describe('bars of the timeline', () => {
  it('are months up to five years, holes included', () => {
    const months = [
      { month: '2025-01', seizures: 2, voyages: 10 },
      { month: '2025-03', seizures: 1, voyages: 0 },
    ];
    expect(binsOf(months, '2025-01-15', '2025-03-02')).toEqual({
      unit: 'month',
      bins: [
        { start: '2025-01-01', end: '2025-01-31', seizures: 2, voyages: 10 },
        { start: '2025-02-01', end: '2025-02-28', seizures: 0, voyages: 0 },
        { start: '2025-03-01', end: '2025-03-31', seizures: 1, voyages: 0 },
      ],
    });
    expect(binsOf([], '2020-01-01', '2024-12-31').bins).toHaveLength(60);
  });

  it('are years beyond that, each the sum of its months', () => {
    const months = [
      { month: '2020-01', seizures: 2, voyages: 0 },
      { month: '2020-11', seizures: 3, voyages: 0 },
      { month: '2025-01', seizures: 1, voyages: 7 },
    ];
    const { unit, bins } = binsOf(months, '2020-01-01', '2025-01-31');
    expect(unit).toBe('year');
    expect(bins).toHaveLength(6);
    expect(bins[0]).toEqual({ start: '2020-01-01', end: '2020-12-31', seizures: 5, voyages: 0 });
    expect(bins[1]).toEqual({ start: '2021-01-01', end: '2021-12-31', seizures: 0, voyages: 0 });
    expect(bins[5]).toEqual({ start: '2025-01-01', end: '2025-12-31', seizures: 1, voyages: 7 });
  });

  it('place a day within its bar', () => {
    const { bins } = binsOf([], '2025-01-01', '2025-12-31');
    expect(placeOf(bins, '2025-01-01')).toBe(0);
    expect(placeOf(bins, '2025-02-15')).toBe(1.5);
    expect(placeOf(bins, '2024-06-01')).toBe(0);
    expect(placeOf(bins, '2026-06-01')).toBe(12);
  });

  it('end twelve months with the last one', () => {
    expect(twelveMonthsBefore('2026-03-10')).toBe('2025-04-01');
    expect(twelveMonthsBefore('2025-12-31')).toBe('2025-01-01');
  });
});
