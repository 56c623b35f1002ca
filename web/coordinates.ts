import { useSyncExternalStore } from 'react';

/** How positions are written: degrees and minutes as on a chart; with seconds; or decimal degrees. */
export const COORDINATE_STYLES = ['minutes', 'dms', 'decimal'] as const;
export type CoordinateStyle = (typeof COORDINATE_STYLES)[number];

const REMEMBERED = 'leeward-coordinates';

function remembered(): CoordinateStyle {
  try {
    const text = window.localStorage.getItem(REMEMBERED);
    return COORDINATE_STYLES.find((one) => one === text) ?? 'minutes';
  } catch {
    return 'minutes';
  }
}

const listeners = new Set<() => void>();
let current = remembered();

/** How positions are written now, outside components. */
export const coordinateStyle = (): CoordinateStyle => current;

/** Chooses how positions are written, here and at the next visit. */
export function setCoordinateStyle(style: CoordinateStyle): void {
  current = style;
  try {
    window.localStorage.setItem(REMEMBERED, style);
  } catch {
    // A browser that keeps nothing starts with minutes again.
  }
  for (const listener of listeners) listener();
}

/** Told when the choice changes; returns how to stop. */
export const watchCoordinates = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** How positions are written; what shows any draws anew when it changes. */
export const useCoordinateStyle = (): CoordinateStyle =>
  useSyncExternalStore(watchCoordinates, coordinateStyle);
