import type { Commodity, Level } from '../shared/vocabulary.ts';

/** What is selected: one thing of one kind; its panel opens and the map marks it. */
export interface Selection {
  readonly kind: 'route' | 'edge' | 'port' | 'cell' | 'seizure';
  readonly id: string;
}

export const LAYERS = ['routes', 'legs', 'hotspots', 'seizures', 'ports'] as const;
export type LayerName = (typeof LAYERS)[number];

export const THEMES = ['dark', 'light'] as const;
export type ThemeName = (typeof THEMES)[number];

/** All that decides what is on the page; it lives in the address bar and nowhere else. */
export interface ViewState {
  readonly longitude: number;
  readonly latitude: number;
  readonly zoom: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly commodities: readonly Commodity[];
  readonly countries: readonly string[];
  /** Empty: all data sets. */
  readonly dataSets: readonly string[];
  readonly level: Level;
  readonly layers: readonly LayerName[];
  readonly selection: Selection | null;
  readonly theme: ThemeName;
}
