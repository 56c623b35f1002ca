import '../graph/graph.css';
import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { NetworkReply } from '../../shared/api.ts';
import { filterOf, queries } from '../api.ts';
import { labelsOf } from '../graph/draw.ts';
import { GraphKey } from '../graph/key.tsx';
import { layoutOf, type Box } from '../graph/layout.ts';
import { around, markedBy, type Marked } from '../graph/marked.ts';
import { graphOf, strongest, type GraphEdge } from '../graph/model.ts';
import { Plot } from '../graph/plot.tsx';
import { edgeTold, nodeTold } from '../graph/told.ts';
import { setHovered } from '../hovered.ts';
import { useT } from '../i18n/index.ts';
import { hasRoutes, usePlaying } from '../playing.ts';
import { lastStretch } from '../vessel-way.ts';
import { number } from '../words.ts';
import { isFiltered } from './filters.tsx';
import { States, type ListProps } from './list-states.tsx';
import { useCountryName } from './names.ts';

/** How many places may be drawn at most; more are a ball of wool. */
const SIZES = ['15', '30', '60'] as const;
type Size = (typeof SIZES)[number];

/** The size of the room there is for the drawing, px. */
function useBox(ref: RefObject<HTMLElement | null>): Box {
  const [box, setBox] = useState<Box>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => setBox({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return box;
}

/** The whole graph at the level of the view. */
function useGraph({ view }: Pick<ListProps, 'view'>, network: NetworkReply) {
  const places = useQuery(queries.places('territory')).data;
  const nameOf = useCountryName();
  return useMemo(() => {
    const known = new Map(places?.items.map((place) => [place.id, place]));
    const all = graphOf(network, view.level, (code) => {
      const place = known.get(code);
      const centre = network.nodes.features.find(({ properties }) => properties.country === code);
      const position = place?.position ?? centre?.geometry.coordinates;
      return position ? { name: place?.name ?? nameOf(code), position } : null;
    });
    const countries = new Map(network.nodes.features.map(({ properties: p }) => [p.id, p.country]));
    return { all, territoryOf: (id: string) => countries.get(id) ?? null };
    // The names are new with each drawing and say the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [network, view.level, places]);
}

/** The places that a seizure or a vessel passes; of others the selection says it itself. */
function usePassed(selection: ListProps['view']['selection']) {
  const [id, kind] = [selection?.id ?? '', selection?.kind];
  const seizure = useQuery({ ...queries.seizure(id), enabled: kind === 'seizure' }).data;
  const vessel = useQuery({ ...queries.vessel(id), enabled: kind === 'vessel' }).data;
  if (kind === 'seizure') return seizure?.routePoints.flatMap(({ place }) => (place ? [place] : []));
  return kind === 'vessel' && vessel ? lastStretch(vessel.calls) : undefined;
}

function Drawing({ view, open, change, network }: ListProps & { network: NetworkReply }) {
  const t = useT();
  const ref = useRef<HTMLDivElement>(null);
  const box = useBox(ref);
  const [size, setSize] = useState<Size>('30');
  const [pointed, setPointed] = useState<{ node: string } | { edge: string } | null>(null);
  const [active, setActive] = useState('');
  const { all, territoryOf } = useGraph({ view }, network);
  const passed = usePassed(view.selection);
  const withRoutes = hasRoutes(usePlaying());
  const routes = useQuery({ ...queries.routes(filterOf(view), view.level), enabled: withRoutes }).data;
  const graph = useMemo(() => strongest(all, Number(size)), [all, size]);
  const layout = useMemo(() => layoutOf(graph, box), [graph, box]);
  const labels = useMemo(() => labelsOf(graph.nodes, layout, box), [graph, layout, box]);
  useEffect(() => () => setHovered(null), []);
  const edges = new Map(graph.edges.map((edge) => [edge.id, edge]));
  const chosen = markedBy(view.selection, graph, view.level, territoryOf, passed);
  const edge = pointed && 'edge' in pointed ? edges.get(pointed.edge) : undefined;
  const marked: Marked = edge
    ? { nodes: new Set([edge.from, edge.to]), edges: new Set([edge.id]) }
    : pointed && 'node' in pointed
      ? around(graph, pointed.node)
      : chosen;
  /** What a leg opens: itself; between territories the route of two stops, where it is one. */
  const selectionOf = ({ id, from, to }: GraphEdge) => {
    if (view.level === 'port') return { kind: 'edge', id } as const;
    const route = `territory:${from}>${to}`;
    return routes?.features.some((one) => one.id === route) ? ({ kind: 'route', id: route } as const) : null;
  };
  const point = (at: typeof pointed): void => {
    setPointed(at);
    const under = at && 'edge' in at ? edges.get(at.edge) : undefined;
    setHovered(under ? selectionOf(under) : null);
  };
  const told = edge
    ? edgeTold(t, edge, graph)
    : nodeTold(t, pointed && 'node' in pointed ? pointed.node : null, graph);
  const first = graph.nodes.some(({ id }) => id === active) ? active : (graph.nodes[0]?.id ?? '');
  return (
    <section className="graph" aria-label={t('tabs.graph')}>
      <div className="list-bar tool-fields">
        <SegmentedControl
          size="xs"
          aria-label={t('graph.size')}
          value={size}
          onChange={(next: Size) => setSize(next)}
          data={SIZES.map((value) => ({ value, label: t('graph.most', { value }) }))}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('filters.level')}
          value={view.level}
          onChange={(level) => change({ level })}
          data={(['territory', 'port'] as const).map((value) => ({
            value,
            label: t(`places.level.${value}`),
          }))}
        />
      </div>
      <p className="list-note">
        {t('graph.shown', {
          places: number(graph.nodes.length),
          ofPlaces: number(all.nodes.length),
          legs: number(graph.edges.length),
          ofLegs: number(all.edges.length),
        })}{' '}
        {isFiltered(view) && t('graph.filtered')}{' '}
        <button type="button" className="link" onClick={() => change({ list: 'places' })}>
          {t('graph.placesTable')}
        </button>
        {' · '}
        <button type="button" className="link" onClick={() => change({ list: 'legs' })}>
          {t('graph.legsTable')}
        </button>
      </p>
      <div className="graph-plot" ref={ref}>
        {box.width > 0 && (
          <Plot
            {...{ graph, layout, labels, box, marked }}
            selected={chosen.nodes.size > 0 && view.selection?.kind === 'port' ? view.selection.id : null}
            active={first}
            onActive={setActive}
            onPoint={point}
            openNode={(id) => open({ kind: 'port', id })}
            openEdge={(one) => {
              const selection = selectionOf(one);
              if (selection) open(selection);
            }}
            told={(id) => nodeTold(t, id, graph)}
          />
        )}
      </div>
      <p className="graph-told" aria-live="polite">
        {told}
      </p>
      <GraphKey graph={graph} />
    </section>
  );
}

/** The network as places and lines: who trades legs with whom, whatever the distance. Its twins are the tables. */
export function GraphList(props: ListProps) {
  const t = useT();
  const query = useQuery(queries.network(filterOf(props.view)));
  return (
    <States
      query={query}
      isEmpty={(data) => data.edges.features.length === 0}
      emptyText={t('graph.empty')}
      within={props.view}
      clear={props.clear}
    >
      {(network) => <Drawing {...props} network={network} />}
    </States>
  );
}
