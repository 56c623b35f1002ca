import { useSyncExternalStore } from 'react';
import { formatView, parseView, type AddressProblem, type PageView } from './state.ts';

/**
 * The address bar as the store of the view. Moves of the map replace the entry, so that Back does not walk
 * through each of them; selections and filters push one, so that Back undoes them.
 */
const listeners = new Set<() => void>();
let current = parseView(window.location.search).view;
let problems: readonly AddressProblem[] = parseView(window.location.search).problems;

const tell = (): void => {
  for (const listener of listeners) listener();
};

window.addEventListener('popstate', () => {
  const read = parseView(window.location.search);
  current = read.view;
  problems = read.problems;
  tell();
});

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const QUIET: readonly (keyof PageView)[] = ['longitude', 'latitude', 'zoom', 'theme', 'list', 'language'];

/** The view that the address holds now, outside components. */
export const currentView = (): PageView => current;

/** Changes the view and the address with it. */
export function changeView(change: Partial<PageView>): void {
  const next: PageView = { ...current, ...change };
  const before = formatView(current);
  const after = formatView(next);
  current = next;
  if (before === after) return;
  const quiet = Object.keys(change).every((key) => QUIET.some((name) => name === key));
  const address = `${window.location.pathname}${after}${window.location.hash}`;
  if (quiet) window.history.replaceState(null, '', address);
  else window.history.pushState(null, '', address);
  tell();
}

/** Drops the notice about the address; the address is written anew without the parts that could not be read. */
export function dismissProblems(): void {
  problems = [];
  window.history.replaceState(null, '', `${window.location.pathname}${formatView(current)}`);
  tell();
}

/** The view that the address holds, and how to change it. */
export function useView(): {
  view: PageView;
  problems: readonly AddressProblem[];
  change: typeof changeView;
} {
  const view = useSyncExternalStore(subscribe, () => current);
  const found = useSyncExternalStore(subscribe, () => problems);
  return { view, problems: found, change: changeView };
}
