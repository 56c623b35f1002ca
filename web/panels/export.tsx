import './export.css';
import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { WithheldReply } from '../../shared/briefing-schema.ts';
import type { Bounds, BriefingKind, BriefingSpec } from '../../shared/briefing.ts';
import { AREAS, choicesOf, kindsFor, leftOut, selectionOf } from '../export-request.ts';
import { useT } from '../i18n/index.ts';
import { MAP_ONLY } from '../state-page.ts';
import type { PageView } from '../state.ts';
import { useExportDialog } from '../use-export-dialog.ts';
import { filterWords } from '../words-filter.ts';
import { number } from '../words.ts';
import { AudienceField, Consent } from './export-audience.tsx';
import { KindField, LookFields } from './export-fields.tsx';
import { ExportResult } from './export-result.tsx';
import { AreaField, TitleField } from './export-title.tsx';
import { useRouteName } from './names.ts';

interface ContentsProps {
  readonly spec: BriefingSpec;
  /** Whether the layers of the map decide what goes in. */
  readonly layered: boolean;
  readonly without: ReturnType<typeof leftOut>;
  readonly preview: WithheldReply | undefined;
  readonly error: Error | null;
  retry(): void;
}

/** Filters, level and layers of the page, as they go in. */
function Contents({ spec, layered, without, preview, error, retry }: ContentsProps) {
  const t = useT();
  const routeName = useRouteName();
  const totals = spec.kind === 'totals';
  const layers = spec.layers.map((layer) => t(`layers.${layer}`)).join(', ') || t('export.noLayers');
  const said = (): string => {
    if (error) return t('export.uncounted', { why: error.message || t('problem.unreachable') });
    if (!preview) return t('export.counting');
    const counted = { count: preview.events, value: number(preview.events) };
    if (totals) return preview.events === 0 ? t('export.totalsNoCases') : t('export.totalsCases', counted);
    return preview.events === 0 ? t('export.noEvents') : t('export.events', counted);
  };
  return (
    <div className="export-contents">
      <h3>{t('export.contents')}</h3>
      <p>
        {totals
          ? t('export.totalsAll')
          : [filterWords(t, spec.filter), t(`export.level.${spec.level}`)].join(' · ')}
        {layered && ` · ${layers}`}
      </p>
      {spec.kind === 'dossier' && spec.selection?.kind === 'route' && (
        <p className="strong">{routeName(spec.selection.id)}</p>
      )}
      {without.map((one) => (
        <p key={one}>{t(`export.leftOut.${one}`)}</p>
      ))}
      <p className={error ? 'field-error' : 'strong'} aria-live="polite">
        {said()}{' '}
        {error && (
          <button type="button" className="link" onClick={retry}>
            {t('problem.retry')}
          </button>
        )}
      </p>
    </div>
  );
}

interface Props {
  readonly view: PageView;
  /** Bounds of the map on the page; null: there is none of its own. */
  readonly shown: Bounds | null;
  /** What is chosen at first; left out: what suits the list beside the map. */
  readonly kind?: BriefingKind;
  readonly change: (change: Partial<PageView>) => void;
  readonly close: () => void;
}

/** The dialog that makes figures, pages, slides and data of what the page shows. */
export function Export({ view, shown, kind, change, close }: Props) {
  const t = useT();
  const first = kind ?? (view.list === 'operations' ? 'totals' : 'figure');
  const box = useRef<HTMLDialogElement>(null);
  const { form, set, problemAt, exporting, preview, ...state } = useExportDialog(view, shown, first);
  useEffect(() => {
    const before = document.activeElement;
    box.current?.showModal();
    box.current?.querySelector<HTMLElement>('input:checked')?.focus();
    // The dialog is gone by then, and cannot give the focus back itself.
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const choices = choicesOf(form);
  const areas = AREAS.filter((area) =>
    area === 'view' ? shown !== null : area === 'region' || selectionOf(view) !== null,
  );
  const fields = { form, set };
  const totalsOnly = form.kind === 'totals';
  const general = problemAt(null);
  return (
    // Keys of the page stay out; Escape is the dialog's own.
    <dialog
      ref={box}
      className="export"
      aria-labelledby="export-title"
      onCancel={close}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <form
        className="export-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const dialog = event.currentTarget;
          if (state.submit()) return;
          window.setTimeout(() => dialog.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
        }}
      >
        <header className="export-head">
          <div>
            <h2 id="export-title">{t('export.title')}</h2>
            <p>
              {t('export.lead')}{' '}
              <button
                type="button"
                className="link"
                onClick={() => {
                  close();
                  change({ ...MAP_ONLY, page: 'figures' });
                }}
              >
                {t('export.before')}
              </button>
            </p>
          </div>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={t('export.close')}
            title={t('export.close')}
            onClick={close}
          >
            <IconX size={19} />
          </ActionIcon>
        </header>
        <div className="export-body" tabIndex={-1}>
          <KindField {...fields} possible={kindsFor(view)} problem={problemAt('kind')} />
          <div className="export-fields">
            <LookFields {...fields} />
            {choices.area && <AreaField {...fields} areas={areas} />}
            {choices.title && (
              <div className="export-titles">
                <TitleField {...fields} field="title" problem={problemAt('title')} />
                <TitleField {...fields} field="subtitle" problem={problemAt('subtitle')} />
              </div>
            )}
            <AudienceField {...fields} problem={problemAt('vesselNames')} />
            <Contents
              spec={state.spec}
              layered={choices.layers}
              without={totalsOnly ? [] : leftOut(view)}
              preview={preview}
              error={state.previewError}
              retry={state.retry}
            />
            {preview && state.hidden && (
              <Consent
                withheld={preview}
                audience={form.audience}
                given={state.given}
                give={state.give}
                problem={problemAt('consent')}
              />
            )}
          </div>
        </div>
        <footer className="export-foot">
          <ExportResult exporting={exporting} />
          {general !== null && (
            <p className="field-error" role="alert">
              {general}
            </p>
          )}
          {/* Not switched off while it works: the focus would be lost. */}
          <Button
            type="submit"
            variant="filled"
            size="sm"
            aria-disabled={exporting.busy}
            data-disabled={exporting.busy}
          >
            {t('export.make')}
          </Button>
        </footer>
      </form>
    </dialog>
  );
}
