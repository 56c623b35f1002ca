import { makeStore } from '../store.ts';

/** How many parts of the page wait for what they shall show. */
const waiting = makeStore(0);

/** Counts one part that waits, as an effect does; returns how to take it off again. */
export function countWaiting(): () => void {
  waiting.set(waiting.now() + 1);
  return () => waiting.set(waiting.now() - 1);
}

/** Whether any part of the page waits. */
export const useWaiting = (): boolean => waiting.use() > 0;
