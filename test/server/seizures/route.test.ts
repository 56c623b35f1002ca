import { describe, expect, it } from 'vitest';
import { makeGazetteer } from '../../../server/ports/gazetteer.ts';
import { isAtSea } from '../../../server/seizures/at-sea.ts';
import { readDoubts, withoutHedge } from '../../../server/seizures/doubt.ts';
import { eventFromSeizure } from '../../../server/seizures/event.ts';
import { findPlace, locateSeizure } from '../../../server/seizures/locate.ts';
import { parseSeizures } from '../../../server/seizures/parse.ts';
import { readTransport } from '../../../server/seizures/transport.ts';
import type { Place, Seizure } from '../../../shared/model.ts';
import type { PlaceKind } from '../../../shared/vocabulary.ts';

function place(
  id: string,
  name: string,
  kind: PlaceKind,
  at: readonly [number, number],
  radiusKm: number,
): Place {
  const locode = /^[A-Z]{5}$/.test(id) ? id : null;
  const country = kind === 'sea-area' ? null : id.slice(0, 2);
  return {
    id,
    name,
    kind,
    country,
    locode,
    position: at,
    radiusKm,
    gatewayId: null,
    aliases: [],
    source: 'test',
  };
}

const gazetteer = makeGazetteer([
  place('JM', 'Jamaica', 'country', [-77.3, 18.1], 130),
  place('JMKIN', 'Kingston', 'port', [-76.8, 17.97], 2),
  place('JMMBJ', 'Montego Bay', 'port', [-77.93, 18.47], 2),
  place('GP', 'Guadeloupe', 'country', [-61.5, 16.2], 60),
  place('GPPTP', 'Pointe-à-Pitre', 'port', [-61.54, 16.23], 2),
  place('BS', 'Bahamas', 'country', [-76, 24.5], 450),
  place('BSFPO', 'Freeport', 'port', [-78.77, 26.52], 2),
  place('TT', 'Trinidad and Tobago', 'country', [-61.2, 10.6], 100),
  place('TTPOS', 'Port of Spain', 'port', [-61.52, 10.65], 2),
  place('US', 'United States', 'country', [-98, 39], 2500),
  place('USNYC', 'New York', 'port', [-74.03, 40.68], 3),
  place('US-JFK-AIRPORT', 'Kennedy Airport', 'airport', [-73.78, 40.64], 3),
  place('SEA-MONA', 'Mona Passage', 'sea-area', [-67.9, 18.3], 80),
]);

const base = {
  record_id: 'R1',
  line_no: '1',
  date: '2025-01-05',
  date_precision: 'day',
  commodity: 'cocaine',
  unit: 'kg',
  source_title: 'A report',
  confidence: 'high',
};

function made(fields: Readonly<Record<string, string>>): Seizure {
  const table = { file: 'f.csv', rows: [{ ...base, ...fields }], lines: [2] };
  const { seizures, rejects } = parseSeizures(table, { id: 'x', marking: 'clear' }, gazetteer);
  const [one] = seizures;
  if (!one) throw new Error(JSON.stringify(rejects));
  return one;
}

const points = (one: Seizure): unknown[] =>
  one.routePoints.map(({ seq, role, placeId, certainty }) => `${seq} ${role} ${placeId ?? '?'} ${certainty}`);
const mined = (one: Seizure): unknown => {
  const event = eventFromSeizure(one, gazetteer);
  return event && [event.places, event.certainties];
};

describe('isAtSea', () => {
  it.each([
    'At sea off Guadeloupe',
    'High seas near Curaçao',
    'Off Hodges Creek, Tortola',
    '105 nm south-southeast of Ponce',
    'Waters near Anegada',
    'Caribbean Sea (position not stated)',
    'Antilles maritime zone',
  ])('%s, whatever carried the goods', (text) => {
    expect(isAtSea(text, 'unknown')).toBe(true);
  });

  it.each(['About 50 miles east of Grand Cayman', 'South of the US Virgin Islands', 'A mile off Gouyave'])(
    '%s, if by sea, not if by road',
    (text) => {
      expect([isAtSea(text, 'sea'), isAtSea(text, 'unknown'), isAtSea(text, 'land')]).toEqual([
        true,
        false,
        false,
      ]);
    },
  );

  it.each([
    'San Juan seaport',
    "Sea Cow's Bay, Tortola",
    'Deep Water Harbour, St John’s',
    'North side of Cooper Island',
    'Frigate Island (chase began off Gun Point)',
    'Caribbean container terminal, Colón province',
    'Off-loading berth, Kingston',
  ])('not %s', (text) => {
    expect(isAtSea(text, 'sea')).toBe(false);
  });
});

it('readDoubts: which part of a route the notes doubt', () => {
  const none = { departure: null, transit: null, destination: null };
  const route = "Route is the authorities' belief";
  expect(readDoubts(`${route}; 'last week Tuesday'.`)).toEqual({
    departure: route,
    transit: route,
    destination: route,
  });
  expect(readDoubts('Loading in Colombia suspected; port not stated.')).toEqual({
    ...none,
    departure: 'Loading in Colombia suspected',
  });
  expect(readDoubts('Vessel destination China; drug believed meant for collection in Jamaica.')).toEqual({
    ...none,
    destination: 'drug believed meant for collection in Jamaica',
  });
  expect(readDoubts('Loading port code assumed from island. Probably the same event as another.')).toEqual(
    none,
  );
});

it('withoutHedge takes the word of doubt off a name', () => {
  expect(withoutHedge('probably Kingston')).toEqual({ text: 'Kingston', hedge: 'probably' });
  expect(withoutHedge('Kingston (suspected)')).toEqual({ text: 'Kingston', hedge: '(suspected)' });
  expect(withoutHedge('Kingston')).toEqual({ text: 'Kingston', hedge: null });
});

it('readTransport: the list, or null; a canoe goes by sea but is no kind of the list', () => {
  expect(readTransport('Container  ship')).toEqual({ transport: 'container', mode: 'sea' });
  expect(readTransport('canoe')).toEqual({ transport: 'unknown', mode: 'sea' });
  expect(readTransport('post')).toEqual({ transport: 'post', mode: 'unknown' });
  expect(readTransport('constructor')).toBeNull();
});

describe('findPlace', () => {
  const find = (text: string, locode: string | null): unknown => {
    const found = findPlace({ text, locode, country: null }, gazetteer);
    return found && [found.place.id, found.certainty];
  };

  it('an island named with the code of its port stays the island', () => {
    expect(find('Guadeloupe', 'GPPTP')).toEqual(['GP', 'stated']);
  });

  it('a name not known, with a code: inferred', () => {
    expect(find('Jarry', 'GPPTP')).toEqual(['GPPTP', 'inferred']);
    expect(find('Jarry', null)).toBeNull();
    expect(find('Jarry', 'GPXXX')).toBeNull();
  });
});

it('locateSeizure: Freeport in Trinidad is not Freeport in the Bahamas', () => {
  const input = {
    text: 'Transit shed, Freeport',
    locode: null,
    country: 'TT',
    mode: 'unknown',
    position: null,
  } as const;
  const located = locateSeizure(input, gazetteer);
  expect([located.place.placeId, located.place.precision, located.unresolved]).toEqual([
    'TT',
    'country',
    true,
  ]);
  expect(located.reason).toBe(
    '"Transit shed, Freeport" is not in the gazetteer; taken as the country stated for the seizure',
  );
});

describe('route points and the sequence mined', () => {
  it('at sea: after the last transit, and no place of the sequence', () => {
    const one = made({
      transport: 'go-fast',
      place: 'Mona Passage',
      departure: 'Guadeloupe',
      transit: 'Kingston',
      destination: 'New York',
    });
    expect(points(one)).toEqual([
      '1 departure GP stated',
      '2 transit JMKIN stated',
      '3 seizure SEA-MONA stated',
      '4 destination USNYC stated',
    ]);
    expect(mined(one)).toEqual([
      ['GP', 'JMKIN', 'USNYC'],
      ['stated', 'stated'],
    ]);
  });

  it('at its own place: beside that point', () => {
    const one = made({
      place: 'Port of Kingston',
      country: 'Jamaica',
      departure: 'Guadeloupe',
      transit: 'Kingston;Freeport',
      destination: 'New York',
    });
    expect(points(one)).toEqual([
      '1 departure GP stated',
      '2 transit JMKIN stated',
      '3 seizure JMKIN stated',
      '4 transit BSFPO stated',
      '5 destination USNYC stated',
    ]);
    expect(mined(one)).toEqual([
      ['GP', 'JMKIN', 'BSFPO', 'USNYC'],
      ['stated', 'stated', 'stated'],
    ]);
  });

  it('seized in Kingston, bound for Jamaica: no leg from a port to its own country', () => {
    const one = made({
      place: 'Kingston',
      country: 'Jamaica',
      departure: 'Guadeloupe',
      destination: 'Jamaica',
    });
    expect(mined(one)).toEqual([['GP', 'JMKIN'], ['stated']]);
  });

  it('seized at the airport of the town bound for: one place', () => {
    // Kennedy Airport to New York's harbour is 21 km by the sphere; the limit is 40 km.
    const one = made({
      place: 'Kennedy Airport',
      country: 'United States',
      departure: 'Jamaica',
      destination: 'New York',
    });
    expect(mined(one)).toEqual([['JM', 'US-JFK-AIRPORT'], ['stated']]);
  });

  it('seized elsewhere on land: before the destination, its order inferred', () => {
    const one = made({
      place: 'Freeport',
      country: 'Bahamas',
      departure: 'Jamaica',
      destination: 'New York',
    });
    expect(points(one)).toEqual([
      '1 departure JM stated',
      '2 seizure BSFPO inferred',
      '3 destination USNYC stated',
    ]);
    expect(one.routePoints[1]?.reason).toBe(
      'no position is stated; that of Freeport in the gazetteer, within 2 km; the source does not say when on the way; put before the destination',
    );
    expect(mined(one)).toEqual([
      ['JM', 'BSFPO', 'USNYC'],
      ['inferred', 'inferred'],
    ]);
  });

  it('an empty transit leaves a number out and breaks the sequence', () => {
    const one = made({
      place: 'At sea',
      departure: 'Jamaica',
      transit: 'Freeport;;Guadeloupe',
      transit_locode: 'BSFPO;;',
      destination: 'New York',
    });
    expect(points(one)).toEqual([
      '1 departure JM stated',
      '2 transit BSFPO stated',
      '4 transit GP stated',
      '5 seizure ? stated',
      '6 destination USNYC stated',
    ]);
    expect(one.routePoints[2]?.reason).toBe('an unknown place lies before this one');
    // Two runs of two; the first of equals.
    expect(mined(one)).toEqual([['JM', 'BSFPO'], ['stated']]);
  });

  it('a transit not known makes no leg past it: the longest unbroken part', () => {
    const one = made({
      place: 'At sea',
      departure: 'Jamaica',
      transit: 'Lemuria;Freeport',
      destination: 'New York',
    });
    expect(mined(one)).toEqual([['BSFPO', 'USNYC'], ['stated']]);
  });

  it('alternatives make one point without a place', () => {
    const one = made({ place: 'At sea', departure: 'Jamaica', destination: 'Freeport; New York' });
    expect(one.routePoints.at(-1)).toEqual({
      seq: 3,
      role: 'destination',
      text: 'Freeport; New York',
      placeId: null,
      certainty: 'assumed',
      reason: 'one of several alternatives; the source does not say which',
    });
    expect(mined(one)).toEqual([['JM'], []]);
  });

  it('a word of doubt in the field: assumed; a step is as sure as its less sure end', () => {
    const one = made({
      place: 'At sea',
      departure: 'probably Jamaica',
      transit: 'Jarry',
      transit_locode: 'GPPTP',
      destination: 'New York',
    });
    expect(points(one)).toEqual([
      '1 departure JM assumed',
      '2 transit GPPTP inferred',
      '3 seizure ? stated',
      '4 destination USNYC stated',
    ]);
    expect(mined(one)).toEqual([
      ['JM', 'GPPTP', 'USNYC'],
      ['assumed', 'inferred'],
    ]);
  });

  it('Kingston, Jamaica, Kingston is one place', () => {
    const one = made({
      place: 'At sea',
      departure: 'Kingston',
      transit: 'Jamaica;Kingston',
      destination: 'New York',
    });
    expect(mined(one)).toEqual([['JMKIN', 'USNYC'], ['stated']]);
  });
});
