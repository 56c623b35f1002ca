import type { RouteDetail } from '../../shared/api.ts';
import { useT } from '../i18n/index.ts';
import { chance, isSurprising, number, surpriseOf } from '../words.ts';
import { Facts, Section } from './parts.tsx';
import { HelpLink } from './help-link.tsx';

type Test = NonNullable<RouteDetail['significance']>;
type Shuffle = NonNullable<RouteDetail['shuffle']>;

/** A mean to one decimal; below one to two and below a tenth to three, for 0.068 is not 0.1. */
const expectedWords = (value: number): string => number(value, value < 0.1 ? 3 : value < 1 ? 2 : 1);

function Tested({ words, found, shuffle }: { words: string; found: Test | Shuffle; shuffle?: Shuffle }) {
  const t = useT();
  const p = chance(t, found.p);
  return (
    <>
      <p className={isSurprising(found) ? 'verdict verdict-strong' : 'verdict'}>{words}</p>
      <Facts
        rows={[
          [t('surprise.observed'), number(found.observed)],
          [t('surprise.expected'), expectedWords(found.expected)],
          [t('surprise.p'), shuffle ? t('surprise.error', { p, error: number(shuffle.pError, 4) }) : p],
          [t('surprise.q'), chance(t, found.q)],
          shuffle ? [t('surprise.draws'), number(shuffle.draws)] : null,
        ]}
      />
      <p className="dim">{t('surprise.tested', { count: found.tested })}</p>
    </>
  );
}

/** How surprising a route is under each null model, side by side: two questions, never one answer. */
export function Surprise({ route, filtered }: { route: RouteDetail; filtered: boolean }) {
  const t = useT();
  const { significance, shuffle } = route;
  const traffic = {
    far: t('surprise.trafficFar'),
    more: t('surprise.trafficMore'),
    not: t('surprise.trafficNot'),
  };
  const calls = { far: t('surprise.callsFar'), more: t('surprise.callsMore'), not: t('surprise.callsNot') };
  const untested = <p className="verdict">{t('words.notTested')}</p>;
  return (
    <Section title={t('details.surprise')}>
      <div className="two-tests">
        <div>
          <h4>{t('surprise.traffic')}</h4>
          {significance ? (
            <Tested words={traffic[surpriseOf(significance)]} found={significance} />
          ) : (
            <>
              {untested}
              <p className="dim">{t('details.notTestedWhy')}</p>
            </>
          )}
          <HelpLink section="hypa" />
        </div>
        <div>
          <h4>{t('surprise.calls')}</h4>
          {shuffle ? (
            <Tested words={calls[surpriseOf(shuffle)]} found={shuffle} shuffle={shuffle} />
          ) : (
            <>
              {untested}
              <p className="dim">{filtered ? t('support.filtered') : t('details.notTestedWhy')}</p>
            </>
          )}
          <HelpLink section="shuffle" />
        </div>
      </div>
      {significance && shuffle && isSurprising(shuffle) && !isSurprising(significance) && (
        <p className="dim">{t('surprise.legsOnly')}</p>
      )}
    </Section>
  );
}
