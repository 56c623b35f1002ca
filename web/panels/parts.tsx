import { IconExternalLink } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PlaceRef } from '../../shared/api.ts';
import type { Certainty } from '../../shared/vocabulary.ts';
import { useT } from '../i18n/index.ts';
import type { Selection } from '../state.ts';
import { linksIn } from '../words.ts';

/** Opens a thing: selects it and shows it on the map. */
export type Open = (selection: Selection) => void;

/** A part of a panel under its own heading. */
export function Section({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="section">
      <header className="section-head">
        <h3>{title}</h3>
        {aside}
      </header>
      {children}
    </section>
  );
}

/** Labelled facts, one a row. */
export function Facts({ rows }: { rows: readonly (readonly [label: string, value: ReactNode] | null)[] }) {
  return (
    <dl className="facts">
      {rows
        .filter((row) => row !== null)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** Large figures side by side. */
export function Figures({ items }: { items: readonly (readonly [label: string, value: string])[] }) {
  return (
    <dl className="figures">
      {items.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const DASHES: Record<Certainty, string | undefined> = {
  observed: undefined,
  stated: undefined,
  inferred: '5 3',
  assumed: '1 3.5',
};

/** How sure a step is: the word, and the line as the map draws it. */
export function CertaintyChip({ certainty }: { certainty: Certainty }) {
  const t = useT();
  return (
    <span className="pill pill-certainty" title={t(`certainty.${certainty}Why`)}>
      <svg width="20" height="6" aria-hidden="true">
        <line
          x1="1"
          x2="19"
          y1="3"
          y2="3"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap={certainty === 'assumed' ? 'round' : 'butt'}
          strokeDasharray={DASHES[certainty]}
        />
      </svg>
      {t(`certainty.${certainty}`)}
    </span>
  );
}

/** Synthetic data says so wherever it is shown. */
export function SyntheticPill({ text }: { text?: string }) {
  const t = useT();
  return <span className="pill pill-synthetic">{text ?? t('words.synthetic')}</span>;
}

/** "Recurs" or "Seen once": two different findings, never a shade of one. */
export function RecursPill({ recurs }: { recurs: boolean }) {
  const t = useT();
  return (
    <span className={recurs ? 'pill pill-recurs' : 'pill pill-once'}>
      {recurs ? t('words.recurs') : t('words.once')}
    </span>
  );
}

/** A place that opens its own panel. */
export function PlaceLink({ place, open }: { place: PlaceRef; open: Open }) {
  return (
    <button type="button" className="link" onClick={() => open({ kind: 'port', id: place.id })}>
      {place.name}
    </button>
  );
}

/** Places in order, each opening its panel, arrows between. */
export function PlacePath({ places, open }: { places: readonly PlaceRef[]; open: Open }) {
  return (
    <span className="path">
      {places.map((place, at) => (
        <span key={`${place.id}-${at}`}>
          {at > 0 && <span className="arrow">{'→'}</span>}
          <PlaceLink place={place} open={open} />
        </span>
      ))}
    </span>
  );
}

/** The web addresses in a source's text; they open apart and learn nothing about this page. */
export function SourceLinks({ text }: { text: string }) {
  const t = useT();
  return linksIn(text).map((address) => (
    <a key={address} className="source-link" href={address} target="_blank" rel="noopener noreferrer">
      <IconExternalLink size={14} aria-hidden="true" />
      {t('details.openSource')} <span className="host">{address.replace(/^https?:\/\/(www\.)?/, '')}</span>
      <span className="visually-hidden">{t('details.newTab')}</span>
    </a>
  ));
}
