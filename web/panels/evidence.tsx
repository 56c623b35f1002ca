import type { Evidence } from '../../shared/api.ts';
import { useT } from '../i18n/index.ts';
import { goodsWords, massWords, spanWords } from '../words.ts';
import { useDataSetTitle } from './names.ts';
import { CertaintyChip, PlacePath, SourceLinks, SyntheticPill, type Open } from './parts.tsx';

/** The least sure of several steps; what a reader must know first. */
const weakest = (certainties: Evidence['certainties']): Evidence['certainties'][number] | undefined =>
  (['assumed', 'inferred', 'stated', 'observed'] as const).find((one) => certainties.includes(one));

function Item({ evidence, open }: { evidence: Evidence; open: Open }) {
  const t = useT();
  const dataSet = useDataSetTitle();
  const sure = weakest(evidence.certainties);
  const seizure = evidence.kind === 'seizure';
  return (
    <li className={seizure ? 'evidence evidence-seizure' : 'evidence'}>
      <div className="evidence-head">
        <span className="evidence-date">{spanWords(t, evidence.day, evidence.lastDay, 'short')}</span>
        <span className="evidence-kind">{seizure ? t('details.seizure') : t('details.voyage')}</span>
        {evidence.synthetic ? (
          <SyntheticPill />
        ) : (
          <span className="pill" title={t('details.dataSet')}>
            {dataSet(evidence.dataSet)}
          </span>
        )}
      </div>
      {seizure ? (
        <button
          type="button"
          className="link evidence-title"
          onClick={() => open({ kind: 'seizure', id: evidence.id })}
        >
          {evidence.title}
        </button>
      ) : (
        <span className="evidence-title">{evidence.title}</span>
      )}
      {seizure && (
        <span className="evidence-goods">
          {goodsWords(t, evidence.commodities)}
          {evidence.massKg !== null && ` · ${massWords(t, evidence.massKg)}`}
        </span>
      )}
      {evidence.places.length > 0 && (
        <div className="evidence-path">
          <PlacePath places={evidence.places} open={open} />
        </div>
      )}
      <div className="evidence-foot">
        {sure && <CertaintyChip certainty={sure} />}
        <span>{evidence.source}</span>
        <SourceLinks text={evidence.source} />
      </div>
    </li>
  );
}

/** Every event that a finding rests on: date, goods, mass, way, certainty and source. */
export function EvidenceList({ items, open }: { items: readonly Evidence[]; open: Open }) {
  const t = useT();
  const seizuresFirst = items.toSorted((a, b) => Number(a.kind === 'voyage') - Number(b.kind === 'voyage'));
  if (items.length === 0) return <p className="dim">{t('details.noEvidence')}</p>;
  return (
    <ol className="evidence-list">
      {seizuresFirst.map((evidence) => (
        <Item key={`${evidence.kind}-${evidence.id}`} evidence={evidence} open={open} />
      ))}
    </ol>
  );
}
