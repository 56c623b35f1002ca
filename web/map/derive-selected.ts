import type { PlaceRef } from '../../shared/api.ts';
import { distanceKm, type Position } from '../../shared/geo.ts';
import { circle } from './circle.ts';
import { collection, isPort, type Drawn } from './derive.ts';
import { onwardWidth, strokeOf } from '../../shared/drawing/scales.ts';
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

/** A line of an area ends somewhere in it: within its extent, and at least this far from its middle, km. */
const LEAST_REACH_KM = 60;

/** Where the number of a stop stands: where its lines end, if they end within the place; else its middle. */
function stopAt({ steps }: SelectedShape, place: PlaceRef): Position {
  const [longitude, latitude] = place.position;
  const ends = steps.flatMap(({ line }) => [line[0], line.at(-1)]);
  let best: { at: Position; km: number } | null = null;
  for (const end of ends) {
    const at: Position = [end?.[0] ?? NaN, end?.[1] ?? NaN];
    const km = distanceKm([longitude, latitude], at);
    if (km <= Math.max(place.radiusKm, LEAST_REACH_KM) && km < (best?.km ?? Infinity)) best = { at, km };
  }
  return best?.at ?? place.position;
}

/** What is selected: its line, its stops numbered in order of travel, and the areas of places that are no port. */
export function drawSelected(selected: SelectedShape): Record<'line' | 'stops' | 'areas' | 'onward', Drawn> {
  const stops = new Map<string, { place: PlaceRef; numbers: number[] }>();
  selected.places.forEach((place, i) => {
    const found = stops.get(place.id);
    if (found) found.numbers.push(i + 1);
    else stops.set(place.id, { place, numbers: [i + 1] });
  });
  return {
    line: selectedLines(selected),
    stops: collection(
      [...stops.values()].map(({ place, numbers }) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [...stopAt(selected, place)] },
        properties: {
          id: place.id,
          name: place.name,
          number: selected.places.length > 1 ? numbers.join(' · ') : '',
        },
      })),
    ),
    areas: selectedAreas(selected),
    onward: onwardLegs(selected.onward ?? []),
  };
}
