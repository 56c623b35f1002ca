import { useSyncExternalStore } from 'react';

/** How many parts of the page wait for what they shall show. */
const listeners = new Set<() => void>();
let waiting = 0;

function add(step: 1 | -1): void {
  waiting += step;
  for (const listener of listeners) listener();
}

/** Counts one part that waits, as an effect does; returns how to take it off again. */
export function countWaiting(): () => void {
  add(1);
  return () => add(-1);
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether any part of the page waits. */
export const useWaiting = (): boolean => useSyncExternalStore(subscribe, () => waiting > 0);
