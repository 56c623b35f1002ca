import type { CSSProperties } from 'react';
import type { Description } from './describe.ts';
import type { Hover } from './pick.ts';

/** Widest a note of the pointer gets, its distance from the pointer included, px. */
const TIP_PX = 330;

/** Beside the pointer: right of and below it, or on the other side where the map ends. */
function tipPlace({ x, y, width, height }: Hover): CSSProperties {
  const across = x + TIP_PX > width ? 'calc(-100% - 28px)' : '0px';
  const down = y + 130 > height ? 'calc(-100% - 28px)' : '0px';
  return { transform: `translate(${x}px, ${y}px) translate(${across}, ${down})` };
}

/** The note of the pointer: what lies under it. */
export function Tip({ hover, tip }: { hover: Hover; tip: Description }) {
  return (
    <div className="map-tip" role="status" style={tipPlace(hover)}>
      <strong>{tip.title}</strong>
      {tip.lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}
