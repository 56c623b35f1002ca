import { describe, expect, it } from 'vitest';
import { DEFAULT_VIEW, formatView, parseView, type PageView } from '../../web/state.ts';

/** Every part that decides what the map shows differs from its default; written by hand. */
const FULL: PageView = {
  // What lies over the map, and the tools beside it, have their own tests.
  ...DEFAULT_VIEW,
  longitude: -62.7246,
  latitude: 17.2948,
  zoom: 8.25,
  from: '2025-01-01',
  to: '2025-12-31',
  commodities: ['cocaine', 'firearm_part'],
  countries: ['KN', 'VG'],
  dataSets: ['reported'],
  level: 'port',
  layers: ['routes', 'seizures'],
  selection: { kind: 'route', id: 'territory:TT>KN>VG' },
  theme: 'light',
  list: 'seizures',
};
const FULL_ADDRESS =
  '?v=-62.7246,17.2948,8.25&f=2025-01-01&t=2025-12-31&g=cocaine,firearm_part&c=KN,VG&d=reported' +
  '&l=port&y=routes,seizures&s=route:territory:TT>KN>VG&m=light&p=seizures';

describe('the address of a view', () => {
  it('is empty for the default view', () => {
    expect(formatView(DEFAULT_VIEW)).toBe('');
    expect(parseView('')).toEqual({ view: DEFAULT_VIEW, problems: [] });
  });

  it('names only what differs, in short keys', () => {
    expect(formatView(FULL)).toBe(FULL_ADDRESS);
    expect(formatView({ ...DEFAULT_VIEW, theme: 'light' })).toBe('?m=light');
    expect(formatView({ ...DEFAULT_VIEW, layers: [] })).toBe('?y=none');
  });

  it('reads back what it wrote', () => {
    expect(parseView(FULL_ADDRESS)).toEqual({ view: FULL, problems: [] });
    const odd: PageView = {
      ...DEFAULT_VIEW,
      layers: [],
      dataSets: ['Opération Nº 2 & more'],
      selection: { kind: 'seizure', id: 'reported:S 001+é&x=1' },
    };
    expect(parseView(formatView(odd))).toEqual({ view: odd, problems: [] });
  });

  it('reads an address that a mail program has percent-encoded', () => {
    expect(parseView('?s=edge%3AKNBAS%7EVGRAD&c=KN%2CVG').view).toEqual({
      ...DEFAULT_VIEW,
      countries: ['KN', 'VG'],
      selection: { kind: 'edge', id: 'KNBAS~VGRAD' },
    });
  });
});

describe('a broken address', () => {
  const broken: [address: string, part: string, value: string][] = [
    ['?v=abc', 'centre', 'abc'],
    ['?v=-69.5,16.5', 'centre', '-69.5,16.5'],
    ['?v=-190,16.5,4', 'centre', '-190,16.5,4'],
    ['?v=-69.5,91,4', 'centre', '-69.5,91,4'],
    ['?v=-69.5,16.5,99', 'centre', '-69.5,16.5,99'],
    ['?f=2025-02-30', 'from', '2025-02-30'],
    ['?t=yesterday', 'to', 'yesterday'],
    ['?f=2025-06-01&t=2025-01-01', 'order', '2025-06-01, 2025-01-01'],
    ['?g=sugar', 'commodity', 'sugar'],
    ['?c=Kitts', 'country', 'Kitts'],
    ['?l=planet', 'level', 'planet'],
    ['?y=clouds', 'layer', 'clouds'],
    ['?s=route', 'selection', 'route'],
    ['?s=person:1', 'selection', 'person:1'],
    ['?m=neon', 'theme', 'neon'],
    ['?p=people', 'list', 'people'],
  ];
  it.each(broken)('%s keeps the default and names the part', (address, part, value) => {
    expect(parseView(address)).toEqual({ view: DEFAULT_VIEW, problems: [{ part, value }] });
  });

  it('keeps the parts that can be read', () => {
    expect(parseView('?g=cocaine,sugar&m=light&v=nowhere')).toEqual({
      view: { ...DEFAULT_VIEW, commodities: ['cocaine'], theme: 'light' },
      problems: [
        { part: 'centre', value: 'nowhere' },
        { part: 'commodity', value: 'sugar' },
      ],
    });
  });

  it('never throws, whatever it is', () => {
    for (const address of [
      '?%',
      '?v=%E0%A4%A',
      '?s=::::',
      '?y=,,,',
      '?v=NaN,NaN,NaN',
      '?' + 'v=1&'.repeat(2000),
    ]) {
      expect(() => parseView(address)).not.toThrow();
    }
  });
});
