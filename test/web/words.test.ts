import { describe, expect, it } from 'vitest';
import { translate as t } from '../../web/i18n/index.ts';
import { durationWords, momentWords } from '../../web/words-runs.ts';
import {
  cellWords,
  chance,
  countryWords,
  dateWords,
  distanceWords,
  goodsWords,
  isSurprising,
  linksIn,
  massWords,
  number,
  percentWords,
  plain,
  positionWords,
  probability,
  quantityWords,
  spanWords,
  surpriseOf,
  surpriseShort,
  uncertaintyWords,
} from '../../web/words.ts';

/** Expected texts are written by hand; a no-break space keeps "q = 0.003" on one line. */
const nb = (text: string): string => text.replaceAll('_', '\u00a0');

describe('chance in words', () => {
  it('tells apart what is surprising, and how much', () => {
    expect([0.00004, 0.003, 0.01, 0.049, 0.05, 0.8].map((q) => surpriseOf({ q }))).toEqual([
      'far',
      'far',
      'more',
      'more',
      'not',
      'not',
    ]);
    expect([0.049, 0.05].map((q) => isSurprising({ q }))).toEqual([true, false]);
  });
  it('writes a chance with or without its sign', () => {
    expect([0.003, 0.00004, 0.81234, 1].map((value) => chance(t, value))).toEqual([
      '0.003',
      nb('<_0.001'),
      '0.81',
      '1',
    ]);
    expect([0.003, 0.00004].map((value) => probability(t, value))).toEqual([nb('=_0.003'), nb('<_0.001')]);
  });
  it('says how long a run took', () => {
    expect([400, 3_400, 34_359, 59_600, 281_000].map((took) => durationWords(t, took))).toEqual([
      '0.4 s',
      '3.4 s',
      '34 s',
      '1 min 0 s',
      '4 min 41 s',
    ]);
    expect(momentWords('2026-11-25T14:07:50.633Z')).toBe('25 Nov 2026, 14:07 UTC');
  });
  it('writes a share in percent, what is rare to a tenth', () => {
    expect([1, 0.393, 0.01, 0.0042].map(percentWords)).toEqual(['100%', '39%', '1%', '0.4%']);
  });
  it('says it shorter in a column', () => {
    expect([{ q: 0.003 }, { q: 0.03 }, { q: 0.3 }, null].map((one) => surpriseShort(t, one))).toEqual([
      'Far above',
      'Above',
      'Not above',
      'Not tested',
    ]);
  });
  it('says what a cell is', () => {
    expect(cellWords(t, { class: 'hot', q: 0.02 })).toBe(
      nb('More seizures here than chance gives (q_=_0.02)'),
    );
    expect(cellWords(t, { class: 'none', q: 1 })).toBe(nb('No more than chance gives (q_=_1)'));
  });
  it('never writes a probability as zero', () => {
    expect(probability(t, 0)).toBe(nb('<_0.001'));
    expect(probability(t, 0.0456)).toBe(nb('=_0.046'));
  });
});

describe('dates in words', () => {
  const day = (earliest: string, latest: string) => dateWords(t, { earliest, latest, datePrecision: 'day' });
  it('writes a day, and a span of days', () => {
    expect(day('2025-12-08', '2025-12-08')).toBe('8 December 2025');
    expect(day('2025-12-08', '2025-12-09')).toBe('8 to 9 December 2025');
    expect(day('2025-11-24', '2025-12-12')).toBe('24 November to 12 December 2025');
    expect(day('2024-12-31', '2025-01-01')).toBe('31 December 2024 to 1 January 2025');
    expect(spanWords(t, '2025-12-08', '2025-12-09', 'short')).toBe('8 to 9 Dec 2025');
  });
  it('does not make a day of a month or a year', () => {
    expect(dateWords(t, { earliest: '2025-03-01', latest: '2025-03-31', datePrecision: 'month' })).toBe(
      'March 2025, day not stated',
    );
    expect(dateWords(t, { earliest: '2024-01-01', latest: '2024-12-31', datePrecision: 'year' })).toBe(
      '2024, day not stated',
    );
    expect(dateWords(t, { earliest: '2025-11-24', latest: '2025-12-12', datePrecision: 'year' })).toBe(
      '2025 (24 November 2025 to 12 December 2025)',
    );
  });
});

describe('quantities in words', () => {
  it('writes kilograms as they are, and unknown as unknown', () => {
    expect(massWords(t, 772.4)).toBe('772.4 kg');
    expect(massWords(t, 1544.44)).toBe('1,544.4 kg');
    expect(massWords(t, 0.25)).toBe('0.25 kg');
    expect(massWords(t, null)).toBe('Not stated');
  });
  it('keeps counts in their own unit', () => {
    expect(quantityWords(t, 1, 'piece')).toBe('1 piece');
    expect(quantityWords(t, 119, 'piece')).toBe('119 pieces');
    expect(quantityWords(t, 2083, 'round')).toBe('2,083 rounds');
    expect(quantityWords(t, 45000, 'usd')).toBe('USD 45,000');
    expect(quantityWords(t, null, 'piece')).toBe('Not stated');
  });
  // 237 / 1.852 = 127.97; 9.26 / 1.852 = 5.
  it('writes distances in nautical miles and kilometres', () => {
    expect(distanceWords(t, 237)).toBe('128 nm (237 km)');
    expect(distanceWords(t, 9.26)).toBe('5 nm (9.3 km)');
    expect(number(1234567.89, 1)).toBe('1,234,567.9');
  });
});

describe('places and goods in words', () => {
  it('says how far off a position may be', () => {
    expect(uncertaintyWords(t, 60, 'sea-area')).toBe('Within 60 km, estimated');
    expect(uncertaintyWords(t, 2, 'port')).toBe('Within 2 km');
    expect(uncertaintyWords(t, null, null)).toBe('No position stated');
  });
  // Road Town: 18.42 N = 18° 25.2′, 64.62 W = 64° 37.2′. The second rounds up into the next degree.
  it('writes positions in degrees and decimal minutes', () => {
    expect(positionWords([-64.62, 18.42])).toBe(nb('18°_25.2′_N, 64°_37.2′_W'));
    expect(positionWords([2.9999, -0.5])).toBe(nb('0°_30′_S, 3°_0′_E'));
  });
  it('names goods and countries, and compares without accents', () => {
    expect(goodsWords(t, ['cocaine', 'firearm'])).toBe('Cocaine and Firearms');
    expect(goodsWords(t, [])).toBe('Not stated');
    expect(countryWords(t, 'VG')).toBe('British Virgin Islands');
    expect(countryWords(t, null)).toBe('Not stated');
    expect(plain('Curaçao')).toBe('curacao');
  });
  it('finds the addresses in a source', () => {
    expect(linksIn('WCO press release of 2026-03-11; https://www.example.org/a-b_c?d=1.')).toEqual([
      'https://www.example.org/a-b_c?d=1',
    ]);
    expect(linksIn('https://a.example/x; https://b.example/y')).toEqual([
      'https://a.example/x',
      'https://b.example/y',
    ]);
    expect(linksIn('no address; javascript:alert(1)')).toEqual([]);
  });
});
