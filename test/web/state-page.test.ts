import { describe, expect, it } from 'vitest';
import { DEFAULT_VIEW, formatView, parseView, type PageView } from '../../web/state.ts';

describe('what lies over the map, in the address', () => {
  const cases: [query: string, part: Pick<PageView, 'page' | 'help' | 'compared'>][] = [
    ['?view=runs', { page: 'runs', help: null, compared: null }],
    ['?view=help', { page: 'help', help: null, compared: null }],
    // A section of the help, and a pair of runs, open their page by themselves.
    ['?help=spaceTime', { page: 'help', help: 'spaceTime', compared: null }],
    ['?runs=33,34', { page: 'runs', help: null, compared: [33, 34] }],
    ['?view=runs&help=bh&runs=33,34', { page: 'runs', help: 'bh', compared: [33, 34] }],
    ['?view=map&runs=34,2', { page: 'map', help: null, compared: [34, 2] }],
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
  ])('%s is the map alone, and says so', (query, part, value) => {
    expect(parseView(query)).toEqual({ view: DEFAULT_VIEW, problems: [{ part, value }] });
  });
});
