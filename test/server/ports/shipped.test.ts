import { describe, expect, it } from 'vitest';
import { makeGazetteer } from '../../../server/ports/gazetteer.ts';
import { distanceKm } from '../../../shared/geo.ts';
import { PORT_KINDS } from '../../../shared/vocabulary.ts';
import { readRows, ROOT, shippedPlaces } from './shipped.ts';

const { places, rejects } = shippedPlaces();
const gazetteer = makeGazetteer(places);
const ports = places.filter((place) => PORT_KINDS.some((kind) => kind === place.kind));

/** Island states and territories, and the mainland around the Caribbean and the Gulf of Mexico (ISO 3166-1). */
const WIDER_CARIBBEAN =
  'AI AG AW BB BL BQ BS BZ CO CR CU CW DM DO GD GF GP GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PR SR SX TC TT US VC VE VG VI'.split(
    ' ',
  );

/** What the seizure reports name that is no place one could put on a map. */
const TOO_VAGUE = ['Caribbean (not specified)', 'Europe', 'North America', 'South America'];

describe('data/ports.csv', () => {
  it('is read without a fault', () => {
    expect(rejects).toEqual([]);
  });

  it('has at least 350 ports, and at least 250 with a UN/LOCODE', () => {
    expect(ports.length).toBeGreaterThanOrEqual(350);
    expect(ports.filter((port) => port.locode !== null).length).toBeGreaterThanOrEqual(250);
  });

  it('has a port and a country row for every state and territory of the wider Caribbean', () => {
    for (const country of WIDER_CARIBBEAN) {
      expect(gazetteer.byId(country)?.kind).toBe('country');
      expect(ports.some((port) => port.country === country)).toBe(true);
    }
  });

  it('gives each id once, and each name at most once in a country', () => {
    expect(new Set(places.map((place) => place.id)).size).toBe(places.length);
    for (const place of places) {
      for (const name of [place.name, ...place.aliases]) {
        const found = gazetteer.resolve(name, { country: place.country });
        expect([name, found?.place.id]).toEqual([name, place.id]);
      }
    }
  });

  it('starts each UN/LOCODE with the country of its row', () => {
    const odd = places.filter((place) => place.locode && !place.locode.startsWith(place.country ?? '?'));
    expect(odd.map((place) => place.id)).toEqual([]);
  });

  it('rolls each place up to a country row whose radius covers it', () => {
    for (const place of places) {
      if (place.country === null) continue;
      const country = gazetteer.byId(gazetteer.territoryOf(place.id) ?? '');
      expect([place.id, country?.id]).toEqual([place.id, place.country]);
      if (!country) continue;
      expect([place.id, distanceKm(place.position, country.position) <= country.radiusKm]).toEqual([
        place.id,
        true,
      ]);
    }
  });

  it('gives harbours a radius of 1 to 3 km', () => {
    expect(ports.filter((port) => port.radiusKm < 1 || port.radiusKm > 3)).toEqual([]);
  });

  it('knows every place the seizure reports name on a route, but for the vague ones', () => {
    const unknown = new Set<string>();
    for (const row of readRows(new URL('data/seizures.csv', ROOT))) {
      for (const column of ['country', 'departure', 'transit', 'destination']) {
        for (const text of (row[column] ?? '').split(';').map((part) => part.trim())) {
          if (text !== '' && !gazetteer.resolve(text)) unknown.add(text);
        }
      }
    }
    expect([...unknown].sort()).toEqual(TOO_VAGUE);
  });
});
