import { useSyncExternalStore } from 'react';

/** Something that was done and can be taken back: which words of the notebook say it, and how. */
export interface UndoOffer {
  readonly text: 'noteDeleted' | 'viewDeleted';
  readonly undo: () => Promise<unknown>;
}

const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
let current: UndoOffer | null = null;

function set(next: UndoOffer | null): void {
  current = next;
  for (const listener of listeners) listener();
}

/** Says what was done over the map, with a button that takes it back; the one before it goes. */
export const offerUndo = (text: UndoOffer['text'], undo: UndoOffer['undo']): void => set({ text, undo });

/** Puts the offer away. */
export const dropOffer = (): void => set(null);

/** What can be taken back now; null: nothing is offered. */
export const useUndoOffer = (): UndoOffer | null => useSyncExternalStore(subscribe, () => current);
