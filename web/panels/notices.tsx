import { ActionIcon, Button } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle, IconX } from '@tabler/icons-react';
import { Component, useEffect, useState, type ReactNode } from 'react';
import { ApiError, queries } from '../api.ts';
import { translate, useT } from '../i18n/index.ts';
import { dropOffer, useUndoOffer, type UndoOffer } from '../undo-notice.ts';
import { Failed, Leaving } from './answered.tsx';
import { useWaiting } from './waiting.ts';

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

/** Says that not all came that the page shows; a list that is open says so of itself as well. */
export function PartFailed({ retry }: { retry(): void }) {
  const t = useT();
  return (
    <div className="notice" role="alert">
      <IconAlertTriangle size={17} aria-hidden="true" />
      <p>{t('problem.part')}</p>
      <Leaving size="compact-xs" label={t('problem.retry')} act={retry} />
    </div>
  );
}

/** Says once that something is loading, however many parts of the page wait. */
export function LoadingSaid() {
  const t = useT();
  const waiting = useWaiting();
  return (
    <p className="visually-hidden" role="status">
      {waiting && t('app.loading')}
    </p>
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

/** A part of the page that is loaded when it is first opened did not come; browsers say so each in their words. */
const isNotLoaded = (error: Error): boolean => /import|preload|module/i.test(error.message);

/** Loads the page anew, once the server is there: a part that did not come is not asked for a second time. */
const startAnew = (): void =>
  void queries
    .health()
    .queryFn({ signal: new AbortController().signal })
    .then(
      () => window.location.reload(),
      () => undefined,
    );

interface GuardProps {
  readonly children: ReactNode;
  /** The class of what it guards, for what is said to stand in its place. */
  readonly className?: string;
}

/** Keeps a failure in one part of the page from blanking the rest. */
export class Guard extends Component<GuardProps, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };
  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }
  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    const shown = new Error(translate('problem.crashed', { why: error.message }));
    return (
      <div className={this.props.className} role="alert">
        {isNotLoaded(error) ? (
          // The address holds the whole view, so that nothing of it is lost.
          <Failed error={new ApiError('', 0)} retry={startAnew} />
        ) : (
          <Failed error={shown} retry={() => this.setState({ error: null })} />
        )}
      </div>
    );
  }
}
