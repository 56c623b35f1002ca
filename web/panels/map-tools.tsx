import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconNote,
  IconPolygon,
  IconRulerMeasure,
  IconTarget,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useHotkeys } from '@mantine/hooks';
import { drawingNow, finishArea, startDrawing, stopDrawing, takeBackCorner, useDrawing } from '../drawing.ts';
import { useT } from '../i18n/index.ts';
import { MAP_TOOLS, type MapTool } from '../state-map-tools.ts';
import type { PageView } from '../state.ts';
import { redo, undo, useSteps } from '../use-view.ts';

const ICONS = { area: IconPolygon, measure: IconRulerMeasure, rings: IconTarget } as const;

function ToolButton(props: {
  name: string;
  tool?: MapTool;
  pressed?: boolean;
  disabled?: boolean;
  act(): void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      data-tool={props.tool}
      aria-label={props.name}
      title={props.name}
      aria-pressed={props.pressed}
      // Not `disabled`: a button that goes dead under the finger would lose the focus.
      aria-disabled={props.disabled}
      onClick={() => {
        if (props.disabled !== true) props.act();
      }}
    >
      {props.children}
    </button>
  );
}

/** Elsewhere Enter presses what has the focus. */
const isOnMap = (focused: Element | null): boolean =>
  focused === null || focused === document.body || focused.closest('.map') !== null;

/** Opens the tool that measures, ready for its first click. */
export function startMeasuring(change: (change: Partial<PageView>) => void): void {
  stopDrawing();
  change({ tool: 'measure' });
  startDrawing('measure');
}

/** Takes a step back: the last corner of what is being drawn, or else the last change of the view. */
export const back = (): void => {
  if (!takeBackCorner()) undo();
};

/** The tools on the map: undo and redo, area, measure, rings, and the pins of notes. */
export function MapTools({
  view,
  change,
}: {
  view: Pick<PageView, 'tool' | 'pins' | 'page'>;
  change: (change: Partial<PageView>) => void;
}) {
  const t = useT();
  const { canUndo, canRedo } = useSteps();
  const drawing = useDrawing();
  useHotkeys([
    ['mod+Z', back],
    ['mod+shift+Z', redo],
    ['mod+Y', redo],
    ['Enter', () => isOnMap(document.activeElement) && finishArea(), { preventDefault: false }],
  ]);
  const choose = (tool: MapTool): void => {
    if (view.tool !== tool && tool === 'measure') {
      startMeasuring(change);
      return;
    }
    stopDrawing();
    change({ tool: view.tool === tool ? null : tool });
  };
  return (
    <div className="map-tools" role="group" aria-label={t('mapTools.label')}>
      {MAP_TOOLS.map((tool) => {
        const Icon = ICONS[tool];
        return (
          <ToolButton
            key={tool}
            tool={tool}
            name={t(`mapTools.${tool}`)}
            pressed={view.tool === tool}
            act={() => choose(tool)}
          >
            <Icon size={17} stroke={1.8} aria-hidden="true" />
          </ToolButton>
        );
      })}
      <ToolButton name={t('mapTools.pins')} pressed={view.pins} act={() => change({ pins: !view.pins })}>
        <IconNote size={17} stroke={1.8} aria-hidden="true" />
      </ToolButton>
      <hr />
      <ToolButton
        name={t('mapTools.undo')}
        disabled={!canUndo && (drawing?.points.length ?? 0) === 0}
        act={back}
      >
        <IconArrowBackUp size={17} stroke={1.8} aria-hidden="true" />
      </ToolButton>
      <ToolButton name={t('mapTools.redo')} disabled={!canRedo || drawingNow() !== null} act={redo}>
        <IconArrowForwardUp size={17} stroke={1.8} aria-hidden="true" />
      </ToolButton>
    </div>
  );
}
