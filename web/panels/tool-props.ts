import type { Position } from '../../shared/geo.ts';
import type { PageView } from '../state.ts';
import type { Open } from './parts.tsx';

/** What every tool of the map needs. */
export interface ToolProps {
  readonly view: PageView;
  readonly change: (change: Partial<PageView>) => void;
  readonly open: Open;
  /** What is selected, if it has a place: tools can start from it. */
  readonly from: { readonly position: Position; readonly label: string } | null;
  /** Shows a stretch of the map: west, south, east, north. */
  readonly fit: (bounds: readonly [number, number, number, number]) => void;
}
