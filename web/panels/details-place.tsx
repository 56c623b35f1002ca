import type { CellDetail, EdgeProperties, PortDetail } from '../../shared/api.ts';
import { useT } from '../i18n/index.ts';
import {
  cellWords,
  distanceWords,
  massWords,
  number,
  percentWords,
  positionWords,
  probability,
} from '../words.ts';
import { WhereNext } from './details-onward.tsx';
import { Icon } from './icon.tsx';
import { placeIcon } from '../map/icons.ts';
import { EvidenceList } from './evidence.tsx';
import { HelpLink } from './help-link.tsx';
import type { Weight } from '../state-tools.ts';
import { rateWords } from '../words-spots.ts';
import { useCountryName } from './names.ts';
import { Course, TrafficPill } from './spot-parts.tsx';
import { Facts, Figures, Section, SourceLinks, SyntheticPill, type Open } from './parts.tsx';

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
        <Icon name={placeIcon(port.kind)} size={16} /> {t(`placeKind.${port.kind}`)}
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
          <WhereNext key={port.id} port={port} open={open} />
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
export function CellDetails({ cell, weight, open }: { cell: CellDetail; weight: Weight; open: Open }) {
  const t = useT();
  return (
    <>
      <h2>{positionWords(cell.centre)}</h2>
      <p className={cell.class === 'hot' ? 'verdict verdict-strong' : 'verdict'}>
        {cellWords(t, cell, weight)}
      </p>
      <p className="dim">{t('details.zp', { z: number(cell.z, 2), p: probability(t, cell.p) })}</p>
      <HelpLink section="gi" />
      <Facts
        rows={[
          [t('spots.tested'), t(`spots.by.${weight}`)],
          [
            t('spots.courseLabel'),
            <span key="course">
              <Course emerging={cell.emerging} />
              {cell.emerging !== null && <span className="under">{t(`spots.why.${cell.emerging}`)}</span>}
            </span>,
          ],
          [
            t('spots.rateLabel'),
            <span key="rate">
              {rateWords(t, cell.rate)} {cell.rate && <TrafficPill />}
            </span>,
          ],
          cell.calls === null ? null : [t('details.callsLabel'), number(cell.calls)],
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
