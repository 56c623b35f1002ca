import { useEffect, useRef, type KeyboardEvent } from 'react';
import { DASHES, seizureWidth, strokeOf, voyageWidth } from '../../shared/drawing/scales.ts';
import type { Certainty } from '../../shared/vocabulary.ts';
import { useT } from '../i18n/index.ts';
import { drawLeg, type Label } from './draw.ts';
import type { Box, Layout } from './layout.ts';
import type { Marked } from './marked.ts';
import type { Graph, GraphEdge } from './model.ts';
import { neighbour } from './walk.ts';

interface PlotProps {
  readonly graph: Graph;
  readonly layout: Layout;
  readonly labels: ReadonlyMap<string, Label>;
  readonly box: Box;
  /** What is selected, and what the pointer or the focus is on. */
  readonly marked: Marked;
  readonly selected: string | null;
  readonly active: string;
  readonly onActive: (id: string) => void;
  readonly onPoint: (at: { node: string } | { edge: string } | null) => void;
  readonly openNode: (id: string) => void;
  readonly openEdge: (edge: GraphEdge) => void;
  readonly told: (id: string) => string;
}

/** The dash pattern of a line, as on the map. */
function dashes(certainty: Certainty, width: number): string | undefined {
  const pattern = DASHES[strokeOf(certainty)];
  return pattern?.map((part) => (part * Math.max(1.2, width)).toFixed(1)).join(' ');
}

/** One kind of evidence of a leg: a bent line, and its arrowhead. */
function Line(props: {
  kind: 'voyage' | 'seizure';
  leg: ReturnType<typeof drawLeg>;
  width: number;
  certainty: Certainty;
}) {
  const { kind, leg, width, certainty } = props;
  return (
    <g className={`graph-line graph-${kind}`}>
      <path
        d={leg.path}
        strokeWidth={width}
        strokeDasharray={dashes(certainty, width)}
        strokeLinecap={strokeOf(certainty) === 'dotted' ? 'round' : 'butt'}
      />
      <polygon points={leg.head} />
    </g>
  );
}

/** All legs, the strongest on top; what is not marked steps back while something is. */
function Legs({ graph, layout, marked, onPoint, openEdge }: PlotProps) {
  const most = (key: 'voyages' | 'seizures') => Math.max(1, ...graph.edges.map((edge) => edge[key]));
  const [voyages, seizures] = [most('voyages'), most('seizures')];
  const some = marked.nodes.size > 0;
  return graph.edges.toReversed().map((edge) => {
    const [from, to] = [layout.get(edge.from), layout.get(edge.to)];
    if (!from || !to) return null;
    const wide = edge.voyages > 0 ? voyageWidth(edge.voyages, voyages) : 0;
    const taken = edge.seizures > 0 ? seizureWidth(edge.seizures, seizures) : 0;
    const beside = wide > 0 && taken > 0 ? wide / 2 + taken / 2 + 2.5 : 0;
    const leg = drawLeg(from, to, Math.max(wide, taken));
    const on = marked.edges.has(edge.id);
    return (
      <g
        key={edge.id}
        className={`graph-leg${on ? ' graph-on' : some ? ' graph-off' : ''}`}
        onPointerEnter={() => onPoint({ edge: edge.id })}
        onPointerLeave={() => onPoint(null)}
        onClick={() => openEdge(edge)}
      >
        <path className="graph-touch" d={leg.path} />
        {wide > 0 && (
          <Line kind="voyage" width={wide} certainty={edge.certainty} leg={drawLeg(from, to, wide)} />
        )}
        {taken > 0 && (
          <Line
            kind="seizure"
            width={taken}
            certainty={edge.seizureCertainty}
            leg={drawLeg(from, to, taken, beside)}
          />
        )}
      </g>
    );
  });
}

/** The places: one of them is in the order of the Tab key, arrow keys lead to the others. */
function Nodes({ graph, layout, labels, marked, selected, ...props }: PlotProps) {
  const some = marked.nodes.size > 0;
  return graph.nodes.map(({ id, name }) => {
    const at = layout.get(id);
    if (!at) return null;
    const on = marked.nodes.has(id);
    const label = labels.get(id) ?? (on ? { x: at.x, y: at.y - at.radius - 5, anchor: 'middle' } : null);
    const classes = [
      'graph-node',
      on && 'graph-on',
      some && !on && 'graph-off',
      id === selected && 'graph-chosen',
    ];
    return (
      <g
        key={id}
        className={classes.filter(Boolean).join(' ')}
        data-node={id}
        role="button"
        tabIndex={id === props.active ? 0 : -1}
        aria-label={props.told(id)}
        aria-pressed={id === selected}
        onFocus={() => {
          props.onActive(id);
          props.onPoint({ node: id });
        }}
        onBlur={() => props.onPoint(null)}
        onPointerEnter={() => props.onPoint({ node: id })}
        onPointerLeave={() => props.onPoint(null)}
        onClick={() => props.openNode(id)}
      >
        <circle className="graph-ring" cx={at.x} cy={at.y} r={at.radius + 4} />
        <circle className="graph-dot" cx={at.x} cy={at.y} r={at.radius} />
        {label && (
          <text x={label.x} y={label.y} textAnchor={label.anchor} aria-hidden="true">
            {name}
          </text>
        )}
      </g>
    );
  });
}

/** The graph as a drawing that can be walked with the keyboard. */
export function Plot(props: PlotProps) {
  const t = useT();
  const svg = useRef<SVGSVGElement>(null);
  const { graph, layout, box, active } = props;
  // Another place is in the order of the Tab key: the focus goes to it only when it is here already.
  useEffect(() => {
    if (!svg.current?.contains(document.activeElement)) return;
    svg.current.querySelector<SVGGElement>(`[data-node="${CSS.escape(active)}"]`)?.focus();
  }, [active]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const ranked = graph.nodes.map(({ id }) => id);
    const at = ranked.indexOf(active);
    const byRank: Record<string, string | undefined> = {
      Home: ranked[0],
      End: ranked.at(-1),
      PageDown: ranked[Math.min(ranked.length - 1, at + 1)],
      PageUp: ranked[Math.max(0, at - 1)],
    };
    const next = byRank[event.key] ?? neighbour(layout, active, event.key);
    const opens = event.key === 'Enter' || event.key === ' ';
    if (opens) props.openNode(active);
    else if (next !== null) props.onActive(next);
    if (opens || next !== null || event.key.startsWith('Arrow')) event.preventDefault();
  };
  return (
    <svg
      ref={svg}
      className="graph-svg"
      width={box.width}
      height={box.height}
      role="group"
      aria-label={t('graph.label')}
      onKeyDown={onKeyDown}
    >
      <Legs {...props} />
      <Nodes {...props} />
    </svg>
  );
}
