import './operations.css';
import { Button } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { OperationsReply, PublishedTotalReply } from '../../shared/api-operations.ts';
import { queries } from '../api.ts';
import { inLanguage } from '../../shared/languages.ts';
import { useLanguage, useT, type Translate } from '../i18n/index.ts';
import { chance, number } from '../words.ts';
import { HelpLink } from './help-link.tsx';
import { States, type ListProps } from './list-states.tsx';
import { SourceLinks } from './parts.tsx';

const Export = lazy(() => import('./export.tsx').then(({ Export }) => ({ default: Export })));

type Operation = OperationsReply['items'][number];

/** Kilograms to a tenth; what is counted is whole. */
const amount = (value: number): string => number(value, 1);

const publishedWords = (t: Translate, { qualifier, published }: PublishedTotalReply): string =>
  t(`operations.${qualifier}`, { value: amount(published) });

/** What is missing of the published number, or what is loaded beyond it. */
function gapWords(t: Translate, { gap, qualifier }: PublishedTotalReply): string {
  if (gap === null) return t('operations.gapUnknown');
  if (gap === 0) return t('operations.gapNone');
  if (gap < 0) return t('operations.gapOver', { value: amount(-gap) });
  // Of "over 500" more than the difference is missing.
  return t('operations.gapShort', { value: t(`operations.${qualifier}`, { value: amount(gap) }) });
}

/** How many of the loaded cases say anything of it. */
function statingWords(t: Translate, { stating, item }: PublishedTotalReply, cases: number): string | null {
  if (stating === null) return t('operations.notTold');
  if (cases === 0 || item === 'instances' || item === 'headline') return null;
  if (stating === 0) return t('operations.statedByNone');
  return t('operations.statedBy', { count: stating, value: number(stating), of: number(cases) });
}

function TotalRow({ total, cases }: { total: PublishedTotalReply; cases: number }) {
  const t = useT();
  const stating = statingWords(t, total, cases);
  return (
    <tr>
      <th scope="row">
        <span className="row-title">{t(`operations.item.${total.item}`)}</span>
        {stating !== null && <span className="row-sub">{stating}</span>}
      </th>
      <td className="numeric">{publishedWords(t, total)}</td>
      <td className="numeric">
        {total.loaded === null ? <span className="dim">{t('words.notStated')}</span> : amount(total.loaded)}
      </td>
      <td className="numeric">
        <span className={total.gap === null ? 'dim' : undefined}>{gapWords(t, total)}</span>
      </td>
    </tr>
  );
}

/** The two counts of one release that differ; null: it has not both. */
function twoCounts(t: Translate, totals: readonly PublishedTotalReply[]): string | null {
  const instances = totals.find(({ item }) => item === 'instances');
  const headline = totals.find(({ item }) => item === 'headline');
  if (!instances || !headline) return null;
  return t('operations.twoCounts', {
    instances: publishedWords(t, instances),
    headline: publishedWords(t, headline),
  });
}

function Remarks({ totals }: { totals: readonly PublishedTotalReply[] }) {
  const t = useT();
  const language = useLanguage();
  const counts = twoCounts(t, totals);
  return (
    <ul className="run-notes">
      {counts !== null && <li>{counts}</li>}
      {totals.map(
        ({ item, ratio, published, before, beforeOperation }) =>
          ratio !== null &&
          before !== null && (
            <li key={`${item}-ratio`}>
              {t('operations.ratio', {
                item: t(`operations.item.${item}`),
                now: amount(published),
                before: amount(before),
                operation: beforeOperation ?? '',
                ratio: number(ratio.ratio, 1),
                low: number(ratio.low, 2),
                high: number(ratio.high, 1),
                p: chance(t, ratio.p),
              })}{' '}
              <HelpLink section="ratio" />
            </li>
          ),
      )}
      {totals.map(({ item, notes }) => {
        const note = inLanguage(notes, language);
        // What the headline's note says is said above, of both counts at once.
        if (note.words === '' || (item === 'headline' && counts !== null)) return null;
        return (
          <li key={item}>
            {t(`operations.item.${item}`)}:{' '}
            <span lang={note.language === language ? undefined : note.language}>{note.words}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** Where the numbers were published, each place once. */
function Sources({ totals }: { totals: readonly PublishedTotalReply[] }) {
  const byUrl = new Map(totals.map(({ source }) => [source.url, source]));
  return [...byUrl.values()].map(({ title, publisher, date, url }) => (
    <div key={url}>
      <p className="dim">
        <span lang="en">{title}</span>. {[publisher, date].filter((part) => part !== '').join(', ')}
      </p>
      <SourceLinks text={url} />
    </div>
  ));
}

function OperationTotals({ operation, cases, totals }: Operation) {
  const t = useT();
  return (
    <section className="tool-answer" aria-label={operation}>
      <h2 className="tool-title">{operation}</h2>
      <p>{t('operations.cases', { count: cases, value: number(cases) })}</p>
      <table className="rows rows-still totals">
        <caption className="visually-hidden">{t('operations.caption', { operation })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('operations.counted')}</th>
            {(['published', 'loaded', 'gap'] as const).map((name) => (
              <th key={name} scope="col" className="numeric">
                {t(`operations.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {totals.map((total) => (
            <TotalRow key={total.item} total={total} cases={cases} />
          ))}
        </tbody>
      </table>
      <Remarks totals={totals} />
      <Sources totals={totals} />
    </section>
  );
}

/** What was published of whole operations beside the cases that are loaded of them, the gap in the open. */
export function OperationsTool({ view, change, clear }: ListProps) {
  const t = useT();
  const [exporting, setExporting] = useState(false);
  const query = useQuery(queries.operations());
  return (
    <section className="tool-body" aria-label={t('operations.title')}>
      <p className="list-note">
        <strong>{t('operations.title')}.</strong> {t('operations.note')}
      </p>
      <States
        query={query}
        isEmpty={({ items }) => items.length === 0}
        emptyText={t('operations.none')}
        emptyWhy={() => t('operations.noneWhy')}
        within={null}
        clear={clear}
      >
        {({ items }) => (
          <>
            <Button
              variant="default"
              size="compact-sm"
              className="totals-export"
              aria-haspopup="dialog"
              leftSection={<IconFileExport size={14} />}
              onClick={() => setExporting(true)}
            >
              {t('operations.export')}
            </Button>
            {items.map((item) => (
              <OperationTotals key={item.operation} {...item} />
            ))}
          </>
        )}
      </States>
      {exporting && (
        <Suspense fallback={null}>
          <Export view={view} shown={null} kind="totals" change={change} close={() => setExporting(false)} />
        </Suspense>
      )}
    </section>
  );
}
