import { describe, expect, it } from 'vitest';
import type { PlaceRef } from '../../shared/api.ts';
import { translate } from '../../web/i18n/index.ts';
import { doEntries, goEntries } from '../../web/panels/palette-entries.ts';
import { bestOf, inOrder, matchOf, metBy } from '../../web/panels/palette-match.ts';
import { parseView } from '../../web/state.ts';
import { lastStretch } from '../../web/vessel-way.ts';

// Expected qualities are counted by hand: 0 the whole name, 1 its start, 2 starts of words, 3 inside; 10 more
// by another name; 14 spread over name and other names.
describe('how well a thing is met by what was typed', () => {
  it.each([
    ['Curaçao', 'curacao', 0],
    ['Curaçao', 'CURA', 1],
    ['Port of Spain', 'spain', 2],
    ['Port of Spain', 'sp por', 2],
    ['Basseterre', 'terre', 3],
    ['Saint-Louis-de-Marie-Galante', 'marie galante', 2],
    ['Curaçao', 'aruba', null],
    ['Curaçao', '  ', null],
    ['Curaçao', '-', null],
  ])('%s by %j: %s', (name, text, quality) => {
    expect(matchOf({ name }, text)).toBe(quality);
  });

  it('puts what is found by another name after all that is found by its own', () => {
    const port = { name: 'Casilda', others: ['Trinidad Cuba', 'CUCAS'] };
    expect([matchOf(port, 'casi'), matchOf(port, 'trinidad'), matchOf(port, 'cucas')]).toEqual([1, 11, 10]);
    expect([metBy(port, 'trinidad'), metBy(port, 'casilda'), metBy(port, 'x')]).toEqual([
      'Trinidad Cuba',
      null,
      null,
    ]);
  });

  it('finds words that are spread over the name and the rest', () => {
    const seizure = { name: 'Cocaine, 772.4 kg', others: ['S001', 'Tortola'] };
    expect(matchOf(seizure, 'cocaine tortola')).toBe(14);
    expect(matchOf(seizure, 'cocaine trinidad')).toBeNull();
  });
});

describe('what the palette lists', () => {
  const places = [
    { name: 'Port Antonio', weight: 1 },
    { name: 'Antonio', weight: 0 },
    { name: 'San Antonio', weight: 9 },
    { name: 'Kingston', weight: 99 },
  ];
  it('is the best met first, then the weightier, and no more than asked for', () => {
    expect(bestOf(places, 'antonio', 2).items.map(({ name }) => name)).toEqual(['Antonio', 'San Antonio']);
    expect(bestOf(places, 'antonio', 2).best).toBe(0);
    expect(bestOf(places, 'antonio', 2).total).toBe(3);
    expect(bestOf(places.toReversed(), 'antonio', 9)).toEqual(bestOf(places, 'antonio', 9));
  });
  it('has the group with the best first and leaves out empty ones', () => {
    const group = (label: string, text: string) => ({ label, found: bestOf(places, text, 9) });
    const groups = [group('inside', 'ton'), group('none', 'zzz'), group('start', 'king')];
    expect(inOrder(groups).map(({ label }) => label)).toEqual(['start', 'inside']);
  });
});

describe('what the page can do', () => {
  const entries = [...goEntries(translate), ...doEntries(parseView('').view, translate)];
  it.each([
    ['export', 'do|export'],
    ['copy link', 'do|link'],
    ['undo', 'do|undo'],
    ['redo', 'do|redo'],
    ['draw area', 'do|area'],
    ['measure', 'do|measure'],
    ['rings', 'do|rings'],
    ['theme', 'do|theme'],
    ['français', 'language|fr'],
    ['language', 'language|en'],
    ['compare', 'list|compare'],
    ['tour', 'do|tour'],
    ['help', 'page|help'],
  ])('is found by %j', (text, value) => {
    expect(bestOf(entries, text, 1).items[0]?.value).toBe(value);
  });
});

describe('the stretch of a vessel that a map can number', () => {
  const call = (id: string): { place: PlaceRef } => ({
    place: { id, name: id, kind: 'port', country: null, position: [0, 0], radiusKm: 1 },
  });
  it('ends, going back, where a place would come again', () => {
    // Latest first: D, C, B, C, A. Back from D the second C ends it.
    expect(lastStretch(['D', 'C', 'B', 'C', 'A'].map(call)).map(({ id }) => id)).toEqual(['B', 'C', 'D']);
  });
  it('counts two calls in a row at one place once', () => {
    expect(lastStretch(['B', 'B', 'A'].map(call)).map(({ id }) => id)).toEqual(['A', 'B']);
    expect(lastStretch([])).toEqual([]);
  });
});
