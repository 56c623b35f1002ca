import { describe, expect, it } from 'vitest';
import { anchorOf, middleOf } from '../../web/anchor.ts';
import { gatherPins } from '../../web/map/gather-pins.ts';
import { drawTools, measuredParts } from '../../web/map/derive-tools.ts';
import { isSimple } from '../../web/map/simple-polygon.ts';
import type { SelectedShape } from '../../web/map/types.ts';
import { parseRings } from '../../web/state-map-tools.ts';
import { formatView, parseView } from '../../web/state.ts';
import { bearingWords, positionWords } from '../../web/words.ts';

const nb = (text: string): string => text.replaceAll('_', '\u00a0');

describe('what is drawn, in the address', () => {
  it.each([
    '?k=area&a=-65.5,17.5;-62,17.5;-62,19',
    '?k=measure&mp=-66.11,18.46;-64.9,18.3',
    '?rc=-61.7,17.1',
    '?rc=-61.7,17.1&rn=5,12.5',
    '?pins=off',
  ])('round-trips %s', (address) => {
    const { view, problems } = parseView(address);
    expect(problems).toEqual([]);
    expect(formatView(view)).toBe(address);
  });
  it('reads corners, positions and rings', () => {
    const { view } = parseView('?a=0,0;1,0;1,1&mp=2,3&rc=4,5');
    expect(view.area).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
    ]);
    expect(view.measure).toEqual([[2, 3]]);
    expect(view.rings).toEqual({ centre: [4, 5], nm: [10, 25, 50, 100] });
  });
  it.each([
    ['?a=0,0;1,0', 'area'],
    ['?a=0,0;1,0;1,x', 'area'],
    ['?a=0,0;1,0;1,86', 'area'],
    ['?mp=181,0', 'measure'],
    ['?rc=1,2;3,4', 'rings'],
    ['?rc=1,2&rn=0', 'rings'],
    ['?k=hammer', 'tool'],
  ])('names what it cannot read in %s', (address, part) => {
    const { view, problems } = parseView(address);
    expect(problems.map((one) => one.part)).toEqual([part]);
    expect([view.area, view.measure, view.tool]).toEqual([null, [], null]);
  });
  it('sorts the distances of rings and refuses what is none', () => {
    expect(parseRings(['50', '10', '10', '2.5'])).toEqual([2.5, 10, 50]);
    expect(
      [[''], ['-1'], ['x'], ['2001'], ['1', '2', '3', '4', '5', '6', '7', '8', '9']].map(parseRings),
    ).toEqual([null, null, null, null, null]);
  });
});

describe('an area', () => {
  it('has sides that do not cross', () => {
    const square = [
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
    ] as const;
    expect(isSimple(square)).toBe(true);
    const [a, b, c, d] = square;
    expect(isSimple([a, c, b, d])).toBe(false);
    expect(isSimple([a, b, c])).toBe(true);
    // A corner that lies on another side.
    expect(isSimple([a, [4, 0], [4, 4], [2, 0], [0, 4]])).toBe(false);
  });
});

describe('measuring', () => {
  it('gives each part its length and bearing', () => {
    // One degree along the equator, then one north: 6371.0088 km × π / 180 = 111.195 km, 60.04 nm.
    const parts = measuredParts([
      [-60, 0],
      [-59, 0],
      [-59, 1],
    ]);
    expect(parts.map(({ km }) => Number(km.toFixed(3)))).toEqual([111.195, 111.195]);
    expect(parts.map(({ bearingDeg }) => Math.round(bearingDeg))).toEqual([90, 0]);
    expect(measuredParts([[1, 1]])).toEqual([]);
  });
  it('writes bearings with three figures', () => {
    expect([0, 5.4, 90, 359.7].map(bearingWords)).toEqual(['000°', '005°', '090°', '000°']);
  });
});

describe('the drawing', () => {
  const words = { part: ({ km }: { km: number }) => `${km.toFixed(0)} km`, ring: (nm: number) => `${nm} nm` };
  it('is nothing when nothing is drawn', () => {
    expect(drawTools({ area: null, measure: [], rings: null }, words)).toBeUndefined();
  });
  it('closes an area, writes on parts and rings', () => {
    const drawn = drawTools(
      {
        area: [
          [0, 0],
          [1, 0],
          [1, 1],
        ],
        measure: [
          [-60, 0],
          [-58, 0],
        ],
        rings: { centre: [0, 0], nm: [60] },
      },
      words,
    );
    const of = (tool: string) =>
      drawn?.features.filter(({ properties }) => properties['tool'] === tool) ?? [];
    expect(of('area')[0]?.geometry).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    });
    expect(of('corner')).toHaveLength(3);
    const labels = of('label').map(({ properties, geometry }) => [
      properties['label'],
      geometry.type === 'Point' ? geometry.coordinates.map((value) => Math.round(value)) : null,
    ]);
    // 60 nm are 111.12 km, a degree within a thousandth: the ring's top is at 1° north.
    expect(labels).toEqual([
      ['60 nm', [0, 1]],
      ['60 nm', [0, -1]],
      ['222 km', [-59, 0]],
    ]);
    expect(of('ring')).toHaveLength(1);
  });
});

describe('where a pin stands', () => {
  const shape = (part: Partial<SelectedShape>): SelectedShape => ({
    geometry: null,
    radiusKm: 0,
    ids: [],
    places: [],
    steps: [],
    ...part,
  });
  it('is the point, the middle of a cell, half way along a line, or nowhere', () => {
    expect(anchorOf(shape({ geometry: { type: 'Point', coordinates: [1, 2] } }))).toEqual([1, 2]);
    const ring = [
      [0, 0],
      [4, 0],
      [4, 2],
      [0, 0],
    ];
    expect(anchorOf(shape({ geometry: { type: 'Polygon', coordinates: [ring] } }))).toEqual([2, 1]);
    const line = [
      [0, 0],
      [1, 5],
      [2, 0],
    ];
    expect(anchorOf(shape({ steps: [{ line, certainty: 'stated', overWater: true }] }))).toEqual([1, 5]);
    expect(anchorOf(shape({}))).toBeNull();
    expect(middleOf([])).toBeNull();
  });
});

describe('pins', () => {
  it('gathers those that would cover each other, and leaves the rest apart', () => {
    const placed = [
      { pin: 'a', x: 100, y: 100 },
      { pin: 'b', x: 131, y: 100 },
      { pin: 'c', x: 132, y: 100 },
      { pin: 'd', x: 100, y: 131 },
    ];
    expect(gatherPins(placed)).toEqual([
      { x: 100, y: 100, pins: ['a', 'b', 'd'] },
      { x: 132, y: 100, pins: ['c'] },
    ]);
    expect(gatherPins([])).toEqual([]);
  });
});

describe('positions in each style', () => {
  // 18.42° is 18° 25.2′ or 18° 25′ 12″; 64.62° is 64° 37.2′ or 64° 37′ 12″.
  it('writes minutes, seconds or decimals', () => {
    expect(positionWords([-64.62, 18.42])).toBe(nb('18°_25.2′_N, 64°_37.2′_W'));
    expect(positionWords([-64.62, 18.42], 'dms')).toBe(nb('18°_25′_12″_N, 64°_37′_12″_W'));
    expect(positionWords([-64.62, 18.42], 'decimal')).toBe(nb('18.4200°_N, 64.6200°_W'));
  });
  it('carries over what rounds to a whole', () => {
    expect(positionWords([-64.99999, -0.99999], 'dms')).toBe(nb('1°_00′_00″_S, 65°_00′_00″_W'));
  });
});
