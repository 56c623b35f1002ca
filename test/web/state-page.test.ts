import { describe, expect, it } from 'vitest';
import { MAP_ONLY } from '../../web/state-page.ts';
import { DEFAULT_VIEW, formatView, parseView, type PageView } from '../../web/state.ts';

describe('what lies over the map, in the address', () => {
  const cases: [query: string, part: Pick<PageView, 'page' | 'help' | 'compared' | 'figure'>][] = [
    ['?view=runs', { ...MAP_ONLY, page: 'runs' }],
    ['?view=help', { ...MAP_ONLY, page: 'help' }],
    ['?view=figures', { ...MAP_ONLY, page: 'figures' }],
    // A section of the help, a pair of runs and the code of a figure open their page by themselves.
    ['?help=spaceTime', { ...MAP_ONLY, page: 'help', help: 'spaceTime' }],
    ['?runs=33,34', { ...MAP_ONLY, page: 'runs', compared: [33, 34] }],
    ['?fig=LW-1A2B-3C4D', { ...MAP_ONLY, page: 'figures', figure: 'LW-1A2B-3C4D' }],
    ['?view=runs&help=bh&runs=33,34', { ...MAP_ONLY, page: 'runs', help: 'bh', compared: [33, 34] }],
    ['?view=map&runs=34,2', { ...MAP_ONLY, compared: [34, 2] }],
  ];
  it.each(cases)('%s goes there and back', (query, part) => {
    const view = { ...DEFAULT_VIEW, ...part };
    expect(parseView(query)).toEqual({ view, problems: [] });
    expect(formatView(view)).toBe(query);
  });

  it.each([
    ['?view=cinema', 'page', 'cinema'],
    ['?help=astrology', 'help', 'astrology'],
    ['?runs=34', 'runs', '34'],
    ['?runs=34,34', 'runs', '34,34'],
    ['?runs=0,1', 'runs', '0,1'],
    ['?runs=1,2,3', 'runs', '1,2,3'],
    ['?fig=LW-1A2B', 'figure', 'LW-1A2B'],
    // No I, L, O or U: they would be taken for digits or each other.
    ['?fig=LW-1A2B-3CIO', 'figure', 'LW-1A2B-3CIO'],
  ])('%s is the map alone, and says so', (query, part, value) => {
    expect(parseView(query)).toEqual({ view: DEFAULT_VIEW, problems: [{ part, value }] });
  });

  it('takes a code however it was typed', () => {
    expect(parseView('?fig=lw-1a2b-3c4d')).toEqual({
      view: { ...DEFAULT_VIEW, page: 'figures', figure: 'LW-1A2B-3C4D' },
      problems: [],
    });
  });
});
