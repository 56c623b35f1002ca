import type { ComparisonReply } from '../../shared/api.ts';
import { number } from '../words.ts';
import { forestBar, placeOnScale, type ForestScale } from './forest-scale.ts';

const WIDTH = 120;
/** Room for the arrows at both ends. */
const EDGE = 7;
const HEIGHT = 22;

const x = (place: number): number => EDGE + place * (WIDTH - 2 * EDGE);

/** One row of the plot: the interval, the ratio on it, and where 1 is. The numbers beside it say the same. */
export function ForestRow({ scale, row }: { scale: ForestScale; row: ComparisonReply['total'] }) {
  const bar = forestBar(scale, row);
  const y = HEIGHT / 2;
  const clear = (row.q ?? row.p ?? 1) < 0.05;
  return (
    <svg
      className={clear ? 'forest forest-clear' : 'forest'}
      width={WIDTH}
      height={HEIGHT}
      aria-hidden="true"
    >
      {scale.ticks.map((tick) => (
        <line
          key={tick}
          className={tick === 1 ? 'forest-one' : 'forest-tick'}
          x1={x(placeOnScale(scale, tick))}
          x2={x(placeOnScale(scale, tick))}
          y1={0}
          y2={HEIGHT}
        />
      ))}
      {bar && (
        <>
          <line className="forest-bar" x1={x(bar.from)} x2={x(bar.to)} y1={y} y2={y} />
          {bar.openLeft && <path className="forest-end" d={`M${x(0) - 5} ${y}l6 -4v8z`} />}
          {bar.openRight && <path className="forest-end" d={`M${x(1) + 5} ${y}l-6 -4v8z`} />}
          {!bar.openLeft && (
            <line className="forest-bar" x1={x(bar.from)} x2={x(bar.from)} y1={y - 4} y2={y + 4} />
          )}
          {!bar.openRight && (
            <line className="forest-bar" x1={x(bar.to)} x2={x(bar.to)} y1={y - 4} y2={y + 4} />
          )}
          {bar.at !== null && (
            <rect className="forest-at" x={x(bar.at) - 3.5} y={y - 3.5} width={7} height={7} />
          )}
        </>
      )}
    </svg>
  );
}

/** The axis of the plot: round ratios, 1 among them. */
export function ForestAxis({ scale }: { scale: ForestScale }) {
  return (
    <svg className="forest" width={WIDTH} height={14} aria-hidden="true">
      {scale.named.map((tick, i) => (
        <text
          key={tick}
          x={x(placeOnScale(scale, tick))}
          y={11}
          textAnchor={i === 0 ? 'start' : i === scale.named.length - 1 ? 'end' : 'middle'}
          className={tick === 1 ? 'forest-one-text' : undefined}
        >
          {number(tick, 2)}
        </text>
      ))}
    </svg>
  );
}
