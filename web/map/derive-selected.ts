import type { PlaceRef } from '../../shared/api.ts';
import { distanceKm, type Position } from '../../shared/geo.ts';
import { circle } from './circle.ts';
import { collection, isPort, type Drawn } from './derive.ts';
import { onwardWidth, strokeOf } from '../../shared/drawing/scales.ts';
import { stopsOf, type Stop } from '../../shared/drawing/stops.ts';
import type { OnwardLine, SelectedShape } from './types.ts';

/** The lines of what is selected, and the point or cell itself. */
function selectedLines({ geometry, steps }: SelectedShape): Drawn {
  const own: Drawn['features'] = geometry
    ? [{ type: 'Feature', geometry, properties: { stroke: 'solid', way: 'water' } }]
    : [];
  const lines = steps.map(({ line, certainty, overWater }): Drawn['features'][number] => ({
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: line.map((at) => [...at]) },
    properties: { stroke: strokeOf(certainty), way: overWater ? 'water' : 'direct' },
  }));
  return collection([...lines, ...own]);
}

/** Circles of what is known only to an area: the stops that are no port, and a selected seizure's own place. */
function selectedAreas(selected: SelectedShape): Drawn {
  const features: Drawn['features'] = [];
  const add = (id: string, centre: Position, km: number): void => {
    features.push({ type: 'Feature', geometry: circle(centre, km), properties: { id } });
  };
  for (const place of new Map(selected.places.map((one) => [one.id, one])).values()) {
    if (!isPort(place.kind) && place.radiusKm > 0) add(place.id, place.position, place.radiusKm);
  }
  const { geometry, radiusKm } = selected;
  if (geometry?.type === 'Point' && radiusKm > 0) {
    const [longitude = 0, latitude = 0] = geometry.coordinates;
    add('own', [longitude, latitude], radiusKm);
  }
  return collection(features);
}

/** Arrows to where vessels went next, as wide as their share, and the way they came; a name at each far end. */
function onwardLegs(legs: readonly OnwardLine[]): Drawn {
  const named = new Set(legs.filter(({ kind }) => kind === 'next').map(({ place }) => place.id));
  return collection(
    legs.flatMap(({ kind, lines, overWater, share, place, label }): Drawn['features'] => {
      const width = kind === 'next' ? onwardWidth(share) : 2;
      const size = Math.min(1.6, 0.8 + width / 9);
      const properties = { kind, way: overWater ? 'water' : 'direct', width, size, label };
      return [
        ...lines.map((line): Drawn['features'][number] => ({
          type: 'Feature',
          geometry: { type: 'LineString', coordinates: line.map((at) => [...at]) },
          properties,
        })),
        // Where they came from and went back to, the name with the share is enough.
        ...(kind === 'came' && named.has(place.id)
          ? []
          : [
              {
                type: 'Feature' as const,
                geometry: { type: 'Point' as const, coordinates: [...place.position] },
                properties,
              },
            ]),
      ];
    }),
  );
}

/** Discs whose middles are nearer than this lie on one another, px. */
const APART_PX = 26;
/** Ground that a pixel of a whole tile of 512 covers at zoom 0 on the equator, km. */
const KM_PER_PX = 78.2715;

/** The first whole zoom at which two positions are far enough apart for a disc each. */
function apartFrom(a: Position, b: Position): number {
  const px = distanceKm(a, b) / (KM_PER_PX * Math.cos((a[1] * Math.PI) / 180));
  return px === 0 ? FOR_EVER : Math.max(0, Math.ceil(Math.log2(APART_PX / px)));
}

/** Width of a digit and of the point between two numbers in the letters of the map, px; room around them. */
const WIDTHS = { digit: 6.9, point: 3.3, around: 4.5 };

/** The disc under the numbers of a stop, px: the usual one, or as wide as they need. */
function discOf(numbers: readonly number[]): number {
  const digits = numbers.join('').length * WIDTHS.digit;
  return Math.max(10, (digits + (numbers.length - 1) * WIDTHS.point) / 2 + WIDTHS.around);
}

/** Whether the stops of what is selected carry numbers. */
export const isNumbered = ({ places, numbers }: SelectedShape): boolean =>
  numbers !== undefined || places.length > 1;

const FOR_EVER = 99;

/** The stops with their numbers, and the first zoom at which each is shown and the first at which it no longer is. */
function stopsByZoom({ places, numbers, steps, geometry, seizedAs }: SelectedShape) {
  const [longitude = NaN, latitude = NaN] = geometry?.type === 'Point' ? geometry.coordinates : [];
  const seized = seizedAs !== undefined && Number.isFinite(longitude);
  const placed = places.map((place, i) => ({ place, number: numbers?.[i] ?? i + 1 }));
  const { apart, together, pair } = stopsOf(
    placed,
    steps,
    seized ? { number: seizedAs, at: [longitude, latitude] } : null,
  );
  // The dot of a port lies where the port is, and not where a seizure was made at it.
  const named = ({ place, numbers: own }: Stop<PlaceRef>): string =>
    place && !(own.length === 1 && own[0] === seizedAs) ? place.id : 'own';
  const parted = pair ? apartFrom(...pair) : 0;
  return [
    ...apart.map((stop) => ({
      ...stop,
      id: named(stop),
      from: together.includes(stop) ? 0 : parted,
      until: FOR_EVER,
    })),
    ...together
      .filter((stop) => !apart.includes(stop))
      .map((stop) => ({ ...stop, id: named(stop), from: 0, until: parted })),
  ].filter(({ from, until }) => from < until);
}

/** What is selected: its line, its stops numbered in order of travel, and the areas of places that are no port. */
export function drawSelected(selected: SelectedShape): Record<'line' | 'stops' | 'areas' | 'onward', Drawn> {
  const numbered = isNumbered(selected);
  return {
    line: selectedLines(selected),
    stops: collection(
      stopsByZoom(selected).map(({ id, place, numbers, at, from, until }) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [...at] },
        properties: {
          ...{ id, name: place?.name ?? '', from, until },
          number: numbered ? numbers.join('·') : '',
          disc: discOf(numbers),
        },
      })),
    ),
    areas: selectedAreas(selected),
    onward: onwardLegs(selected.onward ?? []),
  };
}
