import { ActionIcon } from '@mantine/core';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { IconArrowLeft, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { ApiError, filterOf, queries } from '../api.ts';
import { useT } from '../i18n/index.ts';
import { FIRST_EVIDENCE } from '../selected.ts';
import type { PageView, Selection } from '../state.ts';
import { ClusterDetails } from './details-cluster.tsx';
import { CellDetails, PortDetails } from './details-place.tsx';
import { EdgeDetails, RouteDetails } from './details-route.tsx';
import { SeizureDetails } from './details-seizure.tsx';
import { isFiltered } from './filters.tsx';
import { Empty, Failed, Loading, type Open } from './parts.tsx';

const ALL_EVIDENCE = 5000;

interface DetailsProps {
  readonly view: PageView;
  readonly selection: Selection;
  readonly open: Open;
  readonly close: () => void;
}

function Loaded<Data>(props: {
  query: UseQueryResult<Data>;
  close(): void;
  children(data: Data): ReactNode;
}) {
  const t = useT();
  const { data, error } = props.query;
  if (error instanceof ApiError && error.status === 404) {
    return (
      <Empty text={t('details.gone')} action={{ label: t('details.clearSelection'), act: props.close }} />
    );
  }
  if (error) return <Failed error={error} retry={() => void props.query.refetch()} />;
  return data === undefined ? <Loading rows={7} /> : props.children(data);
}

function Route({ view, selection, open, close }: DetailsProps) {
  const [limit, setLimit] = useState(FIRST_EVIDENCE);
  const query = useQuery(queries.route(selection.id, filterOf(view), limit));
  return (
    <Loaded query={query} close={close}>
      {(route) => (
        <RouteDetails
          route={route}
          filtered={isFiltered(view)}
          open={open}
          more={() => setLimit(ALL_EVIDENCE)}
        />
      )}
    </Loaded>
  );
}

function Edge({ view, selection, open, close }: DetailsProps) {
  const [limit, setLimit] = useState(FIRST_EVIDENCE);
  const query = useQuery(queries.edge(selection.id, filterOf(view), limit));
  return (
    <Loaded query={query} close={close}>
      {(edge) => <EdgeDetails edge={edge} open={open} more={() => setLimit(ALL_EVIDENCE)} />}
    </Loaded>
  );
}

function Port({ view, selection, open, close }: DetailsProps) {
  const query = useQuery(queries.port(selection.id, filterOf(view)));
  return (
    <Loaded query={query} close={close}>
      {(port) => <PortDetails port={port} open={open} />}
    </Loaded>
  );
}

function Cell({ view, selection, open, close }: DetailsProps) {
  const query = useQuery(queries.cell(selection.id, filterOf(view), view.weight));
  return (
    <Loaded query={query} close={close}>
      {(cell) => <CellDetails cell={cell} weight={view.weight} open={open} />}
    </Loaded>
  );
}

function Cluster({ view, selection, open, close }: DetailsProps) {
  const query = useQuery(queries.cluster(selection.id));
  return (
    <Loaded query={query} close={close}>
      {(cluster) => <ClusterDetails cluster={cluster} view={view} open={open} />}
    </Loaded>
  );
}

function Seizure({ selection, open, close }: DetailsProps) {
  const query = useQuery(queries.seizure(selection.id));
  return (
    <Loaded query={query} close={close}>
      {(seizure) => <SeizureDetails seizure={seizure} open={open} />}
    </Loaded>
  );
}

const PANELS = { route: Route, edge: Edge, port: Port, cell: Cell, cluster: Cluster, seizure: Seizure };

/** The panel of the selected thing. Escape closes it; the focus goes to its top when it changes. */
export function Details(props: DetailsProps) {
  const t = useT();
  const head = useRef<HTMLDivElement>(null);
  const { kind, id } = props.selection;
  const Panel = PANELS[kind];
  useEffect(() => {
    head.current?.focus({ preventScroll: true });
  }, [kind, id]);
  return (
    <aside className="details" aria-label={t('panel.label')}>
      <div className="details-head" ref={head} tabIndex={-1}>
        <ActionIcon
          className="only-narrow"
          variant="subtle"
          color="gray"
          aria-label={t('panel.back')}
          onClick={props.close}
        >
          <IconArrowLeft size={18} />
        </ActionIcon>
        <span className="details-kind">{t(`details.${kind}`)}</span>
        <ActionIcon
          className="only-wide"
          variant="subtle"
          color="gray"
          aria-label={t('panel.close')}
          title={t('panel.close')}
          onClick={props.close}
        >
          <IconX size={18} />
        </ActionIcon>
      </div>
      <div
        className="details-body"
        key={`${kind}:${id}`}
        tabIndex={0}
        role="region"
        aria-label={t(`details.${kind}`)}
      >
        <Panel {...props} />
      </div>
    </aside>
  );
}
