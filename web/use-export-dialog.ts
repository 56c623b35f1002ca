import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Bounds, BriefingKind, BriefingSpec } from '../shared/briefing.ts';
import { lettersNamed, undrawn } from '../shared/drawing/letters.ts';
import { actions, queries } from './api.ts';
import {
  LONGEST_TITLE,
  notDrawn,
  plainSpec,
  previewOf,
  refusalOf,
  requestOf,
  specOf,
  tooLong,
  usualForm,
  withKind,
  type ExportForm,
  type Refusal,
} from './export-request.ts';
import { useLanguage, useT, type Translate } from './i18n/index.ts';
import type { PageView } from './state.ts';
import { useExport } from './use-export.ts';
import { number } from './words.ts';

/** What goes in and what is left out, once the fields have come to rest. */
function usePreview(spec: BriefingSpec) {
  const asked = plainSpec(previewOf(spec));
  const key = JSON.stringify(asked);
  const [settled] = useDebouncedValue(key, 250);
  const query = useQuery({ ...queries.exportPreview(asked), enabled: settled === key });
  const retry = () => void query.refetch();
  return { key, preview: settled === key ? query.data : undefined, error: query.error, retry };
}

/** Why something was refused, in words. */
export const refusalWords = (t: Translate, { words }: Refusal, error: Error | null, text = ''): string =>
  t(`export.refused.${words}`, {
    most: number(LONGEST_TITLE),
    letters: lettersNamed(undrawn(text)),
    why: error?.message ?? '',
  });

/** All that the dialog knows and can do. */
export function useExportDialog(view: PageView, shown: Bounds | null, kind: BriefingKind) {
  const t = useT();
  const language = useLanguage();
  const [form, setForm] = useState<ExportForm>(() =>
    withKind({ ...usualForm(language), area: shown ? 'view' : 'region' }, kind),
  );
  const spec = specOf(form, view, shown);
  const { key, preview, error, retry } = usePreview(spec);
  const exporting = useExport();
  const [consented, setConsented] = useState<string | null>(null);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const hidden = preview !== undefined && preview.seizures + preview.voyages > 0;
  const given = consented === key;
  const found = exporting.refused ? refusalOf(exporting.refused) : problem;
  const check = (): Refusal | null => {
    const [long] = tooLong(form);
    if (long) return { field: long, words: 'tooLong' };
    const [missing] = notDrawn(form);
    if (missing) return { field: missing, words: 'letters' };
    if (preview?.events === 0 && form.kind !== 'totals') return { field: 'kind', words: 'empty' };
    return hidden && !given ? { field: 'consent', words: 'consent' } : null;
  };
  return {
    ...{ form, spec, preview, hidden, given, exporting, previewError: error, retry },
    set: (next: ExportForm) => {
      setForm(next);
      setProblem(null);
      if (exporting.refused) exporting.clear();
    },
    give: (yes: boolean) => {
      setConsented(yes ? key : null);
      setProblem(null);
    },
    problemAt: (field: Refusal['field']): string | null => {
      const isTitle = field === 'title' || field === 'subtitle';
      // Said as soon as it is typed: nobody finishes a title that cannot be drawn.
      const typed = isTitle && notDrawn(form).includes(field) ? ({ field, words: 'letters' } as const) : null;
      const against = found?.field === field ? found : typed;
      return against && refusalWords(t, against, exporting.refused, isTitle ? form[field] : '');
    },
    /** Sends it, unless something stands against it: then false. */
    submit: (): boolean => {
      if (exporting.busy) return true;
      const against = check();
      setProblem(against);
      if (!against) exporting.begin(() => actions.startExport(requestOf(form, spec, given)));
      return !against;
    },
  };
}
