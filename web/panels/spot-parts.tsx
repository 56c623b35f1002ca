import { useQuery } from '@tanstack/react-query';
import type { CellProperties, ClustersReply } from '../../shared/api.ts';
import { queries } from '../api.ts';
import { useT } from '../i18n/index.ts';
import { communityColor } from '../map/communities.ts';
import { EMERGING_BOX, EMERGING_PATHS, emergingWidth } from '../map/emerging-signs.ts';
import type { ThemeName } from '../state.ts';
import { number } from '../words.ts';
import { figure, rangeWords } from '../words-spots.ts';
import { SyntheticPill } from './parts.tsx';

/** How a hot spot came to be, as the map's sign and a word; null is "not classed". */
export function Course({ emerging }: { emerging: CellProperties['emerging'] }) {
  const t = useT();
  if (emerging === null) return <span className="dim">{t('spots.notClassed')}</span>;
  return (
    <span className="course" title={t(`spots.why.${emerging}`)}>
      {emerging !== 'none' && (
        <svg width={12} height={12} viewBox={`0 0 ${EMERGING_BOX} ${EMERGING_BOX}`} aria-hidden="true">
          <path
            d={EMERGING_PATHS[emerging]}
            fill="none"
            stroke="currentColor"
            strokeWidth={emergingWidth(emerging)}
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
      )}
      {t(`emerging.${emerging}`)}
    </span>
  );
}

/** A rate with its interval under it; without traffic there is none. */
export function RateCell({ rate }: { rate: CellProperties['rate'] }) {
  const t = useT();
  if (rate === null) return <span className="dim">{t('spots.noTraffic')}</span>;
  return (
    <>
      {figure(rate.per1000Calls)}
      <span className="under">{rangeWords(t, rate)}</span>
    </>
  );
}

/** A community's number in its colour, and the initial of its busiest place. */
export function CommunityMark(props: { community: number; leader: string | undefined; theme: ThemeName }) {
  const t = useT();
  const { community, leader, theme } = props;
  if (community === 0) return <span className="dim">{t('places.alone')}</span>;
  const { fill, ink } = communityColor(theme, community);
  return (
    <span className="community" title={leader && t('places.around', { place: leader })}>
      <span className="community-swatch" style={{ background: fill, color: ink }}>
        {number(community)}
      </span>
      {leader?.charAt(0)}
    </span>
  );
}

/** That the port calls of a rate are made up, where they are. */
export function TrafficPill() {
  const t = useT();
  // The same at either level.
  const traffic = useQuery(queries.places('territory')).data?.callsSynthetic ?? 'none';
  if (traffic === 'none') return null;
  return <SyntheticPill text={t(traffic === 'all' ? 'places.callsSynthetic' : 'places.callsPartly')} />;
}

/** What an analysis left out, of the kinds that matter here. */
export function RunNotes({ notes }: { notes: ClustersReply['notes'] }) {
  const t = useT();
  if (notes.length === 0) return null;
  return (
    <ul className="run-notes">
      {notes.map(({ code, count }) => (
        <li key={code}>{t(`notes.${code}`, { count, value: number(count) })}</li>
      ))}
    </ul>
  );
}
