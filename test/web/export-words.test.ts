import { describe, expect, it } from 'vitest';
import { translate as t } from '../../web/i18n/index.ts';
import { bytesWords, claimValue, claimWords, markingText } from '../../web/words-export.ts';

const nameOf = (id: string): string => ({ 'port:TTPOS>VG.1': 'Port of Spain → Road Town' })[id] ?? id;

it('writes markings as TLP 2.0 does', () => {
  expect((['clear', 'green', 'amber', 'amber-strict', 'red'] as const).map(markingText)).toEqual([
    'TLP:CLEAR',
    'TLP:GREEN',
    'TLP:AMBER',
    'TLP:AMBER+STRICT',
    'TLP:RED',
  ]);
});

describe('a number that has changed', () => {
  it.each([
    ['events.seizures', 'Seizures that went in'],
    ['routes.once', 'Routes seen once'],
    ['spots.cold', 'Cold cells'],
    ['evidence.kg', 'Seized, in all'],
    // A route's id may have a dot of its own.
    ['route.port:TTPOS>VG.1.support', 'Port of Spain → Road Town: effective support'],
    ['published.CALYPSO 2.instances', 'CALYPSO 2, published: Seizures, in the text'],
    ['loaded.TRIGGER VII.cocaine_kg', 'TRIGGER VII, loaded: Cocaine, kg'],
    // What a later version may state is named as it stands.
    ['loaded.CALYPSO 2.boats', 'CALYPSO 2, loaded: boats'],
    ['weather.rain', 'weather.rain'],
  ])('%s is said as "%s"', (id, words) => {
    expect(claimWords(t, id, nameOf)).toBe(words);
  });

  it('has its unit, and is told apart to a thousandth', () => {
    expect(claimValue(t, { id: 'evidence.kg' }, 772.4)).toBe('772.4 kg');
    expect(claimValue(t, { id: 'route.x.support' }, 3.2468)).toBe('3.247');
    expect(claimValue(t, { id: 'route.x.support' }, null)).toBe('not stated');
  });
});

it('gives sizes of files in thousands', () => {
  expect([80, 574_800, 1_250_000].map((bytes) => bytesWords(t, bytes))).toEqual(['1 kB', '575 kB', '1.3 MB']);
});
