import { useSyncExternalStore } from 'react';

/** A value of the page that is no part of the view: whoever shows it is told when it changes. */
export interface Store<T> {
  /** As it is at this moment, whatever was drawn last. */
  now(): T;
  set(value: T): void;
  /** The same in a component. */
  use(): T;
}

export function makeStore<T>(first: T): Store<T> {
  const listeners = new Set<() => void>();
  let current = first;
  const now = (): T => current;
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    now,
    set: (value) => {
      if (Object.is(value, current)) return;
      current = value;
      for (const listener of listeners) listener();
    },
    use: () => useSyncExternalStore(subscribe, now),
  };
}
