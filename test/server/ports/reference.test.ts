import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeGazetteer } from '../../../server/ports/gazetteer.ts';
import { foldedName } from '../../../server/ports/names.ts';
import { distanceKm, type Position } from '../../../shared/geo.ts';
import type { Place } from '../../../shared/model.ts';
import { PORT_KINDS } from '../../../shared/vocabulary.ts';
import { readRows, ROOT, shippedPlaces, type Row } from './shipped.ts';

const LIMIT_KM = 5;
/** A port list made from the NGA World Port Index; it is not ours to ship, so it lies beside the project. */
const REFERENCE = new URL('../shared/data/ports-wider-caribbean.csv', ROOT);
const present = existsSync(REFERENCE);
const missing = present
  ? ''
  : ' [NOT RUN: ../shared/data/ports-wider-caribbean.csv is missing; put it there]';

interface Difference {
  readonly id: string;
  readonly km: number;
}

/** Our port for a row of the reference: same UN/LOCODE, else same name in the same country. */
function counterpart(row: Row, ports: readonly Place[], countryOf: (name: string) => string | null) {
  const ofCode = ports.find((port) => port.locode === row['locode']?.replace(/\s/g, ''));
  if (ofCode) return ofCode;
  const name = foldedName(row['name'] ?? '');
  const country = countryOf(row['country'] ?? '');
  return ports.find(
    (port) =>
      port.country === country && [port.name, ...port.aliases].some((own) => foldedName(own) === name),
  );
}

function differences(): { readonly compared: number; readonly far: Difference[] } {
  const { places } = shippedPlaces();
  const gazetteer = makeGazetteer(places);
  const ports = places.filter((place) => PORT_KINDS.some((kind) => kind === place.kind));
  const far: Difference[] = [];
  let compared = 0;
  for (const row of readRows(REFERENCE)) {
    const ours = counterpart(row, ports, (name) => gazetteer.resolve(name)?.place.country ?? null);
    if (!ours) continue;
    compared += 1;
    const theirs: Position = [Number(row['lon']), Number(row['lat'])];
    const km = distanceKm(ours.position, theirs);
    if (km > LIMIT_KM) far.push({ id: ours.id, km });
  }
  return { compared, far };
}

describe('the shipped ports against the reference list', () => {
  const explained = readRows(new URL('test/fixtures/gazetteer-differences.csv', ROOT));

  it('explains each difference in words, for a port we have', () => {
    const ids = new Set(shippedPlaces().places.map((place) => place.id));
    for (const row of explained) {
      expect(ids).toContain(row['locode']);
      expect(row['why']?.length).toBeGreaterThan(30);
    }
  });

  it.skipIf(!present)(`agrees within ${LIMIT_KM} km, or says row by row why not${missing}`, () => {
    const { compared, far } = differences();
    expect(compared).toBeGreaterThanOrEqual(200);
    const found = far.map(({ id, km }) => `${id} ${km.toFixed(1)}`).sort();
    const written = explained.map((row) => `${row['locode'] ?? ''} ${row['distance_km'] ?? ''}`).sort();
    expect(found).toEqual(written);
  });
});
