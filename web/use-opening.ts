import { useHotkeys } from '@mantine/hooks';
import { useCallback, useEffect, useRef } from 'react';
import type { PageView, Selection } from './state.ts';

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
      change({ selection });
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
  useEffect(() => {
    if (!fitting.current || fit === null) return;
    fitting.current = false;
    fit();
  }, [fit]);
  useHotkeys([['Escape', () => view.selection !== null && close()]]);
  return { open, close };
}
