import { ICON_BOX, ICON_PATHS, ICON_STROKE, type IconName } from '../map/icons.ts';

/** One icon of the set, in the colour of the text; without a label the words beside it say what it is. */
export function Icon({ name, size = 15, label }: { name: IconName; size?: number; label?: string }) {
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox={`0 0 ${ICON_BOX} ${ICON_BOX}`}
      fill="none"
      stroke="currentColor"
      strokeWidth={ICON_STROKE}
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ flex: 'none', verticalAlign: '-0.15em' }}
      {...named}
    >
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
