import { describe, expect, it } from 'vitest';
import { makeGazetteer } from '../../../server/ports/gazetteer.ts';
import { readInstant } from '../../../server/tracks/instant.ts';
import { parseCalls, type ParsedCalls } from '../../../server/tracks/parse-calls.ts';
import { isImoNumber, isShipMmsi } from '../../../shared/identifiers.ts';
import type { Place } from '../../../shared/model.ts';
import type { PlaceKind } from '../../../shared/vocabulary.ts';

const place = (id: string, name: string, kind: PlaceKind): Place => ({
  id,
  name,
  kind,
  country: id.slice(0, 2),
  locode: /^[A-Z]{5}$/.test(id) ? id : null,
  position: [-61, 13],
  radiusKm: 2,
  gatewayId: null,
  aliases: [],
  source: 'test',
});
const gazetteer = makeGazetteer([
  place('VCKTN', 'Kingstown', 'port'),
  place('LCCAS', 'Castries', 'port'),
  place('VC-MAYREAU', 'Mayreau', 'island'),
  place('VE', 'Venezuela', 'country'),
]);

const parse = (...rows: readonly Readonly<Record<string, string>>[]): ParsedCalls =>
  parseCalls({ file: 'calls.csv', rows, lines: rows.map((_, i) => i + 2) }, gazetteer);

const row = (vessel_name: string, port: string, arrived_at: string, departed_at: string, mmsi = '') => ({
  vessel_name,
  mmsi,
  port,
  arrived_at,
  departed_at,
});

describe('parseCalls', () => {
  it('reads vessels and calls, in order of arrival, by code or name of the port', () => {
    const { vessels, calls, rejects, unresolved } = parse(
      { ...row('M/V Lady Jo', 'Castries', '2025-03-02T08:00Z', '2025-03-02T16:30:30Z'), flag: 'VC' },
      { ...row('LADY JO', 'VCKTN', '2025-03-01T02:00-04:00', '2025-03-01 18:00Z'), imo: 'IMO 9074729' },
      row('Mayreau Express', 'Mayreau', '2025-03-01T00:00Z', '2025-03-01T00:00Z', '377000123'),
    );
    expect({ rejects, unresolved }).toEqual({ rejects: [], unresolved: [] });
    expect(calls).toEqual([
      {
        id: 'call:lady-jo@2025-03-01T06:00:00.000Z',
        vesselId: 'call:lady-jo',
        placeId: 'VCKTN',
        arrivedAt: Date.UTC(2025, 2, 1, 6),
        departedAt: Date.UTC(2025, 2, 1, 18),
        fixes: 0,
        certainty: 'stated',
      },
      {
        id: 'call:lady-jo@2025-03-02T08:00:00.000Z',
        vesselId: 'call:lady-jo',
        placeId: 'LCCAS',
        arrivedAt: Date.UTC(2025, 2, 2, 8),
        departedAt: Date.UTC(2025, 2, 2, 16, 30, 30),
        fixes: 0,
        certainty: 'stated',
      },
      {
        id: 'mmsi:377000123@2025-03-01T00:00:00.000Z',
        vesselId: 'mmsi:377000123',
        placeId: 'VC-MAYREAU',
        arrivedAt: Date.UTC(2025, 2, 1),
        departedAt: Date.UTC(2025, 2, 1),
        fixes: 0,
        certainty: 'stated',
      },
    ]);
    expect(vessels[0]).toEqual({
      id: 'call:lady-jo',
      mmsi: null,
      imo: '9074729',
      callSign: null,
      name: 'M/V Lady Jo',
      flag: 'VC',
      shipType: null,
      lengthMetres: null,
      firstSeenAt: Date.UTC(2025, 2, 1, 6),
      lastSeenAt: Date.UTC(2025, 2, 2, 16, 30, 30),
    });
  });

  it('leaves out a vessel of which a row is refused, and keeps the others', () => {
    const { vessels, calls, rejects, unresolved } = parse(
      row('A', 'Kingstown', '2025-03-01T00:00Z', '2025-03-01T06:00Z'),
      row('A', 'Lemuria', '2025-03-02T00:00Z', '2025-03-02T06:00Z'),
      row('A', 'Castries', '2025-03-03T00:00Z', '2025-03-03T06:00Z'),
      row('B', 'Castries', '2025-03-03T00:00Z', '2025-03-03T06:00Z'),
    );
    expect(vessels.map(({ id }) => id)).toEqual(['call:b']);
    expect(calls.map(({ placeId }) => placeId)).toEqual(['LCCAS']);
    expect(unresolved).toEqual([{ row: 3, column: 'port', text: 'Lemuria' }]);
    expect(rejects).toEqual([
      {
        file: 'calls.csv',
        row: 3,
        column: 'port',
        value: 'Lemuria',
        reason: 'no one place in the gazetteer',
        fix: 'Write its UN/LOCODE or another name, or add the port with "leeward import ports".',
      },
    ]);
  });

  it('leaves it out under its MMSI too, when the MMSI of one row is at fault', () => {
    const { calls, rejects } = parse(
      row('A', 'Kingstown', '2025-03-01T00:00Z', '2025-03-01T06:00Z', '377000123'),
      row('A', 'Castries', '2025-03-02T00:00Z', '2025-03-02T06:00Z', '37700012'),
    );
    expect(rejects.map((reject) => [reject.row, reject.column])).toEqual([[3, 'mmsi']]);
    expect(calls).toEqual([]);
  });

  it('refuses calls of one vessel that overlap, but not one that starts as the last ends', () => {
    const first = row('A', 'Kingstown', '2025-03-01T00:00Z', '2025-03-01T06:00Z');
    expect(parse(first, row('A', 'Castries', '2025-03-01T06:00Z', '2025-03-01T07:00Z')).rejects).toEqual([]);
    const { rejects } = parse(first, row('A', 'Castries', '2025-03-01T05:59Z', '2025-03-01T07:00Z'), first);
    expect(rejects.map(({ row: line, column, reason }) => [line, column, reason])).toEqual([
      [3, 'arrived_at', 'the vessel is still in Kingstown then, by row 2'],
      [4, 'arrived_at', 'the call is already in row 2'],
    ]);
  });

  it.each([
    ['mmsi', '12345678', 'not nine digits that begin with 2 to 7'],
    ['mmsi', '002320004', 'not nine digits that begin with 2 to 7'],
    ['imo', '9074728', 'not seven digits, the last a check digit'],
    ['call_sign', 'J8/B', 'not 3 to 7 letters and digits'],
    ['port', '', 'empty'],
    ['port', 'Venezuela', 'names no port but Venezuela, a country'],
    ['arrived_at', '2025-03-01T00:00', 'a local time without its zone'],
    ['arrived_at', '01/03/2025', 'not a date and time'],
    ['departed_at', '2025-02-30T00:00Z', 'there is no such date and time'],
    ['departed_at', '2025-02-28T23:59Z', 'earlier than arrived_at, 2025-03-01T00:00Z'],
    ['departed_at', '', 'empty'],
  ])('%s "%s": %s', (column, value, reason) => {
    const good = row('A', 'Kingstown', '2025-03-01T00:00Z', '2025-03-01T06:00Z');
    const { calls, rejects } = parse({ ...good, [column]: value });
    expect(calls).toEqual([]);
    expect(rejects.map((reject) => [reject.row, reject.column, reject.value, reject.reason])).toEqual([
      [2, column, column === 'call_sign' ? value.toUpperCase() : value, reason],
    ]);
  });

  it('a vessel without name and MMSI', () => {
    const { rejects } = parse(row('M/V ', 'Kingstown', '2025-03-01T00:00Z', '2025-03-01T06:00Z'));
    expect(rejects.map(({ reason }) => reason)).toEqual(['neither the name nor a good MMSI is given']);
  });
});

describe('readInstant', () => {
  it('UTC and offsets', () => {
    expect(readInstant('1970-01-01T00:00:01Z')).toEqual({ at: 1000 });
    // Atlantic Standard Time is four hours behind UTC; 20:30 there is 00:30 of the next day.
    expect(readInstant('2025-12-31T20:30-0400')).toEqual({ at: Date.UTC(2026, 0, 1, 0, 30) });
    expect(readInstant('2024-02-29T12:00:00.5+05:30')).toEqual({ at: Date.UTC(2024, 1, 29, 6, 30) });
  });

  it('says what to add to a local time', () => {
    expect(readInstant('2025-12-08 14:30')).toEqual({
      reason: 'a local time without its zone',
      fix: 'Add Z if it is UTC, else the offset: 2025-12-08T14:30-04:00 for Atlantic Standard Time.',
    });
  });

  it.each(['2025-12-08T24:00Z', '2025-12-08T14:60Z', '2023-02-29T00:00Z', '2025-12-08T14:30+15:00'])(
    'not %s',
    (text) => {
      expect(readInstant(text)).not.toHaveProperty('at');
    },
  );
});

it('identifiers: the published example of an IMO number, and one digit off; ships, not coast stations', () => {
  // IMO 9074729 is the worked example of the check digit: 9*7+0*6+7*5+4*4+7*3+2*2 = 139.
  expect([isImoNumber('9074729'), isImoNumber('9074728'), isImoNumber('907472')]).toEqual([
    true,
    false,
    false,
  ]);
  expect([isShipMmsi('316001234'), isShipMmsi('003160012'), isShipMmsi('970123456')]).toEqual([
    true,
    false,
    false,
  ]);
});
