import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { stopDrawing } from '../drawing.ts';
import { useT } from '../i18n/index.ts';
import type { MapTool } from '../state-map-tools.ts';
import { AreaPanel } from './area-panel.tsx';
import { MeasurePanel } from './measure-panel.tsx';
import { RingsPanel } from './rings-panel.tsx';
import type { ToolProps } from './tool-props.ts';
import './map-tools.css';

const PANELS = { area: AreaPanel, measure: MeasurePanel, rings: RingsPanel };

/** The panel of the tool that is open. Escape closes it. */
export function ToolPanel({ tool, ...props }: ToolProps & { tool: MapTool }) {
  const t = useT();
  const head = useRef<HTMLDivElement>(null);
  const Panel = PANELS[tool];
  useEffect(() => {
    head.current?.focus({ preventScroll: true });
    return () => {
      // Closed, and nothing else took the focus: it goes back to the button.
      window.setTimeout(() => {
        if (document.activeElement !== document.body) return;
        document.querySelector<HTMLElement>(`.map-tools [data-tool="${tool}"]`)?.focus();
      });
    };
  }, [tool]);
  return (
    <aside className="details" aria-label={t(`mapTools.${tool}`)}>
      <div className="details-head" ref={head} tabIndex={-1}>
        <span className="details-kind">{t('mapTools.label')}</span>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('mapTools.close')}
          title={t('mapTools.close')}
          onClick={() => {
            stopDrawing();
            props.change({ tool: null });
          }}
        >
          <IconX size={18} />
        </ActionIcon>
      </div>
      <div className="details-body tool-panel" tabIndex={0} role="region" aria-label={t(`mapTools.${tool}`)}>
        <h2>{t(`mapTools.${tool}`)}</h2>
        <Panel {...props} />
      </div>
    </aside>
  );
}
