import { useState, type ReactNode } from 'react';
import type { RunComparison } from '../../shared/api.ts';
import { CLUSTER_METHODS } from '../../shared/vocabulary.ts';
import { useT, type Translate } from '../i18n/index.ts';
import { chance, number, positionWords } from '../words.ts';
import type { Open } from './parts.tsx';

const KINDS = ['appeared', 'vanished', 'moved'] as const;
type Kind = (typeof KINDS)[number];
type Changes<Item> = Readonly<Record<Kind, readonly Item[]>> & { readonly unchanged: number };
type RouteChange = RunComparison['routes']['moved'][number];
type CellChange = RunComparison['cells']['moved'][number];
type ClusterChange = RunComparison['clusters']['moved'][number];

/** Changes shown of each kind before the reader asks for all. */
const SHOWN = 8;

function Group<Item>(props: {
  kind: Kind;
  items: readonly Item[];
  children(item: Item, at: number): ReactNode;
}) {
  const t = useT();
  const [all, setAll] = useState(false);
  const { kind, items } = props;
  if (items.length === 0) return null;
  return (
    <div className={`change change-${kind}`}>
      <h5>
        {t(`runs.change.${kind}`)} <span className="dim">{number(items.length)}</span>
      </h5>
      <ul>{(all ? items : items.slice(0, SHOWN)).map(props.children)}</ul>
      {!all && items.length > SHOWN && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {t('runs.all', { count: items.length })}
        </button>
      )}
    </div>
  );
}

function Part<Item>(props: {
  part: 'routes' | 'cells' | 'clusters';
  changes: Changes<Item>;
  children(item: Item, at: number): ReactNode;
}) {
  const t = useT();
  const { changes } = props;
  return (
    <section>
      <h4>
        {t(`runs.part.${props.part}`)}{' '}
        <span className="dim">{t('runs.unchanged', { count: changes.unchanged })}</span>
      </h4>
      {KINDS.every((kind) => changes[kind].length === 0) && <p className="dim">{t('runs.nothing')}</p>}
      {KINDS.map((kind) => (
        <Group key={kind} kind={kind} items={changes[kind]}>
          {props.children}
        </Group>
      ))}
    </section>
  );
}

/** A line of a list: what changed, and how, in words. */
function Line({ title, opens, note }: { title: string; opens: (() => void) | null; note: string }) {
  return (
    <li>
      {opens ? (
        <button type="button" className="link" onClick={opens}>
          {title}
        </button>
      ) : (
        <span>{title}</span>
      )}
      <span className="dim">{note}</span>
    </li>
  );
}

const said = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join('; ');

const qOf = (t: Translate, q: number | null): string => (q === null ? t('runs.untested') : chance(t, q));

/** How a route's standing changed, in words; what stayed is not said. */
function routeNote(t: Translate, { old, new: now, level }: RouteChange): string {
  const where = level === 'port' ? t('runs.byPort') : t('runs.byTerritory');
  if (!old || !now) {
    const one = old ?? now;
    return said([one && t('runs.rankNow', { rank: number(one.rank), of: number(one.of) }), where]);
  }
  const moved = (a: number, b: number): { old: string; new: string } => ({ old: number(a), new: number(b) });
  const support = moved(old.effectiveSupport, now.effectiveSupport);
  return said([
    old.rank === now.rank ? null : t('runs.rankMoved', moved(old.rank, now.rank)),
    old.effectiveSupport === now.effectiveSupport ? null : t('runs.supportMoved', support),
    old.recurs === now.recurs ? null : now.recurs ? t('runs.nowRecurs') : t('runs.nowOnce'),
    old.q === now.q ? null : t('runs.qMoved', { old: qOf(t, old.q), new: qOf(t, now.q) }),
    old.shuffleQ === now.shuffleQ
      ? null
      : t('runs.shuffleMoved', { old: qOf(t, old.shuffleQ), new: qOf(t, now.shuffleQ) }),
    where,
  ]);
}

/** Routes that appeared, vanished or moved. */
export function RouteChanges({ changes, open }: { changes: Changes<RouteChange>; open: Open | null }) {
  const t = useT();
  return (
    <Part part="routes" changes={changes}>
      {(route) => (
        <Line
          key={route.id}
          title={route.places.map(({ name }) => name).join(' → ')}
          opens={open && route.new ? () => open({ kind: 'route', id: route.id }) : null}
          note={routeNote(t, route)}
        />
      )}
    </Part>
  );
}

/** Cells that became hot, are hot no longer, or are otherwise hot. */
export function CellChanges({ changes, open }: { changes: Changes<CellChange>; open: Open | null }) {
  const t = useT();
  const note = ({ old, new: now }: CellChange): string => {
    if (old && now) return t('runs.cellMoved', { old: number(old.z, 2), new: number(now.z, 2) });
    const one = now ?? old;
    return one ? t('runs.cellZ', { z: number(one.z, 2), q: chance(t, one.q) }) : '';
  };
  return (
    <Part part="cells" changes={changes}>
      {(one) => (
        <Line
          key={one.cell}
          title={positionWords(one.centre)}
          opens={open && one.new ? () => open({ kind: 'cell', id: one.cell }) : null}
          note={note(one)}
        />
      )}
    </Part>
  );
}

/** Clusters with other members or another p. */
export function ClusterChanges({ changes }: { changes: Changes<ClusterChange> }) {
  const t = useT();
  const method = (kind: string): string => {
    const known = CLUSTER_METHODS.find((one) => one === kind);
    return known ? t(`runs.method.${known}`) : kind;
  };
  const note = ({ kind, old, new: now, shared }: ClusterChange): string => {
    const tested = kind !== 'density';
    if (!old || !now) {
      const one = old ?? now;
      return said([
        one && t('runs.members', { count: one.members.length }),
        one && tested ? t('runs.clusterP', { p: chance(t, one.p) }) : null,
      ]);
    }
    const either = new Set([...old.members, ...now.members]).size;
    return said([
      shared === 1
        ? t('runs.membersSame', { count: now.members.length })
        : t('runs.membersMoved', {
            old: number(old.members.length),
            new: number(now.members.length),
            shared: number(Math.round(shared * either)),
          }),
      tested && old.p !== now.p
        ? t('runs.clusterMoved', { old: chance(t, old.p), new: chance(t, now.p) })
        : null,
    ]);
  };
  return (
    <Part part="clusters" changes={changes}>
      {(one, at) => <Line key={at} title={method(one.kind)} opens={null} note={note(one)} />}
    </Part>
  );
}
