import { useT } from '../i18n/index.ts';
import { changeColor } from '../map/style-change.ts';
import { daysBetween } from '../panels/play-steps.ts';
import type { ThemeName } from '../state.ts';
import type { CompareView, ComparedSide } from '../state-tools.ts';
import { number } from '../words.ts';
import { CHANGES, CLEAR_Q, countChanges, type LegChange } from './change.ts';
import { trafficWords } from './told.ts';
import { isPart, type trafficSeen } from './traffic-seen.ts';

const lengthOf = ({ from, to }: ComparedSide): number | null =>
  from === null || to === null ? null : daysBetween(from, to);

/** What the colours of a difference mean, how many legs have each, and what it is not. */
export function ChangeLegend(props: {
  changes: readonly LegChange[];
  compare: CompareView;
  seen: ReturnType<typeof trafficSeen>;
  theme: ThemeName;
}) {
  const t = useT();
  const { changes, compare, seen, theme } = props;
  const counts = countChanges(changes);
  const clear = changes.filter(({ q }) => q < CLEAR_Q).length;
  const stated = compare.a.effort !== null && compare.b.effort !== null;
  const traffic = compare.counted === 'voyage' ? seen : null;
  const none = traffic !== null && (traffic.a.days === 0 || traffic.b.days === 0);
  const [days, against] = [lengthOf(compare.a), lengthOf(compare.b)];
  return (
    <div className="change-legend">
      <p>{t(`compareMap.title.${compare.counted}`)}</p>
      {changes.length === 0 ? (
        <p className="dim">{t(none ? 'compareMap.noTraffic' : 'compareMap.nothing')}</p>
      ) : (
        <ul>
          {CHANGES.map((kind) => (
            <li key={kind}>
              <svg width="30" height="10" aria-hidden="true">
                <path d="M1 5H22" stroke={changeColor(theme, kind)} strokeWidth={kind === 'same' ? 1.5 : 4} />
                {kind !== 'same' && <path d="M29 5L21 0.5V9.5Z" fill={changeColor(theme, kind)} />}
              </svg>
              {t(`compareMap.kind.${kind}`)}
              <span className="dim">{number(counts[kind])}</span>
            </li>
          ))}
        </ul>
      )}
      {!none && (
        <p className="dim">
          {t('compareMap.clearLegs', { count: clear, value: number(clear), all: number(changes.length) })}
        </p>
      )}
      {traffic !== null && !stated ? (
        <>
          {(['a', 'b'] as const).map((name) => (
            <p key={name} className={isPart(traffic[name]) ? 'change-warning' : 'dim'}>
              {t(`compare.side.${name}`)}: {trafficWords(t, traffic[name])}
            </p>
          ))}
          {!none && <p className="dim">{t('compareMap.perTrafficDay')}</p>}
        </>
      ) : (
        <p className="dim">{t(stated ? 'compareMap.rates' : 'compareMap.notRates')}</p>
      )}
      {traffic === null && !stated && days !== null && against !== null && days !== against && (
        <p className="change-warning">{t('compareMap.lengths', { a: number(days), b: number(against) })}</p>
      )}
      {compare.counted === 'voyage' && <p className="change-warning">{t('compareMap.coverage')}</p>}
    </div>
  );
}
