import { SegmentedControl, Tabs } from '@mantine/core';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useT } from '../i18n/index.ts';
import { groupOf, LIST_GROUPS, listsOf, type ListGroup } from '../list-groups.ts';
import { useNoteDrafts } from '../note-drafts.ts';
import { LISTS, NO_FILTERS, type ListName, type PageView } from '../state.ts';
import { Filters } from './filters.tsx';
import { CellList } from './list-cells.tsx';
import { ClusterList } from './list-clusters.tsx';
import { CompareTool } from './compare.tsx';
import { LegList } from './list-legs.tsx';
import { PlaceList } from './list-places.tsx';
import { RouteList } from './list-routes.tsx';
import { SeizureList } from './list-seizures.tsx';
import { Loading } from './answered.tsx';
import type { Open } from './parts.tsx';
import { Guard } from './notices.tsx';
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

/** The list that was last open of each group: going back to a group goes back to it. */
function useLastOf(list: ListName): (group: ListGroup) => ListName {
  const last = useRef<Partial<Record<ListGroup, ListName>>>({});
  useEffect(() => {
    last.current[groupOf(list)] = list;
  }, [list]);
  return (group) => last.current[group] ?? listsOf(group)[0];
}

/** The left panel: filters, and the lists and tools in three groups, one of them open. */
export function Side(props: {
  view: PageView;
  change(change: Partial<PageView>): void;
  open: Open;
  show(): void;
}) {
  const t = useT();
  const { view, change } = props;
  const List = PANELS[view.list];
  const group = groupOf(view.list);
  const lastOf = useLastOf(view.list);
  const begun = useNoteDrafts().size > 0;
  const mark = begun && (
    <span
      className="unsaved-dot"
      role="img"
      aria-label={t('notebook.unsaved')}
      title={t('notebook.unsaved')}
    />
  );
  return (
    <>
      <Filters view={view} change={change} />
      <SegmentedControl
        className="list-groups"
        size="xs"
        fullWidth
        aria-label={t('tabs.groups')}
        value={group}
        onChange={(chosen: ListGroup) => change({ list: lastOf(chosen) })}
        data={LIST_GROUPS.map((name) => ({
          value: name,
          label: (
            <>
              {t(`tabs.group.${name}`)}
              {name === groupOf('notes') && mark}
            </>
          ),
        }))}
      />
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
          {listsOf(group).map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`tabs.${name}`)}
              {name === 'notes' && mark}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel className="list" value={view.list} tabIndex={0}>
          <Guard key={view.list}>
            <Suspense fallback={<Loading rows={8} />}>
              <List
                view={view}
                open={props.open}
                clear={() => change(NO_FILTERS)}
                change={change}
                show={props.show}
              />
            </Suspense>
          </Guard>
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
