import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconDownload, IconMap } from '@tabler/icons-react';
import { useState } from 'react';
import type { BriefingDetail } from '../../shared/briefing-schema.ts';
import { DATA_TABLES, type DataTable } from '../../shared/briefing.ts';
import { LANGUAGE_NAMES } from '../../shared/languages.ts';
import { actions, ApiError, queries } from '../api.ts';
import { useT } from '../i18n/index.ts';
import { MAP_ONLY } from '../state-page.ts';
import type { PageView } from '../state.ts';
import { useExport } from '../use-export.ts';
import { filterWords } from '../words-filter.ts';
import { dayWords, instantWords } from '../words.ts';
import { CopyButton } from './copy-button.tsx';
import { ExportResult, linkOf } from './export-result.tsx';
import { Changes } from './figure-changes.tsx';
import { Empty, Failed, Loading } from './answered.tsx';
import { useRouteName } from './names.ts';
import { Facts, Section, SyntheticPill } from './parts.tsx';
import { Tlp } from './tlp.tsx';

/** Hexadecimal digits of a mark that are shown, as on the figure itself. */
const SHOWN_DIGITS = 12;

function About({ detail }: { detail: BriefingDetail }) {
  const t = useT();
  const { spec, runId, latestRunId, runStartedAt, dataHash, cutOff, synthetic } = detail;
  const run = t('figures.runOf', { id: runId, date: instantWords(runStartedAt) });
  const since =
    runId === latestRunId ? t('figures.runLatest') : t('figures.runSince', { latest: String(latestRunId) });
  return (
    <Facts
      rows={[
        [t('figures.kind'), t(`export.kind.${spec.kind}`)],
        [t('figures.run'), `${run} (${since})`],
        [t('figures.data'), <code key="data">{dataHash.slice(0, SHOWN_DIGITS)}</code>],
        [t('figures.cutOff'), cutOff === null ? t('figures.noCutOff') : dayWords(cutOff)],
        [t('figures.evidence'), t(`figures.synthetic.${synthetic}`)],
        [t('figures.filter'), `${filterWords(t, spec.filter)} · ${t(`export.level.${spec.level}`)}`],
        [
          t('figures.layers'),
          spec.layers.map((layer) => t(`layers.${layer}`)).join(', ') || t('export.noLayers'),
        ],
        [t('export.audience'), <Tlp key="for" marking={spec.audience} />],
        [t('figures.language'), LANGUAGE_NAMES[spec.language]],
      ]}
    />
  );
}

/** Makes the same again, in any format of its kind. */
function Again({ detail }: { detail: BriefingDetail }) {
  const t = useT();
  const exporting = useExport();
  const [table, setTable] = useState<DataTable>('routes');
  const { refused } = exporting;
  return (
    <Section title={t('figures.again')}>
      <div className="export-actions">
        {detail.formats.map((format) => (
          <Button
            key={format}
            size="compact-md"
            variant="default"
            leftSection={<IconDownload size={15} />}
            aria-label={t('figures.as', { format: format.toUpperCase() })}
            aria-disabled={exporting.busy}
            data-disabled={exporting.busy}
            onClick={() =>
              exporting.busy ||
              exporting.begin(() =>
                actions.remakeBriefing(detail.code, format, format === 'csv' ? table : undefined),
              )
            }
          >
            {format.toUpperCase()}
          </Button>
        ))}
        {detail.formats.includes('csv') && (
          <label className="select-field">
            {t('export.table')}
            <select
              value={table}
              onChange={(event) =>
                setTable(DATA_TABLES.find((one) => one === event.currentTarget.value) ?? table)
              }
            >
              {DATA_TABLES.map((one) => (
                <option key={one} value={one}>
                  {t(`export.tables.${one}`)}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <ExportResult exporting={exporting} />
      {refused && (
        <p className="field-error" role="alert">
          {refused instanceof ApiError && refused.status === 0
            ? t('export.refused.gone')
            : t('export.refused.other', { why: refused.message })}
        </p>
      )}
    </Section>
  );
}

/** One figure or document: what it rests on, what has changed since, and the same again. */
export function FigureDetail({ code, change }: { code: string; change(change: Partial<PageView>): void }) {
  const t = useT();
  const routeName = useRouteName();
  const { data: detail, error, refetch } = useQuery(queries.briefing(code));
  if (error instanceof ApiError && error.status === 404)
    return <Empty text={t('figures.unknown', { code })} />;
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (!detail) return <Loading rows={6} />;
  const { spec, marking, synthetic } = detail;
  const { from, to, commodities, countries, dataSets } = spec.filter;
  return (
    <article className="exported-one" aria-label={code}>
      <header>
        <h3>{spec.title ?? t(`figures.noTitle.${spec.kind}`)}</h3>
        {spec.selection?.kind === 'route' && <p>{routeName(spec.selection.id)}</p>}
        {spec.subtitle !== null && <p className="dim">{spec.subtitle}</p>}
        <p className="export-actions">
          <code className="figure-code">{code}</code>
          <Tlp marking={marking} />
          {synthetic !== 'none' && (
            <SyntheticPill text={t(synthetic === 'all' ? 'words.synthetic' : 'words.partlySynthetic')} />
          )}
        </p>
        <div className="export-actions">
          <CopyButton text={code} label={t('export.copyCode')} />
          <CopyButton text={linkOf(code)} label={t('export.copyLink')} />
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconMap size={14} />}
            onClick={() =>
              change({
                ...MAP_ONLY,
                ...{ from, to, commodities, countries, dataSets },
                ...{ level: spec.level, layers: spec.layers, selection: spec.selection },
              })
            }
          >
            {t('figures.show')}
          </Button>
        </div>
      </header>
      <Changes detail={detail} />
      <Again detail={detail} />
      <About detail={detail} />
    </article>
  );
}
