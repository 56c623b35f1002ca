import { useSyncExternalStore } from 'react';

/** How fast the dates move. Routes are tested anew for each step, which takes seconds: only slow play has them. */
export const PACES = ['slow', 'normal', 'fast'] as const;
export type Pace = (typeof PACES)[number];

/** At what pace the dates are moving; null: they stand. Apart from the view: a link to a moving page stands. */
const listeners = new Set<() => void>();
let current: Pace | null = null;

/** Says that the dates move at this pace, or stand. */
export function setPlaying(pace: Pace | null): void {
  if (pace === current) return;
  current = pace;
  for (const listener of listeners) listener();
}
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The pace of the dates now; null: they stand. */
export const usePlaying = (): Pace | null => useSyncExternalStore(subscribe, () => current);

/** Whether routes are shown at this pace. */
export const hasRoutes = (pace: Pace | null): boolean => pace === null || pace === 'slow';
