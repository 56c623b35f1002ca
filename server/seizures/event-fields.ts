import { distanceKm } from '../../shared/geo.ts';
import type { Seizure } from '../../shared/model.ts';
import type { Unresolved } from '../../shared/table.ts';
import { CONFIDENCES, MARKINGS, type Marking } from '../../shared/vocabulary.ts';
import type { Gazetteer } from '../ports/gazetteer.ts';
import { readCount, readLocodes, readPosition, readWord, type Cells } from './fields.ts';
import { readInterval } from './interval.ts';
import { locateSeizure } from './locate.ts';
import { routePoints, type RouteText } from './route-points.ts';
import { readTransport } from './transport.ts';
import { confidenceOf } from './written-words.ts';

/** What a row says of its event: every field of a seizure that its commodity lines share. */
export interface EventFields {
  readonly fields: Omit<Seizure, 'id' | 'recordId' | 'lines'>;
  readonly unresolved: readonly Omit<Unresolved, 'row'>[];
}

const orNull = (text: string): string | null => (text === '' ? null : text);

/** Reads the event fields of a row; null after a fault. */
export function readEvent(cells: Cells, gazetteer: Gazetteer, usual: Marking): EventFields | null {
  const { cell } = cells;
  const date = readInterval(cells);
  const position = readPosition(cells);
  const arrests = readCount(cells, 'arrests');
  const confidence = readWord(cells, 'confidence', CONFIDENCES, confidenceOf);
  const marking = readMarking(cells, usual);
  const codes = readCodes(cells);
  const sourced = hasSource(cells);
  if (date === undefined || position === undefined || arrests === undefined) return null;
  if (confidence === undefined || marking === undefined || codes === null || !sourced) return null;
  const unresolved: Omit<Unresolved, 'row'>[] = [];
  const note = (column: string): void => void unresolved.push({ column, text: cell(column) });
  const transport = readTransport(cell('transport'));
  if (transport === null) note('transport');
  const country = cell('country') === '' ? null : countryCode(cell('country'), gazetteer);
  if (country === null && cell('country') !== '') note('country');
  const mode = transport?.mode ?? 'unknown';
  const located = locateSeizure(
    {
      text: cell('place'),
      locode: codes.seizure,
      country,
      mode,
      position: position && {
        position: [position.lon, position.lat],
        uncertaintyKm: position.uncertaintyKm,
      },
    },
    gazetteer,
  );
  if (located.unresolved) note('place');
  if (position !== null && isFarOff(cells, located.place, gazetteer)) return null;
  const route = routePoints({ ...codes.route, seizure: located, notes: cell('notes') }, gazetteer);
  unresolved.push(...route.unresolved);
  return {
    unresolved,
    fields: {
      date,
      country,
      place: located.place,
      agencies: listOf(cell('agencies')).filter((agency) => agency !== ''),
      transport: transport?.transport ?? 'unknown',
      transportAsReported: cell('transport'),
      mode,
      vesselName: orNull(cell('vessel_name')),
      vesselFlag: orNull(cell('vessel_flag')),
      concealment: orNull(cell('concealment')),
      arrests,
      operation: orNull(cell('operation')),
      source: {
        title: cell('source_title'),
        publisher: cell('source_publisher'),
        date: cell('source_date'),
        url: cell('source_url'),
      },
      confidence,
      notes: cell('notes'),
      marking,
      routePoints: route.points,
    },
  };
}

/** `amber-strict`, `AMBER+STRICT` or `TLP:AMBER+STRICT`; that of the data set when empty; undefined after a fault. */
function readMarking({ cell, fault }: Cells, usual: Marking): Marking | undefined {
  const text = cell('tlp');
  if (text === '') return usual;
  const word = text
    .toLowerCase()
    .replace(/^tlp:\s*/, '')
    .replace('+', '-');
  const marking = MARKINGS.find((known) => known === word);
  if (marking === undefined) {
    const fix = `Write one of ${MARKINGS.join(', ')}, or leave it empty for that of the data set.`;
    fault('tlp', text, 'not a marking of the Traffic Light Protocol 2.0', fix);
  }
  return marking;
}

/** How far beyond its own reach a place ashore may lie from the position given for it, km: past it a sign is wrong. */
const FAR_OFF_KM = 250;

/** Whether the position is nowhere near the place, after a fault that says so. */
function isFarOff({ cell, fault }: Cells, place: Seizure['place'], gazetteer: Gazetteer): boolean {
  const named = place.atSea || place.placeId === null ? null : gazetteer.byId(place.placeId);
  if (named === null || place.position === null) return false;
  const km = distanceKm(named.position, place.position);
  if (km <= named.radiusKm + (place.uncertaintyKm ?? 0) + FAR_OFF_KM) return false;
  const column = cell('position') === '' ? 'lon' : 'position';
  const reason = `the position lies ${String(Math.round(km))} km from ${named.name}, which the place names`;
  const fix =
    'Check the signs (west and south are negative), that lat and lon are not swapped, and the place.';
  fault(column, cell(column), reason, fix);
  return true;
}

const listOf = (text: string): string[] => text.split(';').map((part) => part.trim());

/** ISO alpha-2 of a country or territory by name or code; null when the gazetteer does not know it. */
function countryCode(text: string, gazetteer: Gazetteer): string | null {
  const place = /^[A-Z]{2}$/.test(text) ? gazetteer.byId(text) : gazetteer.resolve(text)?.place;
  return place?.kind === 'country' ? place.country : null;
}

function hasSource({ cell, fault }: Cells): boolean {
  if (cell('source_title') !== '' || cell('source_url') !== '') return true;
  const reason = 'neither source_title nor source_url is given';
  fault('source_title', '', reason, 'Name the report the record rests on, or give its address.');
  return false;
}

interface Codes {
  readonly seizure: string | null;
  readonly route: {
    readonly departure: RouteText;
    readonly transit: readonly RouteText[];
    readonly destination: readonly RouteText[];
  };
}

/** The places of the route with their codes; null after a fault. */
function readCodes(cells: Cells): Codes | null {
  const { cell, fault } = cells;
  const seizure = readLocodes(cells, 'locode');
  const departure = readLocodes(cells, 'departure_locode');
  const transit = readLocodes(cells, 'transit_locode');
  const destination = readLocodes(cells, 'destination_locode');
  if (!seizure || !departure || !transit || !destination) return null;
  const stops = cell('transit') === '' ? [] : listOf(cell('transit'));
  if (cell('transit_locode') !== '' && transit.length !== stops.length) {
    const reason = `${transit.length} codes for ${stops.length} places of transit`;
    const fix =
      'Write one code for each place, in the same order; leave an element empty where there is none.';
    fault('transit_locode', cell('transit_locode'), reason, fix);
    return null;
  }
  const named = (text: string, locode: string | null = null): RouteText => ({ text, locode });
  const ends = listOf(cell('destination'));
  return {
    seizure: seizure[0] ?? null,
    route: {
      departure: named(cell('departure'), departure[0] ?? null),
      transit: stops.map((text, i) => named(text, transit[i] ?? null)),
      destination: ends.map((text, i) => named(text, destination[i] ?? null)),
    },
  };
}
