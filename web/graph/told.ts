import type { Translate } from '../i18n/index.ts';
import type { Graph, GraphEdge, GraphNode } from './model.ts';

const countsOf = (t: Translate, { voyages, seizures }: Pick<GraphNode, 'voyages' | 'seizures'>): string =>
  [
    voyages > 0 ? t('map.tip.voyageLegs', { count: voyages }) : '',
    seizures > 0 ? t('map.tip.seizureLegs', { count: seizures }) : '',
  ]
    .filter((part) => part !== '')
    .join(', ');

/** A place in a sentence; without one, how to work the graph. */
export function nodeTold(t: Translate, id: string | null, { nodes, edges }: Graph): string {
  const node = nodes.find((one) => one.id === id);
  if (!node) return t('graph.how');
  return t('graph.node', {
    name: node.name,
    counts: countsOf(t, node),
    from: edges.filter(({ to }) => to === id).length,
    to: edges.filter(({ from }) => from === id).length,
  });
}

/** A leg in a sentence: its ends, its evidence, how sure it is. */
export function edgeTold(t: Translate, edge: GraphEdge, { nodes }: Graph): string {
  const name = (id: string): string => nodes.find((one) => one.id === id)?.name ?? id;
  const sure = edge.voyages > 0 ? edge.certainty : edge.seizureCertainty;
  return t('graph.edge', {
    leg: t('words.arrow', { from: name(edge.from), to: name(edge.to) }),
    counts: countsOf(t, edge),
    certainty: t(`certainty.${sure}`) + (edge.synthetic ? `, ${t('header.synthetic')}` : ''),
  });
}
