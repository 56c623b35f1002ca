import { Tabs } from '@mantine/core';
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
import type { Open } from './parts.tsx';
import { WaysTool } from './ways.tsx';
import './tools.css';

const PANELS = {
  routes: RouteList,
  cells: CellList,
  clusters: ClusterList,
  seizures: SeizureList,
  legs: LegList,
  places: PlaceList,
  ways: WaysTool,
  compare: CompareTool,
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
          <List
            view={view}
            open={props.open}
            clear={() => change(NO_FILTERS)}
            change={change}
            show={props.show}
          />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
