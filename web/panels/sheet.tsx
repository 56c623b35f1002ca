import './sheet.css';
import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useT } from '../i18n/index.ts';

/** A page over the map and the timeline, and for that while the main part; lists and details stay beside it. The focus comes to it and goes back. */
export function Sheet(props: { title: string; lead: string; close(): void; children: ReactNode }) {
  const t = useT();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    title.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <main className="sheet" aria-label={props.title}>
      <div className="sheet-head">
        <div>
          <h2 ref={title} tabIndex={-1}>
            {props.title}
          </h2>
          <p>{props.lead}</p>
        </div>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={t('sheet.back')}
          title={t('sheet.back')}
          onClick={props.close}
        >
          <IconX size={19} />
        </ActionIcon>
      </div>
      <div className="sheet-body" tabIndex={0} role="group" aria-label={props.title}>
        {props.children}
      </div>
    </main>
  );
}
