import type { Selection } from './state.ts';
import { makeStore } from './store.ts';

/**
 * What the pointer or the focus is on in a list, for the map to light up. Kept apart from the view: it changes
 * with every row passed, and nothing but the map need draw again.
 */
const hovered = makeStore<Selection | null>(null);

/** Says which row the pointer is on; null: none. */
export function setHovered(selection: Selection | null): void {
  const before = hovered.now();
  if (selection?.kind !== before?.kind || selection?.id !== before?.id) hovered.set(selection);
}

/** What the pointer is on in a list. */
export const useHovered = hovered.use;
