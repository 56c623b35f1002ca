import { describe, expect, it } from 'vitest';
import { readDecimal, readMmsi, readSeconds } from '../../../server/tracks/fields.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const seconds = (text: string): number => readSeconds(bytes(text), 0, text.length);
const decimal = (text: string, decimals = 7): number => readDecimal(bytes(text), 0, text.length, decimals);
const mmsi = (text: string): number => readMmsi(bytes(text), 0, text.length);

describe('readSeconds', () => {
  // Expected values from `date -u -d ... +%s`.
  it.each([
    ['1970-01-01T00:00:00', 0],
    ['2022-01-03T00:00:07', 1_641_168_007],
    ['2024-02-29 23:59:59', 1_709_251_199],
    ['2000-03-01T12:00:00Z', 951_912_000],
    ['2022-01-03T00:00:07.9Z', 1_641_168_007],
    ['2022-01-03 00:00:07+00', 1_641_168_007],
  ])('%s', (text, expected) => {
    expect(seconds(text)).toBe(expected);
  });

  it.each([
    '2022-13-45T00:00:00',
    '2022-02-29T00:00:00',
    '2100-02-29T00:00:00',
    '2022-01-03T24:00:00',
    '2022-01-03T00:60:00',
    '2022-01-03T00:00:60',
    '2022-01-03',
    '03/01/2022 00:00:07',
    '2022-01-03T00:00:07+02:00',
    '2022-01-03T00:00:0x',
    '20x2-01-03T00:00:00',
    '',
  ])('%s is no time', (text) => {
    expect(seconds(text)).toBeNaN();
  });
});

describe('readDecimal', () => {
  it.each([
    ['17.29423', 172_942_300],
    ['-62.723', -627_230_000],
    ['0', 0],
    ['180', 1_800_000_000],
    ['.5', 5_000_000],
    ['5.', 50_000_000],
    ['-0.00001', -100],
    ['1e-5', 100],
    ['+17.5', 175_000_000],
    [' 17.5 ', 175_000_000],
    ['17.123456789', 171_234_568],
  ])('%s', (text, expected) => {
    expect(decimal(text)).toBe(expected);
  });

  it.each(['', '.', '-', 'abc', '1.2.3', '17,5', 'NaN', '0x1F', '1 2'])('"%s" is no number', (text) => {
    expect(decimal(text)).toBeNaN();
  });

  it('keeps as many decimals as asked', () => {
    expect(decimal('102.3', 2)).toBe(10_230);
    expect(decimal('9.876', 2)).toBe(988);
  });
});

describe('readMmsi', () => {
  it('takes nine digits that start 1 to 9 and nothing else', () => {
    expect(mmsi('367379190')).toBe(367_379_190);
    for (const text of ['', '12345678', '1234567890', '036737919', '36737919x', '-36737919']) {
      expect(mmsi(text)).toBe(-1);
    }
  });
});
