import { describe, expect, it } from 'vitest';
import { conventionsOf, NOTHING_SAID } from '../../../server/seizures/conventions.ts';
import { orderShown, readWrittenDate } from '../../../server/seizures/written-dates.ts';
import {
  markShown,
  readWrittenNumber,
  splitQuantity,
  unitOf,
} from '../../../server/seizures/written-numbers.ts';
import { commodityOf, confidenceOf } from '../../../server/seizures/written-words.ts';
import { catalogueOf } from '../../support/catalogues.ts';

// What sources write, read by hand. The pound is 0.45359237 kg by definition.

describe('dates', () => {
  it.each([
    ['2025-12-08', 'day', '2025-12-08', '2025-12-08'],
    ['2025-12', 'month', '2025-12-01', '2025-12-31'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29'],
    ['2025', 'year', '2025-01-01', '2025-12-31'],
    ['2025-12-08 14:30', 'day', '2025-12-08', '2025-12-08'],
    // The day is the one that is written: in UTC this would be the 9th.
    ['2025-12-08T23:30:00-04:00', 'day', '2025-12-08', '2025-12-08'],
    ['2025-12-08/2025-12-09', 'day', '2025-12-08', '2025-12-09'],
    ['2025/12/8', 'day', '2025-12-08', '2025-12-08'],
    ['8.12.2025', 'day', '2025-12-08', '2025-12-08'],
    ['13/4/2025', 'day', '2025-04-13', '2025-04-13'],
    ['4/13/2025', 'day', '2025-04-13', '2025-04-13'],
    ['05-05-2025', 'day', '2025-05-05', '2025-05-05'],
    ['12/2025', 'month', '2025-12-01', '2025-12-31'],
    ['8 December 2025', 'day', '2025-12-08', '2025-12-08'],
    ['December 8th, 2025', 'day', '2025-12-08', '2025-12-08'],
    ['8-Dec-2025', 'day', '2025-12-08', '2025-12-08'],
    ['8-9 Dec 2025', 'day', '2025-12-08', '2025-12-09'],
    ['8 de diciembre de 2025', 'day', '2025-12-08', '2025-12-08'],
    ['1er août 2025', 'day', '2025-08-01', '2025-08-01'],
    ['8 févr. 2025', 'day', '2025-02-08', '2025-02-08'],
    ['3 mrt 2025', 'day', '2025-03-03', '2025-03-03'],
    ['12 mei 2025', 'day', '2025-05-12', '2025-05-12'],
    ['Sept. 2025', 'month', '2025-09-01', '2025-09-30'],
    ['diciembre de 2025', 'month', '2025-12-01', '2025-12-31'],
    ['night of 29 June 2025', 'day', '2025-06-29', '2025-06-30'],
    ['noche del 31 de diciembre de 2024', 'day', '2024-12-31', '2025-01-01'],
    ['nuit du 29 au 30 juin 2025', 'day', '2025-06-29', '2025-06-30'],
    ['night of 29-30 June 2025', 'day', '2025-06-29', '2025-06-30'],
  ])('%s', (text, precision, earliest, latest) => {
    expect(readWrittenDate(text)).toEqual({ precision, earliest, latest });
  });

  it.each([
    ['3/4/2025', '2025-04-03', '2025-03-04'],
    ['03-04-2025', '2025-04-03', '2025-03-04'],
    ['12/11/2025', '2025-11-12', '2025-12-11'],
  ])('%s may be either', (text, dayFirst, monthFirst) => {
    expect(readWrittenDate(text)).toEqual({ 'day-first': dayFirst, 'month-first': monthFirst });
  });

  it.each([
    ['2025-02-30', 'no-such-date'],
    ['2025-13', 'no-such-date'],
    ['31/02/2025', 'no-such-date'],
    ['32.1.2025', 'no-such-date'],
    ['9-8 December 2025', 'no-such-date'],
    ['3/4/25', 'two-digit-year'],
    ['8 Dec 25', 'two-digit-year'],
    ['June', 'not-a-date'],
    ['night of 29 June', 'not-a-date'],
    ['early December 2025', 'not-a-date'],
    ['8 December or January 2025', 'not-a-date'],
    ['45999', 'not-a-date'],
    ['', 'not-a-date'],
  ])('%s is none: %s', (text, why) => {
    expect(readWrittenDate(text)).toBe(why);
  });

  it('a number above 12 shows the order, a dot says nothing of the slash', () => {
    const texts = ['13/4/2025', '4/13/2025', '3/4/2025', '13.4.2025', '2025-04-13', '32/4/2025'];
    expect(texts.map(orderShown)).toEqual(['day-first', 'month-first', null, null, null, null]);
  });
});

describe('numbers', () => {
  it.each([
    ['772.4', 772.4],
    ['1,7', 1.7],
    ['1,2345', 1.2345],
    ['0,500', 0.5],
    ['0.250', 0.25],
    ['1,234,567', 1234567],
    ['1.234.567', 1234567],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1 234', 1234],
    ['1 234,567', 1234.567],
    ["1'234'567", 1234567],
    ['1200', 1200],
  ])('%s', (text, value) => {
    expect(readWrittenNumber(text)).toBe(value);
  });

  it.each([
    ['2,083', { point: 2083, comma: 2.083 }],
    ['2.083', { point: 2.083, comma: 2083 }],
  ])('%s may be either', (text, either) => {
    expect(readWrittenNumber(text)).toEqual(either);
  });

  it.each(['', 'abc', '1,23,4', '1.2.3', '1,234.567.8', '12 34', '-3', '1,'])('"%s" is none', (text) => {
    expect(readWrittenNumber(text)).toBeNull();
  });

  it('shows the decimal mark where one can be seen', () => {
    const texts = ['772.4', '1,7', '2,083', '1,234,567', '1.234.567,8', '1 234,567', '1200'];
    expect(texts.map(markShown)).toEqual(['point', 'comma', null, 'point', 'comma', 'comma', null]);
  });

  it('parts the number from its unit', () => {
    expect(splitQuantity('2,083 pounds')).toEqual({ number: '2,083', words: 'pounds' });
    expect(splitQuantity('41kg')).toEqual({ number: '41', words: 'kg' });
    expect(splitQuantity('about 12')).toEqual({ number: '', words: '' });
  });

  it('knows units in four languages, and not those that may be several', () => {
    expect(['KG', 'lbs', 'gramos', 'tonnes', 'stuks'].map(unitOf)).toEqual([
      { unit: 'kg', factor: 1 },
      { unit: 'kg', factor: 0.45359237 },
      { unit: 'kg', factor: 0.001 },
      { unit: 'kg', factor: 1000 },
      { unit: 'piece', factor: 1 },
    ]);
    expect(['ton', 'tons', 'bale', 'litre', ''].map(unitOf)).toEqual([null, null, null, null, null]);
  });
});

describe('what a table shows of how it writes', () => {
  const of = (...rows: Record<string, string>[]) => conventionsOf(rows, NOTHING_SAID);

  it('nothing: a point is a point, the rest is asked', () => {
    expect(of({ date: '3/4/2025', quantity: '2,083' })).toEqual({
      dateOrder: null,
      decimalMark: { point: 'point', comma: null },
    });
  });

  it('one order and one mark: the others follow', () => {
    expect(of({ date: '13/4/2025' }, { date_latest: '1/2/2025', quantity: '772.4' })).toEqual({
      dateOrder: 'day-first',
      decimalMark: { point: 'point', comma: 'point' },
    });
    expect(of({ quantity: '1,7 tonne' })).toMatchObject({ decimalMark: { point: null, comma: 'comma' } });
  });

  it('both: nothing is told', () => {
    expect(of({ date: '13/4/2025', quantity: '1,7' }, { date: '4/13/2025', quantity: '1.7' })).toEqual({
      dateOrder: null,
      decimalMark: { point: null, comma: null },
    });
  });

  it('what is said goes before', () => {
    const said = { dateOrder: 'month-first', decimalMark: 'comma' } as const;
    expect(conventionsOf([{ date: '13/4/2025', quantity: '1.7' }], said)).toEqual({
      dateOrder: 'month-first',
      decimalMark: { point: 'comma', comma: 'comma' },
    });
  });
});

describe('words', () => {
  it.each([
    ['Cocaína', 'cocaine'],
    ['COCAÏNE', 'cocaine'],
    ['ganja', 'cannabis'],
    ['Résine de cannabis', 'cannabis'],
    ['héroïne', 'heroin'],
    ['MDMA', 'synthetic'],
    ['Assault rifles', 'firearm'],
    ['armes à feu', 'firearm'],
    ['Pièces d’armes', 'firearm_part'],
    ['munitie', 'ammunition'],
    ['argent liquide', 'cash'],
    ['fauna silvestre', 'wildlife'],
    ['Otras mercancías', 'other'],
  ])('%s is %s', (text, commodity) => {
    expect(commodityOf(text)).toBe(commodity);
  });

  it.each(['es', 'fr', 'nl'] as const)('the words of the page in %s are taken', (language) => {
    const { commodity } = catalogueOf(language) as { commodity: Record<string, string> };
    const meant = Object.entries(commodity).map(([name, text]) => [name, commodityOf(text)]);
    expect(meant).toHaveLength(10);
    for (const [name, found] of meant) expect(found).toBe(name);
  });

  // Slips, what may be several things, and silver, which argent is too.
  it.each(['cocain', 'drugs', 'weapons', 'parts', 'argent', 'espèces', 'coke', ''])('%j is none', (text) => {
    expect(commodityOf(text)).toBeUndefined();
  });

  it.each([
    ['alta', 'high'],
    ['Moyenne', 'medium'],
    ['laag', 'low'],
    ['maybe', undefined],
  ])('of confidence: %s is %s', (text, level) => {
    expect(confidenceOf(text)).toBe(level);
  });
});
