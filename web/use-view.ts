import { useSyncExternalStore } from 'react';
import { formatView, parseView, type AddressProblem, type PageView } from './state.ts';
import { makeStore } from './store.ts';

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

/**
 * Undo and redo walk the browser's own history, so that Back, Undo and the address never disagree. Each entry keeps
 * its number, so that Undo stops at the first entry of this page.
 */
const numberOf = (state: unknown): number =>
  typeof state === 'object' && state !== null && 'at' in state && typeof state.at === 'number' ? state.at : 0;
let at = numberOf(window.history.state);
let newest = at;

/** Takes the last change of the view back, if there is one of this page. */
export const undo = (): void => {
  if (at > 0) window.history.back();
};
/** Makes the change again that was taken back. */
export const redo = (): void => {
  if (at < newest) window.history.forward();
};

/**
 * Another each time the map is to stand where the view says: after Back, undo and redo, a saved view, a note's place.
 * That may be where the view stood already, while the map is on its way elsewhere.
 */
const put = makeStore(0);
export const usePut = put.use;

/** What the map says of itself when it rests: the place and nothing else. */
const PLACE: readonly (keyof PageView)[] = ['longitude', 'latitude', 'zoom'];
const among = (change: Partial<PageView>, names: readonly (keyof PageView)[]): boolean =>
  Object.keys(change).every((key) => names.some((name) => name === key));

window.addEventListener('popstate', (event) => {
  at = numberOf(event.state);
  const read = parseView(window.location.search);
  current = read.view;
  problems = read.problems;
  put.set(put.now() + 1);
  tell();
});

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const QUIET: readonly (keyof PageView)[] = [...PLACE, 'theme', 'list', 'language', 'tool'];

/** The view that the address holds now, outside components. */
export const currentView = (): PageView => current;

/**
 * Changes the view and the address with it.
 *
 * @param how  `replace`: no step of its own for Back, as of many that follow each other by themselves
 */
export function changeView(change: Partial<PageView>, how?: 'replace'): void {
  const next: PageView = { ...current, ...change };
  const before = formatView(current);
  const after = formatView(next);
  current = next;
  if ('longitude' in change && !among(change, PLACE)) put.set(put.now() + 1);
  if (before === after) return;
  const quiet = how === 'replace' || among(change, QUIET);
  const address = `${window.location.pathname}${after}${window.location.hash}`;
  if (!quiet) newest = ++at;
  if (quiet) window.history.replaceState({ at }, '', address);
  else window.history.pushState({ at }, '', address);
  tell();
}

/** Drops the notice about the address; the address is written anew without the parts that could not be read. */
export function dismissProblems(): void {
  problems = [];
  window.history.replaceState({ at }, '', `${window.location.pathname}${formatView(current)}`);
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

const steps = (): string => `${at > 0} ${at < newest}`;

/** Whether there is a change to take back, and one to make again. */
export function useSteps(): { canUndo: boolean; canRedo: boolean } {
  const [canUndo, canRedo] = useSyncExternalStore(subscribe, steps).split(' ');
  return { canUndo: canUndo === 'true', canRedo: canRedo === 'true' };
}
