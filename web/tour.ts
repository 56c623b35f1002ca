import { useSyncExternalStore } from 'react';
import { DEFAULT_VIEW, NO_FILTERS, type PageView, type Selection } from './state.ts';

/** The case that the tour follows: 772 kg of cocaine at sea off the British Virgin Islands, December 2025. */
export const TOUR_CASE = 'reported:S001';
const TOUR_ROUTE: Selection = { kind: 'route', id: 'territory:TT>KN>VG' };
const CASE: Selection = { kind: 'seizure', id: TOUR_CASE };

/** One stop of the tour: what the page is made to show, and what on it is outlined. */
export interface TourStep {
  readonly name: 'case' | 'way' | 'once' | 'recurs' | 'evidence' | 'share';
  /** Opened, with the map moved to it; null: nothing is. */
  readonly open: Selection | null;
  readonly target: string;
}

export const FIRST_STEP: TourStep = { name: 'case', open: CASE, target: '.details' };
/** The tour, in order. */
export const TOUR_STEPS: readonly TourStep[] = [
  FIRST_STEP,
  { name: 'way', open: CASE, target: 'main.stage' },
  { name: 'once', open: null, target: '#lists' },
  { name: 'recurs', open: TOUR_ROUTE, target: '.details' },
  { name: 'evidence', open: TOUR_ROUTE, target: '.evidence-list' },
  { name: 'share', open: TOUR_ROUTE, target: '.top-tools' },
];

/** What a step needs of the page whatever the reader did to it before: the map, its layers and no filter. */
export const TOUR_VIEW: Partial<PageView> = {
  ...NO_FILTERS,
  page: 'map',
  tool: null,
  list: 'routes',
  level: 'territory',
  layers: DEFAULT_VIEW.layers,
};

const REMEMBERED = 'leeward-tour';

function known(): boolean {
  try {
    return window.localStorage.getItem(REMEMBERED) !== null;
  } catch {
    // A browser that keeps nothing would offer the tour at every visit.
    return true;
  }
}

/** Offered; under way at a step, from 0; or neither. */
export type TourState = 'offered' | number | null;

// A link that somebody sent shows what they meant to show, and nothing over it.
let state: TourState = window.location.search === '' && !known() ? 'offered' : null;
const listeners = new Set<() => void>();

/** Goes to a step of the tour; null ends it, and it is not offered again in this browser. */
export function goTour(step: number | null): void {
  state = step;
  try {
    window.localStorage.setItem(REMEMBERED, 'known');
  } catch {
    // It is then offered no more until the page is loaded again.
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Where the tour stands, in a component. */
export const useTour = (): TourState => useSyncExternalStore(subscribe, () => state);
