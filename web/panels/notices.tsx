import { ActionIcon, Button } from '@mantine/core';
import { IconInfoCircle, IconX } from '@tabler/icons-react';
import { Component, useEffect, useState, type ReactNode } from 'react';
import { translate, useT } from '../i18n/index.ts';
import { dropOffer, useUndoOffer, type UndoOffer } from '../undo-notice.ts';
import { Failed } from './parts.tsx';

/** A line over the map that says something once and can be put away. */
export function Notice({ text, dismiss }: { text: string; dismiss(): void }) {
  const t = useT();
  return (
    <div className="notice" role="status" aria-label={t('notice.label')}>
      <IconInfoCircle size={17} aria-hidden="true" />
      <p>{text}</p>
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('notice.dismiss')} onClick={dismiss}>
        <IconX size={15} />
      </ActionIcon>
    </div>
  );
}

/** How long an offer to take something back stands, ms. */
const OFFER_MS = 20_000;

/** Says that something was deleted, and takes it back when asked. */
export function UndoNotice() {
  const t = useT();
  const offer = useUndoOffer();
  const [failed, setFailed] = useState<UndoOffer | null>(null);
  useEffect(() => {
    if (!offer) return;
    const timer = window.setTimeout(dropOffer, OFFER_MS);
    return () => window.clearTimeout(timer);
  }, [offer]);
  if (!offer) return null;
  return (
    <div className="notice" role="status" aria-label={t('notice.label')}>
      <IconInfoCircle size={17} aria-hidden="true" />
      <p>{failed === offer ? t('notebook.notRestored') : t(`notebook.${offer.text}`)}</p>
      <Button
        variant="default"
        size="compact-xs"
        onClick={() => {
          offer.undo().then(dropOffer, () => setFailed(offer));
        }}
      >
        {t('mapTools.undoThis')}
      </Button>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={t('notice.dismiss')}
        onClick={dropOffer}
      >
        <IconX size={15} />
      </ActionIcon>
    </div>
  );
}

/** Keeps a failure in one part of the page from blanking the rest. */
export class Guard extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };
  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }
  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    const shown = new Error(translate('problem.crashed', { why: error.message }));
    return <Failed error={shown} retry={() => this.setState({ error: null })} />;
  }
}
