import { bearingDeg, destination, distanceKm, greatCircle, KM_PER_NAUTICAL_MILE } from '../../shared/geo.ts';
import type { Position } from '../../shared/geo.ts';
import type { MapToolView } from '../state-map-tools.ts';
import { circle } from './circle.ts';
import { collection, type Drawn } from './derive.ts';

type Feature = Drawn['features'][number];

/** One part of a measured line: from one position to the next along the great circle. */
export interface MeasuredPart {
  readonly from: Position;
  readonly to: Position;
  readonly km: number;
  /** At the start, degrees true. */
  readonly bearingDeg: number;
}

/** The parts between positions in order; one fewer than the positions. */
export const measuredParts = (positions: readonly Position[]): MeasuredPart[] =>
  positions.slice(1).flatMap((to, i) => {
    const from = positions[i];
    return from ? [{ from, to, km: distanceKm(from, to), bearingDeg: bearingDeg(from, to) }] : [];
  });

const point = (at: Position, properties: Feature['properties']): Feature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [...at] },
  properties,
});

/** The words on the drawing. */
export interface ToolWords {
  readonly part: (part: MeasuredPart) => string;
  readonly ring: (nm: number) => string;
}

function measured(positions: readonly Position[], words: ToolWords): Feature[] {
  const parts = measuredParts(positions);
  return [
    ...parts.map(({ from, to }): Feature => ({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates: greatCircle(from, to, 50).map((at) => [...at]) },
      properties: { tool: 'line' },
    })),
    ...parts.map((part) =>
      point(destination(part.from, part.bearingDeg, part.km / 2), {
        tool: 'label',
        label: words.part(part),
        anchor: 'bottom',
        order: -1e6,
      }),
    ),
    ...positions.map((at) => point(at, { tool: 'point' })),
  ];
}

function rings({ centre, nm }: NonNullable<MapToolView['rings']>, words: ToolWords): Feature[] {
  return [
    ...nm.map((one): Feature => ({
      type: 'Feature',
      geometry: circle(centre, one * KM_PER_NAUTICAL_MILE),
      properties: { tool: 'ring' },
    })),
    // Written at the top, and at the foot for those whose top is off the map.
    ...nm.flatMap((one) =>
      [0, 180].map((bearing) =>
        point(destination(centre, bearing, one * KM_PER_NAUTICAL_MILE), {
          tool: 'label',
          label: words.ring(one),
          anchor: 'center',
          order: -one,
        }),
      ),
    ),
    point(centre, { tool: 'point' }),
  ];
}

/** What the reader drew, as the map draws it; undefined: nothing. */
export function drawTools(
  view: Pick<MapToolView, 'area' | 'measure' | 'rings'>,
  words: ToolWords,
): Drawn | undefined {
  const { area } = view;
  const features: Feature[] = [];
  if (area) {
    const ring = [...area, area[0] ?? [0, 0]].map((at) => [...at]);
    features.push({
      type: 'Feature',
      geometry: { type: 'Polygon', coordinates: [ring] },
      properties: { tool: 'area' },
    });
    features.push(...area.map((at) => point(at, { tool: 'corner' })));
  }
  if (view.rings) features.push(...rings(view.rings, words));
  features.push(...measured(view.measure, words));
  return features.length === 0 ? undefined : collection(features);
}
