import type { PathsReply } from '../../shared/api.ts';
import type { Level } from '../../shared/vocabulary.ts';
import { setHovered } from '../hovered.ts';
import { useT } from '../i18n/index.ts';
import type { Selection } from '../state.ts';
import { number } from '../words.ts';
import type { Open } from './parts.tsx';

type Cut = PathsReply['cut'];
type Leg = Cut['choices'][number][number];

/** A leg of ports is one of the network; one of territories is a route of two stops. */
const selectionOf = ({ id, from, to }: Leg, level: Level): Selection =>
  level === 'port' ? { kind: 'edge', id } : { kind: 'route', id: `territory:${from.id}>${to.id}` };

function Legs({ legs, level, open }: { legs: readonly Leg[]; level: Level; open: Open }) {
  const t = useT();
  return (
    <ul
      className="plain-list cut-legs"
      onPointerLeave={() => setHovered(null)}
      onBlur={() => setHovered(null)}
    >
      {legs.map((leg) => {
        const selection = selectionOf(leg, level);
        return (
          <li key={leg.id} onPointerEnter={() => setHovered(selection)} onFocus={() => setHovered(selection)}>
            <button type="button" className="link" onClick={() => open(selection)}>
              {t('words.arrow', { from: leg.from.name, to: leg.to.name })}
            </button>
            <span className="dim">
              {t('ways.passages', { count: leg.passages, value: number(leg.passages) })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** The fewest passages to watch so that nothing known gets through; where several sets of legs do, all of them. */
export function CutList(props: { cut: Cut; ends: { from: string; to: string }; level: Level; open: Open }) {
  const t = useT();
  const { cut, ends, level, open } = props;
  const choices = cut.choices.filter((legs) => legs.length > 0);
  const first = choices[0];
  if (!first) return null;
  return (
    <section className="cut">
      <h2 className="tool-title">{t('ways.cutTitle')}</h2>
      <p className="verdict">
        {t('ways.cut', {
          ...ends,
          count: first.length,
          legs: number(first.length),
          passages: t('ways.passages', { count: cut.flow, value: number(cut.flow) }),
        })}
      </p>
      {choices.map((legs, i) => (
        <div key={legs.map(({ id }) => id).join()}>
          {choices.length > 1 && (
            <h3 className="cut-choice">
              {t('ways.choice', { number: i + 1, of: choices.length })}{' '}
              <span className="dim">{t('ways.legs', { count: legs.length })}</span>
            </h3>
          )}
          <Legs legs={legs} level={level} open={open} />
        </div>
      ))}
      <p className="dim">{t('ways.cutNote')}</p>
    </section>
  );
}
