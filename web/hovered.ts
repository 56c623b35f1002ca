import { useSyncExternalStore } from 'react';
import type { Selection } from './state.ts';

/**
 * What the pointer or the focus is on in a list, for the map to light up. Kept apart from the view: it changes
 * with every row passed, and nothing but the map need draw again.
 */
const listeners = new Set<() => void>();
let current: Selection | null = null;

/** Says which row the pointer is on; null: none. */
export function setHovered(selection: Selection | null): void {
  if (selection?.kind === current?.kind && selection?.id === current?.id) return;
  current = selection;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What the pointer is on in a list. */
export const useHovered = (): Selection | null => useSyncExternalStore(subscribe, () => current);
