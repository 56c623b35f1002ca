import type { Geometry, Position } from 'geojson';
import type { HotSpotsReply, NetworkReply, PlaceRef, RoutesReply, seizuresSchema } from '../../shared/api.ts';
import type { Certainty } from '../../shared/vocabulary.ts';
import type { z } from 'zod';

/** The page of seizures as it comes from the server. */
export type SeizuresReply = z.infer<typeof seizuresSchema>;

/** One line of what is selected; not over water: a great circle, its way is not known. */
export interface SelectedStep {
  readonly line: readonly Position[];
  readonly certainty: Certainty;
  readonly overWater: boolean;
}

/** The selected route, leg or seizure as the map marks it; steps and places in order of travel. */
export interface SelectedShape {
  /** The point or cell that is selected, or where a seizure was made. */
  readonly geometry: Geometry | null;
  /** How exactly that point is known, km; 0: exactly, or no point. */
  readonly radiusKm: number;
  readonly steps: readonly SelectedStep[];
  readonly ids: readonly string[];
  readonly places: readonly PlaceRef[];
}

/** All that the map can draw; undefined: not loaded yet. */
export interface MapData {
  readonly network: NetworkReply | undefined;
  readonly routes: RoutesReply | undefined;
  readonly seizures: SeizuresReply | undefined;
  readonly hotspots: HotSpotsReply | undefined;
  readonly selected: SelectedShape | null;
}

/** Addresses of what the style loads besides its data, all on the page's own server. */
export interface MapAssets {
  /** Base map chunk name to address. */
  readonly basemap: Readonly<Record<string, string>>;
  /** Font name to its files. */
  readonly fonts: Readonly<Record<string, readonly { url: string; 'unicode-range': string[] }[]>>;
}
