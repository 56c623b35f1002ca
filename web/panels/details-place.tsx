import { useState } from 'react';
import type { CellDetail, EdgeProperties, PlaceRef, PortDetail } from '../../shared/api.ts';
import { locale, useT } from '../i18n/index.ts';
import { cellWords, distanceWords, massWords, number, positionWords, probability } from '../words.ts';
import { EvidenceList } from './evidence.tsx';
import { useCountryName } from './names.ts';
import { Facts, Figures, PlaceLink, Section, SourceLinks, SyntheticPill, type Open } from './parts.tsx';

function LegsHere({ edges, open }: { edges: readonly EdgeProperties[]; open: Open }) {
  const t = useT();
  if (edges.length === 0) return <p className="dim">{t('details.noLegsHere')}</p>;
  const sorted = edges.toSorted((a, b) => b.seizureLegs - a.seizureLegs || b.voyageLegs - a.voyageLegs);
  return (
    <ul className="plain-list">
      {sorted.map((edge) => (
        <li key={edge.id}>
          <button type="button" className="link" onClick={() => open({ kind: 'edge', id: edge.id })}>
            {t('words.arrow', { from: edge.fromName, to: edge.toName })}
          </button>
          <span className="dim">
            {t('details.seizures', { count: edge.seizureLegs })},{' '}
            {t('details.voyages', { count: edge.voyageLegs })}, {distanceWords(t, edge.distanceKm)}
          </span>
        </li>
      ))}
    </ul>
  );
}

type Onward = PortDetail['onward'][number];
interface WayHere {
  readonly cameFrom: readonly PlaceRef[];
  readonly next: Onward[];
}

/** What happened after each way here, in the order the server gives: wherever from, then each that differs. */
function waysHere(onward: readonly Onward[]): WayHere[] {
  const ways = new Map<string, WayHere>();
  for (const row of onward) {
    const key = row.cameFrom.map(({ id }) => id).join('>');
    const way = ways.get(key) ?? { cameFrom: row.cameFrom, next: [] };
    way.next.push(row);
    ways.set(key, way);
  }
  return [...ways.values()];
}

/** A share in whole percent; below one, to a tenth, so that what happened never reads as nothing. */
function percentWords(share: number): string {
  const digits = share < 0.01 ? 1 : 0;
  return new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: digits }).format(share);
}

/** Ways here shown before the reader asks for more. */
const WAYS_SHOWN = 8;

function WhereNext({ onward, open }: { onward: readonly Onward[]; open: Open }) {
  const t = useT();
  const [all, setAll] = useState(false);
  const ways = waysHere(onward);
  const shown = all ? ways : ways.slice(0, WAYS_SHOWN);
  return (
    <>
      <ul className="plain-list">
        {shown.map(({ cameFrom, next }) => {
          const names = cameFrom.map(({ name }) => name);
          const count = next.reduce((sum, row) => sum + row.count, 0);
          return (
            <li key={cameFrom.map(({ id }) => id).join('>')}>
              <span>
                {names.length === 0
                  ? t('details.onwardAny')
                  : t('details.onwardAfter', {
                      places: names.reduce((from, to) => t('details.onwardThen', { from, to })),
                    })}{' '}
                <span className="dim">{t('details.onwardOf', { count })}</span>
              </span>
              <span>
                {next.map(({ to, probability: share }, at) => (
                  <span key={to.id}>
                    {at > 0 && ', '}
                    {t('details.onwardTo', { percent: percentWords(share) })}{' '}
                    <PlaceLink place={to} open={open} />
                  </span>
                ))}
              </span>
            </li>
          );
        })}
      </ul>
      {ways.length > shown.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {t('details.onwardMore', { count: ways.length - shown.length })}
        </button>
      )}
      {ways.length > 1 && <p className="dim">{t('details.onwardNote')}</p>}
    </>
  );
}

/** How the place lies in the network, in words. */
function useMeasureRows(measures: PortDetail['measures']): [string, string][] {
  const t = useT();
  if (measures === null) return [];
  const { strengthIn, strengthOut, betweenness, rankByBetweenness, pageRank, places } = measures;
  return [
    [t('details.inOut'), t('details.inOutValue', { into: number(strengthIn), out: number(strengthOut) })],
    [
      t('details.between'),
      betweenness === 0
        ? t('details.betweenNone')
        : t('details.betweenValue', {
            percent: percentWords(betweenness),
            rank: number(rankByBetweenness),
            places: number(places),
          }),
    ],
    [t('details.visited'), t('details.visitedValue', { percent: percentWords(pageRank) })],
  ];
}

/** A port or an area of the gazetteer: who calls, what was seized, which legs pass. */
export function PortDetails({ port, open }: { port: PortDetail; open: Open }) {
  const t = useT();
  const country = useCountryName();
  const measureRows = useMeasureRows(port.measures);
  return (
    <>
      <h2>{port.name}</h2>
      <p className="dim">
        {t(`placeKind.${port.kind}`)}
        {port.country !== null && port.kind !== 'country' ? `, ${country(port.country)}` : ''}
      </p>
      <Figures
        items={[
          [t('details.callsLabel'), number(port.calls)],
          [t('details.vesselsLabel'), number(port.vessels)],
          [t('details.seizuresLabel'), number(port.seizures.length)],
          [t('details.legsLabel'), number(port.edges.length)],
        ]}
      />
      <Facts
        rows={[
          [t('details.position'), positionWords(port.position)],
          [t('details.radius'), t('unit.radius', { km: number(port.radiusKm, 1) })],
          port.locode === null ? null : [t('details.locode'), port.locode],
          port.aliases.length === 0 ? null : [t('details.aliases'), port.aliases.join(', ')],
          ...measureRows,
          [
            t('details.sourceOf'),
            <span key="source">
              {port.source} <SourceLinks text={port.source} />
            </span>,
          ],
        ]}
      />
      {port.onward.length > 0 && (
        <Section
          title={t('details.onward')}
          aside={
            port.onwardSynthetic !== 'none' && (
              <SyntheticPill
                text={t(port.onwardSynthetic === 'all' ? 'words.synthetic' : 'words.partlySynthetic')}
              />
            )
          }
        >
          <WhereNext key={port.id} onward={port.onward} open={open} />
        </Section>
      )}
      <Section title={t('details.seizuresHere')}>
        {port.seizures.length === 0 ? (
          <p className="dim">{t('details.noSeizuresHere')}</p>
        ) : (
          <EvidenceList items={port.seizures} open={open} />
        )}
      </Section>
      <Section title={t('details.legsHere')}>
        <LegsHere edges={port.edges} open={open} />
      </Section>
    </>
  );
}

/** A cell of the hot spot grid: what is in it, and how unusual that is. */
export function CellDetails({ cell, open }: { cell: CellDetail; open: Open }) {
  const t = useT();
  return (
    <>
      <h2>{positionWords(cell.centre)}</h2>
      <p className={cell.class === 'hot' ? 'verdict verdict-strong' : 'verdict'}>{cellWords(t, cell)}</p>
      <p className="dim">{t('details.zp', { z: number(cell.z, 2), p: probability(t, cell.p) })}</p>
      <Facts
        rows={[
          [t('details.count'), number(cell.count, 1)],
          [t('details.mass'), massWords(t, cell.kg)],
        ]}
      />
      <p className="dim">{t('details.massNote')}</p>
      <Section title={t('details.inside')}>
        <EvidenceList items={cell.evidence} open={open} />
      </Section>
    </>
  );
}
