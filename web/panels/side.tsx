import { Tabs } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { Facets } from '../../shared/api.ts';
import { useT } from '../i18n/index.ts';
import { LISTS, NO_FILTERS, type PageView } from '../state.ts';
import { Filters } from './filters.tsx';
import { CellList } from './list-cells.tsx';
import { ClusterList } from './list-clusters.tsx';
import { CompareTool } from './compare.tsx';
import { LegList } from './list-legs.tsx';
import { PlaceList } from './list-places.tsx';
import { RouteList } from './list-routes.tsx';
import { SeizureList } from './list-seizures.tsx';
import { Loading, type Open } from './parts.tsx';
import { Notebook } from './notebook.tsx';
import { OperationsTool } from './operations.tsx';
import { WaysTool } from './ways.tsx';
import './tools.css';

const GraphList = lazy(() => import('./list-graph.tsx').then(({ GraphList }) => ({ default: GraphList })));

const PANELS = {
  routes: RouteList,
  cells: CellList,
  clusters: ClusterList,
  seizures: SeizureList,
  legs: LegList,
  places: PlaceList,
  graph: GraphList,
  ways: WaysTool,
  compare: CompareTool,
  operations: OperationsTool,
  notes: Notebook,
};

/** The left panel: filters, and one list for each layer of the map. */
export function Side(props: {
  view: PageView;
  facets: Facets | undefined;
  change(change: Partial<PageView>): void;
  open: Open;
  show(): void;
}) {
  const t = useT();
  const { view, change } = props;
  const List = PANELS[view.list];
  return (
    <>
      <Filters view={view} facets={props.facets} change={change} />
      <Tabs
        className="lists"
        value={view.list}
        keepMounted={false}
        onChange={(name) => {
          const list = LISTS.find((one) => one === name);
          if (list) change({ list });
        }}
      >
        <Tabs.List grow aria-label={t('tabs.label')}>
          {LISTS.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`tabs.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel className="list" value={view.list} tabIndex={0}>
          <Suspense fallback={<Loading rows={8} />}>
            <List
              view={view}
              open={props.open}
              clear={() => change(NO_FILTERS)}
              change={change}
              show={props.show}
            />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
