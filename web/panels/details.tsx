import { ActionIcon } from '@mantine/core';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { IconArrowLeft, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { ApiError, filterOf, queries } from '../api.ts';
import { useT } from '../i18n/index.ts';
import type { Position } from '../../shared/geo.ts';
import { FIRST_EVIDENCE } from '../selected.ts';
import { NO_FILTERS, type PageView, type Selection } from '../state.ts';
import { changeView } from '../use-view.ts';
import { goodsWords, massWords, positionWords } from '../words.ts';
import { Answered, Empty } from './answered.tsx';
import { ClusterDetails } from './details-cluster.tsx';
import { CellDetails, PortDetails } from './details-place.tsx';
import { EdgeDetails, RouteDetails } from './details-route.tsx';
import { SeizureDetails } from './details-seizure.tsx';
import { VesselDetails } from './details-vessel.tsx';
import { isFiltered } from './filters.tsx';
import { NotesHere } from './notes-here.tsx';
import type { Open } from './parts.tsx';

const ALL_EVIDENCE = 5000;

interface DetailsProps {
  readonly view: PageView;
  readonly selection: Selection;
  readonly open: Open;
  readonly close: () => void;
  /** Where a pin on it stands; null: it has no place. */
  readonly anchor: Position | null;
}

/** The notes about what is selected. */
function Notes({
  selection: { kind, id },
  anchor,
  label,
}: Pick<DetailsProps, 'selection' | 'anchor'> & { label: string }) {
  if (kind === 'vessel') return null;
  const position: [number, number] | null = anchor && [anchor[0], anchor[1]];
  return <NotesHere pinned={{ kind, id, label: label.slice(0, 300), position }} />;
}

function Loaded<Data>(props: {
  query: UseQueryResult<Data>;
  /** The view whose filters may leave it out; null: they do not apply. */
  within: PageView | null;
  close(): void;
  children(data: Data): ReactNode;
}) {
  const t = useT();
  const { query, within, close, children } = props;
  if (!(query.error instanceof ApiError && query.error.status === 404)) {
    return (
      <Answered query={query} rows={7}>
        {children}
      </Answered>
    );
  }
  return within && isFiltered(within) ? (
    <Empty
      text={t('details.gone')}
      action={{ label: t('filters.clear'), act: () => changeView(NO_FILTERS) }}
    />
  ) : (
    <Empty text={t('details.unknown')} action={{ label: t('details.clearSelection'), act: close }} />
  );
}

function Route({ view, selection, open, close, anchor }: DetailsProps) {
  const [limit, setLimit] = useState(FIRST_EVIDENCE);
  const query = useQuery(queries.route(selection.id, filterOf(view), limit));
  return (
    <Loaded query={query} within={view} close={close}>
      {(route) => (
        <>
          <RouteDetails
            route={route}
            filtered={isFiltered(view)}
            open={open}
            more={() => setLimit(ALL_EVIDENCE)}
          />
          <Notes {...{ selection, anchor }} label={route.places.map(({ name }) => name).join(' → ')} />
        </>
      )}
    </Loaded>
  );
}

function Edge({ view, selection, open, close, anchor }: DetailsProps) {
  const t = useT();
  const [limit, setLimit] = useState(FIRST_EVIDENCE);
  const query = useQuery(queries.edge(selection.id, filterOf(view), limit));
  return (
    <Loaded query={query} within={view} close={close}>
      {(edge) => (
        <>
          <EdgeDetails edge={edge} open={open} more={() => setLimit(ALL_EVIDENCE)} />
          <Notes
            {...{ selection, anchor }}
            label={t('words.arrow', { from: edge.fromName, to: edge.toName })}
          />
        </>
      )}
    </Loaded>
  );
}

function Port({ view, selection, open, close, anchor }: DetailsProps) {
  const query = useQuery(queries.port(selection.id, filterOf(view)));
  return (
    <Loaded query={query} within={view} close={close}>
      {(port) => (
        <>
          <PortDetails port={port} open={open} />
          <Notes {...{ selection, anchor }} label={port.name} />
        </>
      )}
    </Loaded>
  );
}

function Cell({ view, selection, open, close, anchor }: DetailsProps) {
  const t = useT();
  const query = useQuery(queries.cell(selection.id, filterOf(view), view.weight));
  return (
    <Loaded query={query} within={view} close={close}>
      {(cell) => (
        <>
          <CellDetails cell={cell} weight={view.weight} open={open} />
          <Notes
            {...{ selection, anchor }}
            label={t('notebook.cellLabel', { position: positionWords(cell.centre) })}
          />
        </>
      )}
    </Loaded>
  );
}

function Cluster({ view, selection, open, close, anchor }: DetailsProps) {
  const t = useT();
  const query = useQuery(queries.cluster(selection.id));
  return (
    <Loaded query={query} within={null} close={close}>
      {(cluster) => (
        <>
          <ClusterDetails cluster={cluster} view={view} open={open} />
          <Notes
            {...{ selection, anchor }}
            label={t('notebook.clusterLabel', { position: positionWords(cluster.centre) })}
          />
        </>
      )}
    </Loaded>
  );
}

function Seizure({ selection, open, close, anchor }: DetailsProps) {
  const t = useT();
  const query = useQuery(queries.seizure(selection.id));
  return (
    <Loaded query={query} within={null} close={close}>
      {(seizure) => {
        const mass = seizure.massKg === null ? '' : `, ${massWords(t, seizure.massKg)}`;
        const label = `${goodsWords(t, seizure.commodities)}${mass}, ${seizure.placeText}`;
        return (
          <>
            <SeizureDetails seizure={seizure} open={open} />
            <Notes {...{ selection, anchor }} label={label} />
          </>
        );
      }}
    </Loaded>
  );
}

function Vessel({ selection, open, close }: DetailsProps) {
  const query = useQuery(queries.vessel(selection.id));
  return (
    <Loaded query={query} within={null} close={close}>
      {(vessel) => <VesselDetails vessel={vessel} open={open} />}
    </Loaded>
  );
}

const PANELS = {
  route: Route,
  edge: Edge,
  port: Port,
  cell: Cell,
  cluster: Cluster,
  seizure: Seizure,
  vessel: Vessel,
};

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
        <span className="details-kind">
          {t(`details.${kind}`)}
          {props.view.area !== null && (
            <button type="button" className="link" onClick={() => changeView({ tool: 'area' })}>
              {t('area.backToReport')}
            </button>
          )}
        </span>
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
