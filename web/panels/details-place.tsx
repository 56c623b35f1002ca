import type { CellDetail, EdgeProperties, PortDetail } from '../../shared/api.ts';
import { useT } from '../i18n/index.ts';
import { cellWords, distanceWords, massWords, number, positionWords, probability } from '../words.ts';
import { EvidenceList } from './evidence.tsx';
import { useCountryName } from './names.ts';
import { Facts, Figures, Section, SourceLinks, type Open } from './parts.tsx';

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

/** A port or an area of the gazetteer: who calls, what was seized, which legs pass. */
export function PortDetails({ port, open }: { port: PortDetail; open: Open }) {
  const t = useT();
  const country = useCountryName();
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
          [
            t('details.sourceOf'),
            <span key="source">
              {port.source} <SourceLinks text={port.source} />
            </span>,
          ],
        ]}
      />
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
