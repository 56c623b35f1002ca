import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { filterOf, queries } from '../api.ts';
import { hasRoutes, setPlaying, usePlaying, type Pace } from '../playing.ts';
import type { PageView } from '../state.ts';
import { changeView } from '../use-view.ts';
import { stepDays, type Span } from './play-steps.ts';

/** From one step to the next at least, ms. */
const PACE_MS: Readonly<Record<Pace, number>> = { slow: 2400, normal: 1000, fast: 450 };

/** Brings what the map shows of a view into the cache. */
function useFetchAhead() {
  const client = useQueryClient();
  return useCallback(
    (view: PageView, routes: boolean): void => {
      const filter = filterOf(view);
      void client.prefetchQuery(queries.network(filter));
      void client.prefetchQuery(queries.seizures(filter));
      void client.prefetchQuery(queries.hotspots(filter, view.weight));
      if (routes) void client.prefetchQuery(queries.routes(filter, view.level));
    },
    [client],
  );
}

/**
 * Moves the dates of the whole page on, a month a step. A step waits until all of it is there, and the one after
 * it is fetched meanwhile: no layer ever shows other days than the rest.
 */
export function usePlay(view: PageView, span: Span) {
  const pace = usePlaying();
  const fetchAhead = useFetchAhead();
  const fetching = useIsFetching() > 0;
  const stepped = useRef(0);
  const { from, to, timeMode } = view;
  const step = useCallback(
    (months: number, quiet = false): boolean => {
      const next = stepDays({ from, to }, span, timeMode, months);
      if (next) changeView(next, quiet ? 'replace' : undefined);
      return next !== null;
    },
    [from, to, span, timeMode],
  );
  useEffect(() => {
    if (pace === null || fetching) return;
    const next = stepDays({ from, to }, span, timeMode, 1);
    if (!next) {
      setPlaying(null);
      return;
    }
    fetchAhead({ ...view, ...next }, hasRoutes(pace));
    const wait = Math.max(0, PACE_MS[pace] - (performance.now() - stepped.current));
    const timer = window.setTimeout(() => {
      stepped.current = performance.now();
      step(1, true);
    }, wait);
    return () => window.clearTimeout(timer);
    // The rest of the view does not move the dates.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [pace, fetching, from, to, span, timeMode, step, fetchAhead]);
  useEffect(() => () => setPlaying(null), []);
  const start = (next: Pace): void => {
    // From the end it starts anew.
    if (!stepDays({ from, to }, span, timeMode, 1)) changeView({ from: null, to: null });
    stepped.current = performance.now();
    setPlaying(next);
  };
  return { pace, step, start, stop: () => setPlaying(null) };
}
