import type { Note, Pinned } from '../shared/api-notes.ts';
import type { Position } from '../shared/geo.ts';
import type { Selection } from './state.ts';
import { SELECTION_KINDS, type PageView } from './state.ts';
import type { Pin } from './map/overlay.tsx';

/** How near the map goes to a note that is pinned to a position. */
const POSITION_ZOOM = 8;

const positions = (text: string): Position[] =>
  text.split(';').map((one) => {
    const [longitude = 0, latitude = 0] = one.split(',').map(Number);
    return [longitude, latitude];
  });

/** The change of the view that shows what a note is pinned to. */
export function pinnedView({ kind, id, position }: Pinned): Partial<PageView> {
  const selected = SELECTION_KINDS.find((one) => one === kind);
  if (selected) return { selection: { kind: selected, id }, tool: null };
  const there = position ? { longitude: position[0], latitude: position[1], zoom: POSITION_ZOOM } : {};
  if (kind === 'area') return { ...there, area: positions(id), tool: 'area' };
  return { ...there, list: 'notes', selection: null };
}

/** One pin for each thing that has notes and a place, in the order of the notes. */
export function pinsOf(
  notes: readonly Note[],
  act: { open(selection: Selection): void; change(change: Partial<PageView>): void },
): Pin[] {
  const found = new Map<string, Pin>();
  for (const { kind, pinned } of notes) {
    if (pinned.position === null) continue;
    const key = `${pinned.kind} ${pinned.id}`;
    const known = found.get(key);
    const selected = SELECTION_KINDS.find((one) => one === pinned.kind);
    found.set(key, {
      key,
      position: pinned.position,
      label: pinned.label,
      notes: (known?.notes ?? 0) + 1,
      hypothesis: (known?.hypothesis ?? false) || kind === 'hypothesis',
      open: () => (selected ? act.open({ kind: selected, id: pinned.id }) : act.change(pinnedView(pinned))),
    });
  }
  return [...found.values()];
}
