import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { AreaReply } from '../../shared/api.ts';
import { useT } from '../i18n/index.ts';
import { distanceWords, number } from '../words.ts';
import { EvidenceList } from './evidence.tsx';
import { RecursPill, Section, SyntheticPill, type Open } from './parts.tsx';

/** Rows shown of each list until more are asked for. */
const FIRST_ROWS = 8;

/** A list of the report: its first rows, how many there are, and the way to the rest. */
export function Rows<Row>(props: {
  title: string;
  rows: readonly Row[];
  total: number;
  none: string;
  note?: string;
  children(rows: readonly Row[]): ReactNode;
}) {
  const t = useT();
  const [all, setAll] = useState(false);
  const { rows, total } = props;
  const shown = all ? rows : rows.slice(0, FIRST_ROWS);
  return (
    <Section title={props.title} aside={<span className="dim">{number(total)}</span>}>
      {props.note !== undefined && <p className="dim section-note">{props.note}</p>}
      {total === 0 ? <p className="dim">{props.none}</p> : props.children(shown)}
      {shown.length < rows.length && (
        <Button variant="default" size="compact-sm" onClick={() => setAll(true)}>
          {t('area.more', { count: rows.length - shown.length })}
        </Button>
      )}
      {all && rows.length < total && (
        <p className="dim">{t('details.evidenceOf', { shown: number(rows.length), total: number(total) })}</p>
      )}
    </Section>
  );
}

/** What crosses an area: routes, legs, the voyages on them, and the port calls in it. */
export function Crossing({ report, open }: { report: AreaReply; open: Open }) {
  const t = useT();
  return (
    <>
      <Rows
        title={t('area.routes')}
        rows={report.routes}
        total={report.routes.length}
        none={t('area.noRoutes')}
      >
        {(rows) => (
          <ul className="plain-list">
            {rows.map((route) => (
              <li key={route.id}>
                <button type="button" className="link" onClick={() => open({ kind: 'route', id: route.id })}>
                  {route.places.map(({ name }) => name).join(' → ')}
                </button>
                <span className="pills">
                  <RecursPill recurs={route.recurs} />
                  {route.synthetic !== 'none' && (
                    <SyntheticPill
                      text={t(route.synthetic === 'all' ? 'words.synthetic' : 'words.partlySynthetic')}
                    />
                  )}
                </span>
                <span className="dim">
                  {t('details.seizures', { count: route.seizures })},{' '}
                  {t('details.voyages', { count: route.voyages })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Rows>
      <Rows
        title={t('area.legs')}
        rows={report.legs}
        total={report.legs.length}
        none={t('area.noLegs')}
        note={t('area.legsNote')}
      >
        {(rows) => (
          <ul className="plain-list">
            {rows.map((leg) => (
              <li key={leg.id}>
                <button type="button" className="link" onClick={() => open({ kind: 'edge', id: leg.id })}>
                  {t('words.arrow', { from: leg.fromName, to: leg.toName })}
                </button>
                <span className="dim">
                  {t(`area.ends.${leg.ends}`)}, {t('details.voyages', { count: leg.voyageLegs })},{' '}
                  {t('details.seizures', { count: leg.seizureLegs })}, {distanceWords(t, leg.distanceKm)}
                </span>
                {leg.synthetic && <SyntheticPill />}
              </li>
            ))}
          </ul>
        )}
      </Rows>
      <Rows
        title={t('area.voyages')}
        rows={report.voyages}
        total={report.voyagesTotal}
        none={t('area.noVoyages')}
        note={t('area.voyagesNote', { count: report.vessels })}
      >
        {(rows) => <EvidenceList items={rows} open={open} />}
      </Rows>
      <Rows
        title={t('area.calls')}
        rows={report.calls}
        total={report.calls.length}
        none={t('area.noCalls')}
        note={t('area.callsNote')}
      >
        {(rows) => (
          <ul className="plain-list">
            {rows.map(({ place, calls, vessels }) => (
              <li key={place.id}>
                <button type="button" className="link" onClick={() => open({ kind: 'port', id: place.id })}>
                  {place.name}
                </button>
                <span className="dim">
                  {t('area.callsOf', { count: calls })}, {t('details.vessels', { count: vessels })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Rows>
    </>
  );
}
