import { useHotkeys } from '@mantine/hooks';
import { useCallback, useEffect, useRef } from 'react';
import { stopDrawing } from './drawing.ts';
import { clearOnward, useChosenOnward } from './onward.ts';
import { MAP_ONLY } from './state-page.ts';
import type { PageView, Selection } from './state.ts';
import { usePut } from './use-view.ts';

/**
 * Opens things and closes them, moving the map and the focus along.
 *
 * @param fit  shows what is selected on the map; null until it has come, or when it has no place
 */
export function useOpening(
  view: PageView,
  change: (change: Partial<PageView>) => void,
  fit: (() => void) | null,
) {
  const opener = useRef<Element | null>(null);
  // Set by `open` only: a link or a click on the map opens a panel without moving the map.
  const fitting = useRef(false);
  const open = useCallback(
    (selection: Selection) => {
      if (!document.activeElement?.closest('.details')) opener.current = document.activeElement;
      fitting.current = true;
      change({ selection, tool: null });
    },
    [change],
  );
  const close = useCallback(() => {
    fitting.current = false;
    change({ selection: null });
    window.setTimeout(() => {
      if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
    });
  }, [change]);
  // A way that is kept on the map is shown whole.
  const kept = useChosenOnward();
  const latestFit = useRef(fit);
  useEffect(() => {
    latestFit.current = fit;
  });
  useEffect(() => {
    if (kept) latestFit.current?.();
  }, [kept]);
  // A saved view or a step back says where the map stands; what was opened before and comes late does not.
  const put = usePut();
  useEffect(() => {
    fitting.current = false;
  }, [put]);
  useEffect(() => {
    if (!fitting.current || fit === null) return;
    fitting.current = false;
    fit();
  }, [fit]);
  useHotkeys([
    [
      'Escape',
      () => {
        // What was opened last goes first.
        if (stopDrawing()) return;
        if (clearOnward()) return;
        if (view.page !== 'map') change(MAP_ONLY);
        else if (view.tool !== null) change({ tool: null });
        else if (view.selection !== null) close();
      },
    ],
  ]);
  const latest = useRef(fit);
  useEffect(() => {
    latest.current = fit;
  }, [fit]);
  // What is pointed at is on the map before it is chosen, so there is no change to wait for.
  const show = useCallback(() => {
    window.setTimeout(() => latest.current?.());
  }, []);
  return { open, close, show };
}
