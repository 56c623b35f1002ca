import type { PlaceRef } from '../../shared/api.ts';
import { distanceKm, greatCircle, type Position } from '../../shared/geo.ts';
import type { Place } from '../../shared/model.ts';
import type { Mode } from '../../shared/vocabulary.ts';
import { NotFoundError } from '../errors.ts';
import { anchors } from '../ports/anchor.ts';

/** The line that a leg is drawn as. */
export interface Passage {
  readonly line: readonly Position[];
  readonly distanceKm: number;
  /** false: a great circle, because it was not by sea or no way by water is known. */
  readonly overWater: boolean;
}

/** Where places are and how to get from one to another: what drawing needs beside the findings. */
export interface Atlas {
  /** Every place of the gazetteer. */
  readonly places: readonly Place[];
  place(id: string): Place;
  ref(id: string): PlaceRef;
  /** The name of a place, or the id itself where there is none. */
  nameOf(id: string): string;
  anchor(id: string): Position;
  passage(from: string, to: string, mode: Mode): Passage;
}

interface KnownPath {
  readonly fromPlaceId: string;
  readonly toPlaceId: string;
  readonly line: readonly Position[] | null;
  readonly distanceKm: number;
}

/** Makes an atlas of places and of the water paths worked out between them; a path serves both directions. */
export function makeAtlas(places: readonly Place[], paths: readonly KnownPath[]): Atlas {
  const byId = new Map(places.map((place) => [place.id, place]));
  const anchorOf = anchors(places);
  const pathOf = new Map(paths.map((path) => [`${path.fromPlaceId}~${path.toPlaceId}`, path]));

  const passages = new Map<string, Passage>();

  const place = (id: string): Place => {
    const found = byId.get(id);
    if (!found) throw new NotFoundError('no-place', `There is no place ${id}.`);
    return found;
  };
  const anchor = (id: string): Position => anchorOf.get(id) ?? place(id).position;
  return {
    places,
    place,
    anchor,
    nameOf: (id) => byId.get(id)?.name ?? id,
    ref: (id) => {
      const { name, kind, country, position, radiusKm } = place(id);
      return { id, name, kind, country, position: [position[0], position[1]], radiusKm };
    },
    passage: (from, to, mode) => {
      const key = `${from}~${to}~${mode === 'sea' ? 'sea' : 'other'}`;
      const found = passages.get(key) ?? passageOf(from, to, mode);
      passages.set(key, found);
      return found;
    },
  };

  function passageOf(from: string, to: string, mode: Mode): Passage {
    const known = mode === 'sea' ? (pathOf.get(`${from}~${to}`) ?? pathOf.get(`${to}~${from}`)) : undefined;
    if (known?.line) {
      const line = known.fromPlaceId === from ? known.line : [...known.line].reverse();
      return { line, distanceKm: known.distanceKm, overWater: true };
    }
    const [a, b] = [anchor(from), anchor(to)];
    return { line: greatCircle(a, b), distanceKm: distanceKm(a, b), overWater: false };
  }
}
