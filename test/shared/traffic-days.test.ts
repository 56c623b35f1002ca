import { expect, it } from 'vitest';
import { trafficDays } from '../../shared/traffic-days.ts';

const YEAR = Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, '0')}`);

it.each([
  // 365 days less the 31 of January and 13 of February; 31 and 13.
  ['2025-02-14', '2026-02-13', 321],
  ['2024-02-14', '2025-02-13', 44],
  ['2024-01-01', '2024-12-31', 0],
  ['2025-03-05', '2025-03-05', 1],
  [null, null, 365],
  [null, '2025-01-10', 10],
  ['2025-12-30', null, 2],
])('%s to %s: %i days of 2025', (from, to, days) => {
  expect(trafficDays(YEAR, from, to)).toBe(days);
});

it('leaves out months between in which none was seen', () => {
  // 29 of the 31 days of January, all 30 of April.
  expect(trafficDays(['2025-01', '2025-04'], '2025-01-03', '2025-05-31')).toBe(59);
});
