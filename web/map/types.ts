import type { FeatureCollection, Geometry, Position } from 'geojson';
import type {
  ClustersReply,
  EdgeProperties,
  HotSpotsReply,
  NetworkReply,
  NoDataReply,
  PlaceRef,
  PlacesReply,
  RoutesReply,
  seizuresSchema,
} from '../../shared/api.ts';
import type { Certainty } from '../../shared/vocabulary.ts';
import type { LegChange } from '../compare/change.ts';
import type { z } from 'zod';

/** The page of seizures as it comes from the server. */
export type SeizuresReply = z.infer<typeof seizuresSchema>;

/** One line of what is selected; not over water: a great circle, its way is not known. */
export interface SelectedStep {
  readonly line: readonly Position[];
  readonly certainty: Certainty;
  readonly overWater: boolean;
}

/** A leg to or from the selected place: the way here, or where vessels went next with their share, 0 to 1. */
export interface OnwardLine {
  readonly kind: 'came' | 'next';
  readonly lines: readonly (readonly Position[])[];
  readonly overWater: boolean;
  readonly share: number;
  /** The place at the other end, and what is written beside it. */
  readonly place: PlaceRef;
  readonly label: string;
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
  /** The number of each place; left out: its rank, and none where there is only one. */
  readonly numbers?: readonly number[];
  /** The number of the seizure itself, which stands at `geometry`. */
  readonly seizedAs?: number;
  /** Of a place: where vessels went next, when the reader asks for it. */
  readonly onward?: readonly OnwardLine[];
}

/** Ports that lie too close to be told apart, drawn as one where the busiest lies. */
export interface PortGroup {
  /** Two or more, the busiest first. */
  readonly ports: NetworkReply['nodes']['features'];
  readonly position: Position;
  /** Passages between its ports, which are not drawn. */
  readonly inside: { readonly voyageLegs: number; readonly seizureLegs: number };
}

/** What of a network is drawn as one. */
export interface Grouping {
  /** The zoom at which it was made; whole. */
  readonly zoom: number;
  /** The network before. */
  readonly whole: NetworkReply;
  /** Of each port of a group the busiest, which gives the group its id. */
  readonly leaders: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, PortGroup>;
  /** The legs that each line stands for, the strongest first; by the line's id, which is that leg's. */
  readonly legs: ReadonlyMap<string, EdgeProperties[]>;
}

/** A network, with the most legs its widths are scaled to where that is not its own. */
export type DrawnNetwork = NetworkReply & {
  readonly most?: { readonly voyageLegs: number; readonly seizureLegs: number };
  /** Where some of its ports are drawn as one. */
  readonly grouping?: Grouping;
};

/** All that the map can draw; undefined: not loaded yet. */
export interface MapData {
  readonly network: DrawnNetwork | undefined;
  readonly routes: RoutesReply | undefined;
  readonly seizures: SeizuresReply | undefined;
  readonly hotspots: HotSpotsReply | undefined;
  readonly clusters?: ClustersReply | undefined;
  /** Of the level of the view, for what the network says of places. */
  readonly places?: PlacesReply | undefined;
  /** Countries of which nothing is known, whatever the filter. */
  readonly noData?: NoDataReply | undefined;
  readonly selected: SelectedShape | null;
  /** Legs by how they changed from one period to another, instead of legs. */
  readonly change?: readonly LegChange[] | undefined;
  /** What the reader drew. */
  readonly tools?: FeatureCollection<Geometry, Record<string, string | number | boolean>> | undefined;
}

/** Addresses of what the style loads besides its data, all on the page's own server. */
export interface MapAssets {
  /** Base map chunk name to address. */
  readonly basemap: Readonly<Record<string, string>>;
  /** Address of the tiles of the finer coast; without it the map keeps the base map's coast at every zoom. */
  readonly coast?: string;
  /** Address of the letters, with the name of the font and the range of code points to be filled in. */
  readonly glyphs: string;
}
