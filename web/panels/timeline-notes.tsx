import { useQuery } from '@tanstack/react-query';
import { filterOf, queries } from '../api.ts';
import { useT } from '../i18n/index.ts';
import { hasRoutes, usePlaying } from '../playing.ts';
import type { PageView } from '../state.ts';
import { dayWords, number, spanWords } from '../words.ts';
import { datedHow } from './play-steps.ts';
import type { Bins } from './timeline-bins.ts';

/** How roughly dated seizures are treated, and what the bars are. */
export function TimelineNotes({ view, unit }: { view: PageView; unit: Bins['unit'] }) {
  const t = useT();
  const pace = usePlaying();
  const seizures = useQuery(queries.seizures(filterOf(view))).data;
  const how = datedHow(seizures?.features.map(({ properties }) => properties) ?? [], view);
  const rough = how.byMonth + how.byYear;
  const { from, to } = view;
  return (
    <p className="timeline-notes">
      {pace !== null && from !== null && to !== null && <strong>{spanWords(t, from, to, 'short')}</strong>}
      {pace !== null && from === null && to !== null && (
        <strong>{t('play.until', { day: dayWords(to) })}</strong>
      )}
      {pace !== null && !hasRoutes(pace) && view.layers.includes('routes') && (
        <span>{t('play.noRoutes')}</span>
      )}
      {how.all > 0 && (
        <span title={t('play.roughWhy')}>
          {rough === 0
            ? t('play.allExact', { count: how.all, value: number(how.all) })
            : t('play.rough', {
                count: rough,
                value: number(rough),
                all: number(how.all),
                month: number(how.byMonth),
                year: number(how.byYear),
              })}{' '}
          {how.over > 0 && t('play.over', { count: how.over, value: number(how.over) })} {t('play.undated')}
        </span>
      )}
      <span>{unit === 'year' ? t('timeline.byYear') : t('timeline.byMonth')}</span>
    </p>
  );
}
