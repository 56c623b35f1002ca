import { Button } from '@mantine/core';
import { IconCheck, IconDownload } from '@tabler/icons-react';
import type { ExportJob } from '../../shared/briefing-schema.ts';
import { lettersNamed } from '../../shared/drawing/letters.ts';
import { exportFileOf } from '../api.ts';
import { useT } from '../i18n/index.ts';
import { formatView, DEFAULT_VIEW } from '../state.ts';
import type { Exporting } from '../use-export.ts';
import { bytesWords } from '../words-export.ts';
import { number } from '../words.ts';
import { CopyButton } from './copy-button.tsx';

/** The address that opens a figure by its code, whoever follows it. */
export const linkOf = (code: string): string =>
  `${window.location.origin}${window.location.pathname}${formatView({ ...DEFAULT_VIEW, page: 'figures', figure: code })}`;

function Done({ job }: { job: ExportJob }) {
  const t = useT();
  const isPicture = job.mediaType === 'image/png' || job.mediaType === 'image/svg+xml';
  return (
    <div className="export-done">
      {isPicture && <img src={exportFileOf(job.id)} alt={t('export.preview')} />}
      <div>
        <p className="export-said">
          <IconCheck size={16} aria-hidden="true" />
          {t('export.done', { file: job.file ?? '', size: bytesWords(t, job.bytes ?? 0) })}
        </p>
        {job.undrawn.length > 0 && (
          <p>
            {t('export.undrawn', {
              count: job.undrawn.length,
              value: number(job.undrawn.length),
              letters: lettersNamed(job.undrawn),
            })}
          </p>
        )}
        <p>
          {t('export.codeIs')} <code className="figure-code">{job.code}</code>
        </p>
        <div className="export-actions">
          <CopyButton text={job.code} label={t('export.copyCode')} />
          <CopyButton text={linkOf(job.code)} label={t('export.copyLink')} />
          <Button
            component="a"
            variant="default"
            size="compact-sm"
            href={exportFileOf(job.id)}
            download={job.file ?? ''}
            leftSection={<IconDownload size={14} />}
          >
            {t('export.download')}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** How an export comes along, and what it came to. */
export function ExportResult({ exporting }: { exporting: Exporting }) {
  const t = useT();
  const { job, busy, lost, forgotten } = exporting;
  return (
    <div role="status" className="export-result">
      {busy && (
        <div className="export-busy">
          <progress aria-label={t('export.make')} />
          <p>
            {lost ? t('export.lost') : job?.state === 'queued' ? t('export.queued') : t('export.working')}
          </p>
        </div>
      )}
      {forgotten && <p className="field-error">{t('export.forgotten')}</p>}
      {job?.state === 'failed' && (
        <p className="field-error">{t('export.failed', { why: job.note ?? '' })}</p>
      )}
      {job?.state === 'done' && <Done job={job} />}
    </div>
  );
}
