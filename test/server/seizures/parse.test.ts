import { beforeAll, describe, expect, it } from 'vitest';
import { readTable } from '../../../server/pipeline/read-table.ts';
import { requireColumns } from '../../../server/pipeline/require-columns.ts';
import { makeGazetteer, type Gazetteer } from '../../../server/ports/gazetteer.ts';
import { parsePlaces } from '../../../server/ports/parse.ts';
import { OPTIONAL_SEIZURE_COLUMNS, REQUIRED_SEIZURE_COLUMNS } from '../../../shared/seizure-table.ts';
import { eventFromSeizure } from '../../../server/seizures/event.ts';
import { parseSeizures, type ParsedSeizures } from '../../../server/seizures/parse.ts';
import type { Seizure } from '../../../shared/model.ts';

let gazetteer: Gazetteer;
let parsed: ParsedSeizures;
let ofRow: ReadonlyMap<number, string>;

beforeAll(async () => {
  const ports = await readTable('data/ports.csv');
  gazetteer = makeGazetteer(parsePlaces(ports.rows, ports.file).places);
  const table = await readTable('data/seizures.csv');
  expect(requireColumns(table, REQUIRED_SEIZURE_COLUMNS, OPTIONAL_SEIZURE_COLUMNS)).toEqual([]);
  parsed = parseSeizures(table, { id: 'reported', marking: 'clear' }, gazetteer);
  ofRow = new Map(table.lines.map((line, i) => [line, table.rows[i]?.['record_id'] ?? '']));
});

function seizure(recordId: string): Seizure {
  const found = parsed.seizures.find((one) => one.recordId === recordId);
  if (!found) throw new Error(`no ${recordId}`);
  return found;
}

function tally(texts: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const text of texts) counts[text] = (counts[text] ?? 0) + 1;
  return counts;
}

// Counts from the note published with the file of public cases: 124 events, 155 rows, 113 positioned.
describe('the public cases', () => {
  it('124 seizures, 155 lines, nothing refused', () => {
    expect(parsed.rejects).toEqual([]);
    expect(parsed.seizures).toHaveLength(124);
    const lines = parsed.seizures.flatMap((one) => one.lines);
    expect(lines).toHaveLength(155);
    expect(tally(lines.map((line) => line.commodity))).toEqual({
      cocaine: 69,
      cannabis: 30,
      firearm: 22,
      ammunition: 15,
      firearm_part: 8,
      cash: 5,
      synthetic: 2,
      other: 2,
      wildlife: 2,
    });
  });

  it('how sure, how exact, where', () => {
    const { seizures } = parsed;
    expect(tally(seizures.map((one) => one.confidence))).toEqual({ high: 79, medium: 45 });
    expect(tally(seizures.map((one) => one.date.precision))).toEqual({ day: 76, month: 36, year: 12 });
    expect(seizures.filter((one) => one.place.position !== null)).toHaveLength(113);
    const countries = tally(seizures.map((one) => one.country ?? 'none'));
    expect(countries).toMatchObject({ DO: 12, KY: 10, PR: 9, MQ: 9, none: 8, VG: 7, TT: 6, BS: 6, GP: 5 });
  });

  it('an empty quantity is not stated, never 0', () => {
    const lines = parsed.seizures.flatMap((one) => one.lines);
    expect(lines.filter((line) => line.quantity === 0)).toEqual([]);
    expect(seizure('S002').lines.map((line) => line.quantity)).toEqual([null, null]);
  });

  it('texts that name no place known: all are too vague, but for Frigate Island', () => {
    expect(
      parsed.unresolved.map(({ row, column, text }) => `${ofRow.get(row) ?? ''} ${column}: ${text}`),
    ).toEqual([
      'S003 place: Caribbean region (not stated)',
      'S004 destination: Caribbean (not specified)',
      'S033 destination: Europe',
      'S034 destination: Europe',
      'S046 departure: South America',
      'S046 destination: Europe',
      'S053 place: International waters near South America',
      'S076 destination: North America',
      'S084 place: US Virgin Islands airport (St Thomas implied)',
      'S094 place: International waters (position not stated)',
      'S097 destination: Caribbean (not specified)',
      'S098 destination: Caribbean (not specified)',
      'S122 place: Frigate Island (chase began off Gun Point, Carriacou)',
    ]);
  });

  it('the routes that the notes call presumed, believed or suspected, and no others, are assumed', () => {
    const assumed = parsed.seizures.flatMap((one) =>
      one.routePoints
        .filter((point) => point.certainty === 'assumed')
        .map((point) => `${one.recordId} ${point.role} ${point.text}`),
    );
    expect(assumed).toEqual([
      'S035 departure Saint Vincent and the Grenadines',
      'S035 destination Antigua; British Virgin Islands; Saint Martin',
      'S059 destination China',
      'S106 departure Colombia',
      'S121 departure Saint Vincent',
      'S121 destination Trinidad',
    ]);
  });
});

describe('the four cases of the WCO release', () => {
  it('S001: 772.4 kg, three places in order, two legs, a seizure area at sea', () => {
    expect(seizure('S001')).toMatchObject({
      id: 'reported:S001',
      recordId: 'S001',
      date: { precision: 'day', earliest: '2025-12-08', latest: '2025-12-09' },
      country: 'VG',
      place: {
        text: 'At sea, approaching the British Virgin Islands',
        placeId: null,
        position: [-64.5, 18.2],
        uncertaintyKm: 60,
        precision: 'sea-area',
        atSea: true,
      },
      agencies: ['HM Customs', 'RVIPF', 'CBP', 'CARICOM IMPACS JRCC'],
      transport: 'cargo vessel',
      transportAsReported: 'small cargo vessel',
      mode: 'sea',
      vesselName: null,
      vesselFlag: null,
      concealment: null,
      arrests: 6,
      operation: 'CALYPSO 2',
      confidence: 'high',
      lines: [
        {
          lineNo: 1,
          commodity: 'cocaine',
          quantity: 772.4,
          unit: 'kg',
          quantityAsReported: '772 kg (WCO) / 772.4 kg (police)',
        },
      ],
    });
    expect(seizure('S001').routePoints).toEqual([
      {
        seq: 1,
        role: 'departure',
        text: 'Trinidad',
        placeId: 'TT-TRINIDAD',
        certainty: 'stated',
        reason: null,
      },
      {
        seq: 2,
        role: 'transit',
        text: 'Saint Kitts and Nevis',
        placeId: 'KN',
        certainty: 'stated',
        reason: null,
      },
      {
        seq: 3,
        role: 'seizure',
        text: 'At sea, approaching the British Virgin Islands',
        placeId: null,
        certainty: 'inferred',
        reason: 'at sea; the position is an estimate from the text, within 60 km',
      },
      {
        seq: 4,
        role: 'destination',
        text: 'British Virgin Islands',
        placeId: 'VG',
        certainty: 'stated',
        reason: null,
      },
    ]);
    expect(eventFromSeizure(seizure('S001'), gazetteer)).toEqual({
      id: 'reported:S001',
      kind: 'seizure',
      dataSet: 'reported',
      vesselId: null,
      day: '2025-12-08',
      lastDay: '2025-12-09',
      commodities: ['cocaine'],
      countries: ['VG', 'TT', 'KN'],
      mode: 'sea',
      places: ['TT-TRINIDAD', 'KN', 'VG'],
      certainties: ['stated', 'stated'],
      report: 'WCO press release of 2026-03-11',
      operation: 'CALYPSO 2',
      marking: 'clear',
    });
  });

  it('S002: a place, no route', () => {
    const one = seizure('S002');
    expect(one).toMatchObject({ country: 'LC', transport: 'unknown', mode: 'unknown', arrests: null });
    expect(one.place).toMatchObject({ placeId: 'LC', precision: 'country', atSea: false, uncertaintyKm: 30 });
    expect(one.lines.map((line) => line.commodity)).toEqual(['firearm', 'firearm_part']);
    expect(one.routePoints.map((point) => [point.role, point.placeId, point.certainty])).toEqual([
      ['seizure', 'LC', 'stated'],
      ['destination', 'LC', 'stated'],
    ]);
    expect(eventFromSeizure(one, gazetteer)).toMatchObject({ places: ['LC'], certainties: [] });
  });

  it('S003: to France, from nowhere known', () => {
    const one = seizure('S003');
    expect(one.country).toBeNull();
    expect(one.place).toEqual({
      text: 'Caribbean region (not stated)',
      placeId: null,
      position: null,
      uncertaintyKm: null,
      precision: null,
      atSea: false,
    });
    expect(one.routePoints.map((point) => [point.role, point.placeId])).toEqual([
      ['seizure', null],
      ['destination', 'FR'],
    ]);
    expect(eventFromSeizure(one, gazetteer)).toMatchObject({ places: ['FR'], certainties: [] });
  });

  it('S004: nothing resolves', () => {
    const one = seizure('S004');
    expect(one.place.placeId).toBeNull();
    expect(one.routePoints.map((point) => [point.role, point.text, point.placeId])).toEqual([
      ['destination', 'Caribbean (not specified)', null],
    ]);
    expect(eventFromSeizure(one, gazetteer)).toMatchObject({
      places: [],
      certainties: [],
      commodities: ['cannabis'],
    });
  });
});

describe('other records, route by route', () => {
  // Read off the file by hand. A seizure on the way stands beside its own place and makes no leg of its own.
  it.each([
    ['S018', ['DOCAU', 'NLRTM'], ['stated']],
    ['S023', ['CR', 'DOCAU', 'GPPTP', 'IT'], ['stated', 'stated', 'stated']],
    ['S026', ['USNYC', 'DOHAI'], ['stated']],
    ['S035', ['VC'], []],
    ['S046', ['GPPTP'], []],
    ['S047', ['GP', 'FRLEH'], ['stated']],
    ['S067', ['GY', 'TT-TRINIDAD', 'MF'], ['stated', 'stated']],
    ['S068', ['TTPOS', 'CAYYZ'], ['stated']],
    ['S070', ['SRPBM', 'GP', 'FR'], ['stated', 'stated']],
    ['S085', ['VG', 'DOSDQ'], ['stated']],
    ['S106', ['CO', 'GBSOU', 'BEANR'], ['assumed', 'stated']],
    ['S112', ['CO', 'CRMOB', 'BEANR'], ['stated', 'stated']],
    ['S121', ['VC-SAINT-VINCENT', 'TT-TRINIDAD'], ['assumed']],
  ])('%s: %j', (recordId, places, certainties) => {
    expect(eventFromSeizure(seizure(recordId), gazetteer)).toMatchObject({ places, certainties });
  });
});

describe('rows at fault', () => {
  const good: Readonly<Record<string, string>> = {
    record_id: 'R1',
    line_no: '1',
    date: '2025-02-28',
    date_precision: 'day',
    date_earliest: '2025-02-28',
    date_latest: '2025-02-28',
    country: 'Jamaica',
    place: 'Kingston',
    lat: '17.97',
    lon: '-76.8',
    position_uncertainty_km: '2',
    commodity: 'cocaine',
    quantity: '12.5',
    unit: 'kg',
    arrests: '2',
    source_title: 'A report',
    source_url: '',
    confidence: 'high',
  };
  const parse = (...changes: readonly Readonly<Record<string, string>>[]): ParsedSeizures => {
    const rows = changes.map((change) => ({ ...good, ...change }));
    const table = { file: 'f.csv', rows, lines: rows.map((_, i) => i + 2) };
    return parseSeizures(table, { id: 'x', marking: 'green' }, gazetteer);
  };

  it('a good row, to compare', () => {
    const { seizures, rejects, unresolved } = parse({});
    expect({ rejects, unresolved }).toEqual({ rejects: [], unresolved: [] });
    expect(seizures.map((one) => [one.id, one.place.placeId, one.lines[0]?.quantity])).toEqual([
      ['x:R1', 'JMKIN', 12.5],
    ]);
  });

  it('takes what sources call goods and confidence, and tells how', () => {
    const { seizures, readAs, rejects } = parse({ commodity: 'Cocaína', confidence: 'ALTA' });
    expect(rejects).toEqual([]);
    expect(seizures.map(({ confidence, lines }) => [confidence, lines[0]?.commodity])).toEqual([
      ['high', 'cocaine'],
    ]);
    expect(readAs).toEqual([
      { row: 2, column: 'confidence', text: 'ALTA', as: 'high' },
      { row: 2, column: 'commodity', text: 'Cocaína', as: 'cocaine' },
    ]);
  });

  it('refuses an event that lies after today, and takes one of which a part may have been', () => {
    const dates = ['2025-03-01', '2025-03-02', '2025-03', '2025-04', '2025', '2026'];
    const rows = dates.map((date, i): Readonly<Record<string, string>> => ({
      ...{ ...good, record_id: `R${i}`, date, date_precision: '', date_earliest: '', date_latest: '' },
    }));
    rows.push({
      ...good,
      record_id: 'R6',
      date_earliest: '2025-03-05',
      date_latest: '2025-03-06',
      date: '2025-03-05',
    });
    const table = { file: 'f.csv', rows, lines: rows.map((_, i) => i + 2) };
    const marked = { id: 'x', marking: 'green' } as const;
    const { seizures, rejects } = parseSeizures(table, marked, gazetteer, undefined, '2025-03-01');
    expect(seizures.map(({ recordId }) => recordId)).toEqual(['R0', 'R2', 'R4']);
    expect(rejects.map(({ row, column, value, reason, fix }) => [row, column, value, reason, fix])).toEqual([
      [3, 'date', '2025-03-02', 'after today, 2025-03-01', 'Correct the year, the month or the day.'],
      [5, 'date', '2025-04', 'after today, 2025-03-01', 'Correct the year, the month or the day.'],
      [7, 'date', '2026', 'after today, 2025-03-01', 'Correct the year, the month or the day.'],
      [
        8,
        'date_earliest',
        '2025-03-05',
        'after today, 2025-03-01',
        'Correct the year, the month or the day.',
      ],
    ]);
  });

  it('takes the marking of a row in the ways it is written, and that of the data set where there is none', () => {
    const written = ['', 'clear', 'TLP:AMBER+STRICT', 'Amber-Strict', 'tlp: red'];
    const { seizures } = parse(...written.map((tlp, i) => ({ tlp, record_id: `R${i}` })));
    expect(seizures.map(({ marking }) => marking)).toEqual([
      'green',
      'clear',
      'amber-strict',
      'amber-strict',
      'red',
    ]);
    expect(parse({ tlp: 'white' }).rejects).toEqual([
      {
        file: 'f.csv',
        row: 2,
        column: 'tlp',
        value: 'white',
        reason: 'not a marking of the Traffic Light Protocol 2.0',
        fix: 'Write one of clear, green, amber, amber-strict, red, or leave it empty for that of the data set.',
      },
    ]);
  });

  it.each([
    ['date', '2025-02-30', 'there is no such date', 'Write a day that exists, such as 2025-12-08.'],
    [
      'date',
      '2025-02',
      'not a day, which date_precision says it is',
      'Write a day that exists, such as 2025-12-08.',
    ],
    [
      'date',
      '2024-02-28',
      'outside the interval 2025-02-28 to 2025-02-28 of date_earliest and date_latest',
      'Correct the date',
    ],
    ['date_precision', 'dya', 'not a word of the list', 'Write "day", or another of: day, month, year.'],
    ['date_earliest', '2025-03-01', 'later than date_latest, 2025-02-28', 'Put the earlier day first.'],
    ['date_latest', '31/02/2025', 'there is no such date', 'Write a day that exists, such as 2025-12-08.'],
    ['lat', '91', 'outside -90 to 90', 'Check the digits, and that lat and lon are not swapped.'],
    ['lon', '-180.5', 'outside -180 to 180', 'Check the digits'],
    ['lat', '17,97 W', 'no degrees', 'Write degrees with a decimal point, such as -61.5, or degrees'],
    [
      'lon',
      '',
      'empty, while the rest of the position is given',
      'Give all three of lat, lon and position_uncertainty_km, or none.',
    ],
    ['position_uncertainty_km', '0', 'not a number above 0 and up to 20015', 'Write how far'],
    [
      'quantity',
      'abc',
      'the quantity is not a number',
      'Write digits only, such as 772.4; the words of the source go into quantity_as_reported.',
    ],
    [
      'quantity',
      '1,23,4',
      'the quantity is not a plain number',
      'Write digits and a decimal point only: 1.2 for one and a fifth, 1200 for twelve hundred.',
    ],
    [
      'quantity',
      '-3',
      'the quantity is not above 0',
      'leave the field empty if the source does not state it',
    ],
    ['quantity', '0', 'the quantity is not above 0', 'Write the amount seized'],
    ['commodity', 'cocain', 'not a word of the list', 'Write "cocaine", or another of: cocaine, cannabis'],
    ['commodity', '', 'empty', 'Use one of: cocaine'],
    ['unit', 'tons', 'not a word of the list', 'Use one of: kg, piece, round, usd.'],
    ['arrests', 'two', 'not a whole number of 0 or more', 'Write digits only; leave it empty if not stated.'],
    ['arrests', '-1', 'not a whole number of 0 or more', 'Write digits only'],
    ['record_id', '', 'empty', 'Give every row the id of its record'],
    ['line_no', '1.5', 'not a whole number of 1 or more', 'Number the commodity rows'],
    ['source_title', '', 'neither source_title nor source_url is given', 'Name the report'],
    ['confidence', 'hihg', 'not a word of the list', 'Write "high", or another of: high, medium, low.'],
    ['locode', 'JM-KIN', 'not the shape of a UN/LOCODE', 'Write two letters of the country'],
  ])('%s "%s"', (column, value, reason, fix) => {
    const { seizures, rejects } = parse({ [column]: value });
    expect(seizures).toEqual([]);
    expect(rejects).toEqual([
      { file: 'f.csv', row: 2, column, value, reason, fix: expect.stringContaining(fix) as string },
    ]);
  });

  it('all faults of all rows, by row; the good record is read', () => {
    const { seizures, rejects } = parse(
      { lat: '91', quantity: 'abc' },
      { record_id: 'R2' },
      { record_id: 'R3', unit: 'stone' },
    );
    expect(seizures.map((one) => one.recordId)).toEqual(['R2']);
    expect(rejects.map(({ row, column }) => [row, column])).toEqual([
      [2, 'lat'],
      [2, 'quantity'],
      [4, 'unit'],
    ]);
  });

  it('takes what sources write, keeps their words, and tells how each was taken', () => {
    const { seizures, rejects, readAs, questions } = parse(
      {
        date: '28 février 2025',
        date_precision: '',
        lat: '17°58.2′N',
        lon: '76 48 0 W',
        commodity: 'Cocaine',
        quantity: '2,083.5 pounds',
        unit: '',
        confidence: 'HIGH',
      },
      { record_id: 'R2', quantity: '1000', unit: 'g' },
      { record_id: 'R3', quantity: '12 kg', quantity_as_reported: 'a dozen bricks' },
      { record_id: 'R4', commodity: 'firearm', quantity: '', unit: '' },
    );
    expect([rejects, questions]).toEqual([[], []]);
    // 2083.5 × 0.45359237 = 945.059702895; 17 + 58.2 / 60 = 17.97; 76 + 48 / 60 = 76.8.
    expect(seizures.map(({ lines: [line] }) => line)).toMatchObject([
      { commodity: 'cocaine', quantity: 945.059702895, unit: 'kg', quantityAsReported: '2,083.5 pounds' },
      { quantity: 1, unit: 'kg', quantityAsReported: '1000 g' },
      { quantity: 12, unit: 'kg', quantityAsReported: 'a dozen bricks' },
      { quantity: null, unit: 'piece', quantityAsReported: '' },
    ]);
    expect(seizures[0]).toMatchObject({
      date: { precision: 'day', earliest: '2025-02-28', latest: '2025-02-28' },
      place: { position: [-76.8, 17.97] },
      confidence: 'high',
    });
    expect(readAs).toEqual([
      { row: 2, column: 'date', text: '28 février 2025', as: '2025-02-28' },
      { row: 2, column: 'lat', text: '17°58.2′N', as: '17.97' },
      { row: 2, column: 'lon', text: '76 48 0 W', as: '-76.8' },
      { row: 2, column: 'quantity', text: '2,083.5 pounds', as: '945.059702895 kg' },
      { row: 3, column: 'quantity', text: '1000', as: '1 kg' },
    ]);
  });

  it('gives a place ashore that is named without a position that of the gazetteer, and no other', () => {
    const none = { lat: '', lon: '', position_uncertainty_km: '' };
    const { seizures } = parse(
      none,
      { ...none, record_id: 'R2', place: 'Jamaica' },
      { ...none, record_id: 'R3', place: 'Not stated' },
      { ...none, record_id: 'R4', place: 'At sea, off Jamaica' },
      { ...none, record_id: 'R5', place: 'Nowhere Bay' },
    );
    // As data/ports.csv has them: the port with 3 km, the country with the circle that covers it.
    expect(seizures.map(({ place }) => [place.placeId, place.position, place.uncertaintyKm])).toEqual([
      ['JMKIN', [-76.824, 17.977], 3],
      ['JM', [-77.3, 18.13], 125],
      ['JM', null, null],
      [null, null, null],
      ['JM', null, null],
    ]);
    expect(seizures[0]?.routePoints).toMatchObject([
      {
        certainty: 'stated',
        reason: 'no position is stated; that of Kingston in the gazetteer, within 3 km',
      },
    ]);
  });

  it('takes a position out of one cell', () => {
    const at = { lat: '', lon: '', position_uncertainty_km: '2' };
    const { seizures, rejects, readAs } = parse(
      { ...at, position: '17°58,2′N 76°48′W' },
      { ...at, record_id: 'R2', position: '17.97', place: 'Kingston' },
      { record_id: 'R3', position: '17.97, -76.8' },
    );
    expect(seizures.map(({ place }) => place.position)).toEqual([[-76.8, 17.97]]);
    expect(readAs).toEqual([{ row: 2, column: 'position', text: '17°58,2′N 76°48′W', as: '17.97, -76.8' }]);
    expect(rejects.map(({ row, column, reason }) => [row, column, reason])).toEqual([
      [3, 'position', 'no position'],
      [4, 'position', 'lat and lon are given beside it'],
    ]);
  });

  it('asks where a cell may be read in two ways, and takes the answer', () => {
    const asked = { date: '1/2/2025', date_earliest: '', date_latest: '', quantity: '2,083 lb', unit: '' };
    const { seizures, rejects, questions } = parse(asked);
    expect(seizures).toEqual([]);
    expect(rejects.map(({ column, reason }) => [column, reason])).toEqual([
      ['date', 'this may be 2025-02-01 or 2025-01-02'],
      ['quantity', 'this may be 2083 or 2.083'],
    ]);
    expect(questions).toEqual([
      { kind: 'dateOrder', row: 2, column: 'date', text: '1/2/2025', readings: ['2025-02-01', '2025-01-02'] },
      { kind: 'decimalMark', row: 2, column: 'quantity', text: '2,083 lb', readings: ['2083', '2.083'] },
    ]);
    const rows = [{ ...good, ...asked }];
    const answered = parseSeizures(
      { file: 'f.csv', rows, lines: [2] },
      { id: 'x', marking: 'green' },
      gazetteer,
      {
        dateOrder: 'month-first',
        decimalMark: 'point',
      },
    );
    expect([answered.rejects, answered.questions]).toEqual([[], []]);
    // 2083 × 0.45359237 = 944.83290671.
    expect(answered.seizures).toMatchObject([
      { date: { earliest: '2025-01-02', latest: '2025-01-02' }, lines: [{ quantity: 944.83290671 }] },
    ]);
  });

  it.each([
    ['quantity', '12 tons', 'quantity', 'no unit known here: "tons"'],
    ['quantity', '12 lb', 'unit', 'the quantity says "lb"'],
    ['unit', '', 'quantity', 'it has no unit'],
    ['date', '3/4/25', 'date', 'the century is not said'],
    ['date', 'in June', 'date', 'not a day, which date_precision says it is'],
    ['lat', '61°30′W', 'lat', 'no degrees'],
    // Haversine by hand on 6371.0088 km: 15086.24.
    ['lon', '76.8', 'lon', 'the position lies 15086 km from Kingston, which the place names'],
  ])('%s "%s" is refused at %s', (column, value, where, reason) => {
    const { seizures, rejects } = parse({ [column]: value });
    expect([seizures, rejects.map((one) => [one.column, one.reason])]).toEqual([[], [[where, reason]]]);
  });

  it('numbers the lines of a record where the table has no column for it', () => {
    const { line_no: _none, ...row } = good;
    const rows = [row, { ...row, record_id: 'R2' }, { ...row, commodity: 'firearm', unit: 'piece' }];
    const table = { file: 'f.csv', rows, lines: [2, 3, 4] };
    const { seizures } = parseSeizures(table, { id: 'x', marking: 'green' }, gazetteer);
    expect(seizures.map(({ recordId, lines }) => [recordId, lines.map(({ lineNo }) => lineNo)])).toEqual([
      ['R1', [1, 2]],
      ['R2', [1]],
    ]);
  });

  it('two rows of one record that differ are named both, and the record is left out whole', () => {
    const { seizures, rejects } = parse({}, { line_no: '2', arrests: '3' });
    expect(seizures).toEqual([]);
    expect(rejects).toEqual([
      {
        file: 'f.csv',
        row: 3,
        column: 'arrests',
        value: '3',
        reason: 'differs from row 2 of the same record_id, which has "2"',
        fix: 'Make the two rows agree, or give the second event a record_id of its own.',
      },
    ]);
  });

  it('a key twice', () => {
    const { seizures, rejects } = parse({}, {});
    expect(seizures).toEqual([]);
    expect(rejects.map(({ row, reason }) => [row, reason])).toEqual([
      [3, 'record_id R1 with this line_no is already in row 2'],
    ]);
  });

  it('codes that do not match the places of transit', () => {
    const { rejects } = parse({ transit: 'Kingston;Colón', transit_locode: 'JMKIN' });
    expect(rejects.map(({ column, reason }) => [column, reason])).toEqual([
      ['transit_locode', '1 codes for 2 places of transit'],
    ]);
  });

  it('lists 200 and counts the rest', () => {
    const { rejects } = parse(...Array.from({ length: 250 }, (_, i) => ({ record_id: `R${i}`, lat: '91' })));
    expect(rejects).toHaveLength(201);
    expect(rejects.at(-1)).toMatchObject({ row: null, reason: '50 more faults are not listed' });
  });

  it('lines come in the order of line_no; formulas stay text; what is unknown is listed', () => {
    const changes = { notes: '=CMD()', transport: 'hovercraft', country: 'Atlantis', place: 'Lemuria' };
    const { seizures, unresolved } = parse(
      { ...changes, line_no: '2', commodity: 'cash', unit: 'usd' },
      { ...changes, line_no: '1' },
    );
    expect(seizures[0]).toMatchObject({
      notes: '=CMD()',
      transport: 'unknown',
      transportAsReported: 'hovercraft',
      mode: 'unknown',
      country: null,
      lines: [{ lineNo: 1 }, { lineNo: 2 }],
    });
    expect(unresolved).toEqual([
      { row: 2, column: 'transport', text: 'hovercraft' },
      { row: 2, column: 'country', text: 'Atlantis' },
      { row: 2, column: 'place', text: 'Lemuria' },
    ]);
  });
});
