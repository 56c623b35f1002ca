import { describe, expect, it } from 'vitest';
import { makeGazetteer } from '../../../server/ports/gazetteer.ts';
import { openEndOf } from '../../../server/seizures/open-end.ts';
import { parseSeizures } from '../../../server/seizures/parse.ts';
import { readRows, ROOT, shippedPlaces, type Row } from '../ports/shipped.ts';

const gazetteer = makeGazetteer(shippedPlaces().places);
const rows = readRows(new URL('data/seizures.csv', ROOT));

function openEnds(records: readonly Row[]): string[] {
  const table = { file: 'f.csv', rows: records, lines: records.map((_, i) => i + 2) };
  const { seizures, rejects } = parseSeizures(table, { id: 'x', marking: 'clear' }, gazetteer);
  if (rejects.length > 0) throw new Error(JSON.stringify(rejects));
  return seizures.flatMap((seizure) => {
    const end = openEndOf(seizure, gazetteer);
    return end === null ? [] : [`${end.seizureId} ${end.unknown} ${end.placeId} ${end.certainty}`];
  });
}

const base: Row = {
  record_id: 'R1',
  line_no: '1',
  date: '2025-01-05',
  date_precision: 'day',
  commodity: 'cocaine',
  unit: 'kg',
  source_title: 'A report',
  confidence: 'high',
};
const endOf = (fields: Row): string | undefined => openEnds([{ ...base, ...fields }])[0];

describe('openEndOf', () => {
  // Read by hand in data/seizures.csv: bound for a place, taken at sea or nowhere named, nothing said of before.
  it('of the cases shipped, S003 and those taken at sea on the way to a place', () => {
    expect(openEnds(rows)).toEqual([
      'x:S003 origin FR stated',
      'x:S005 origin PR stated',
      'x:S012 origin VG-TORTOLA stated',
      'x:S087 origin KY-GRAND-CAYMAN stated',
      'x:S088 origin KY-GRAND-CAYMAN stated',
      'x:S090 origin KY-GRAND-CAYMAN stated',
      'x:S091 origin KY-GRAND-CAYMAN stated',
      'x:S092 origin KY-GRAND-CAYMAN stated',
      'x:S124 origin GD stated',
    ]);
  });

  it('the liquid cocaine to France: into France, from nowhere named', () => {
    const france = rows.filter(({ record_id: id }) => id === 'S003');
    const table = { file: 'f.csv', rows: france, lines: [2] };
    const [seizure] = parseSeizures(table, { id: 'x', marking: 'clear' }, gazetteer).seizures;
    expect(seizure && openEndOf(seizure, gazetteer)).toMatchObject({
      placeName: 'France',
      position: gazetteer.byId('FR')?.position,
      commodities: ['cocaine'],
    });
  });

  it('the Saint Lucia firearm parts: found where they were bound for, which is a place and no way', () => {
    expect(openEnds(rows.filter(({ record_id: id }) => id === 'S002'))).toEqual([]);
  });

  it('neither end: none', () => {
    expect(endOf({ place: 'At sea', transport: 'go-fast' })).toBeUndefined();
    expect(endOf({ destination: 'Caribbean (not specified)' })).toBeUndefined();
  });

  it('both ends: none, also where an unknown call between them keeps them from being a line', () => {
    expect(endOf({ departure: 'Colombia', destination: 'France' })).toBeUndefined();
    expect(endOf({ departure: 'Colombia', transit: ';', destination: 'France' })).toBeUndefined();
  });

  it('an origin that is stated but cannot be placed is not an origin not stated', () => {
    expect(endOf({ departure: 'South America', destination: 'France' })).toBeUndefined();
    expect(endOf({ transit: 'the islands', destination: 'France' })).toBeUndefined();
  });

  it('a destination of several alternatives is no one place', () => {
    expect(endOf({ destination: 'France;Spain' })).toBeUndefined();
  });

  it('only where it left: out of it', () => {
    const left = { departure: 'Colombia', place: 'At sea (position not stated)', transport: 'go-fast' };
    expect(endOf(left)).toBe('x:R1 destination CO stated');
  });

  it('taken on land on its way makes a line, and taken where it left makes a place', () => {
    expect(endOf({ departure: 'Colombia', country: 'Jamaica', place: 'Kingston' })).toBeUndefined();
    expect(endOf({ departure: 'Colombia', country: 'Colombia', place: 'Cartagena' })).toBeUndefined();
    expect(endOf({ country: 'Jamaica', place: 'Kingston', destination: 'France' })).toBeUndefined();
  });

  it('a doubted end is as sure as its source is', () => {
    const doubted = { destination: 'France', notes: 'Destination suspected.' };
    expect(endOf(doubted)).toBe('x:R1 origin FR assumed');
  });
});
