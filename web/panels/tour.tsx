import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { useT } from '../i18n/index.ts';
import type { PageView } from '../state.ts';
import { FIRST_STEP, goTour, TOUR_STEPS, TOUR_VIEW, type TourStep } from '../tour.ts';
import type { Open } from './parts.tsx';
import './tour.css';

/** How often, ms, and how many times what a step points at is looked for: panels come as they are loaded. */
const LOOK_MS = 150;
const LOOKS = 40;

/** Outlines what a step points at for as long as the step is shown. */
function useOutline({ target }: TourStep): void {
  useEffect(() => {
    let found: Element | null = null;
    let looks = 0;
    const look = (): void => {
      found = document.querySelector(target);
      if (!found && ++looks < LOOKS) return;
      clearInterval(timer);
      found?.classList.add('tour-target');
      const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
      found?.scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' });
    };
    const timer = setInterval(look, LOOK_MS);
    return () => {
      clearInterval(timer);
      found?.classList.remove('tour-target');
    };
  }, [target]);
}

/** How long a panel that comes may take the focus, ms; it goes back to the tour, until the reader takes it elsewhere. */
const KEEP_MS = 6000;

/** Keeps the focus on the tour while the page that it moves opens its panels. */
function useFocusKept(title: RefObject<HTMLElement | null>, step: TourStep): void {
  useEffect(() => {
    const until = new AbortController();
    const { signal } = until;
    const end = (): void => until.abort();
    const timer = setTimeout(end, KEEP_MS);
    title.current?.focus({ preventScroll: true });
    const back = ({ target }: FocusEvent): void => {
      if (target instanceof Element && target.closest('.details'))
        title.current?.focus({ preventScroll: true });
    };
    document.addEventListener('focusin', back, { signal });
    document.addEventListener('pointerdown', end, { signal });
    document.addEventListener('keydown', end, { signal });
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [title, step]);
}

/** One step of the tour: moves the page, says what is seen, and leads on. The page stays usable under it. */
export function Tour({
  step,
  open,
  change,
}: {
  step: number;
  open: Open;
  change: (change: Partial<PageView>) => void;
}) {
  const t = useT();
  const title = useRef<HTMLHeadingElement>(null);
  const now = TOUR_STEPS[step] ?? FIRST_STEP;
  const last = step === TOUR_STEPS.length - 1;
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (shown.current === now.name) return;
    shown.current = now.name;
    change(now.open ? TOUR_VIEW : { ...TOUR_VIEW, selection: null });
    if (now.open) open(now.open);
  }, [now, open, change]);
  useFocusKept(title, now);
  useOutline(now);
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = { ArrowRight: step + 1, ArrowLeft: step - 1 }[event.key];
    if (event.key === 'Escape') goTour(null);
    else if (to !== undefined && to >= 0 && to < TOUR_STEPS.length) goTour(to);
    else return;
    // The page has meanings of its own for these keys.
    event.stopPropagation();
  };
  return (
    <section
      className="tour"
      role="dialog"
      aria-labelledby="tour-title"
      aria-describedby="tour-text"
      onKeyDown={onKeyDown}
    >
      <div className="tour-head">
        <span className="tour-count">{t('tour.step', { at: step + 1, of: TOUR_STEPS.length })}</span>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('tour.end')}
          title={t('tour.end')}
          onClick={() => goTour(null)}
        >
          <IconX size={15} />
        </ActionIcon>
      </div>
      <h2 id="tour-title" ref={title} tabIndex={-1}>
        {t(`tour.${now.name}.title`)}
      </h2>
      <p id="tour-text">{t(`tour.${now.name}.text`)}</p>
      <footer>
        <ol aria-hidden="true">
          {TOUR_STEPS.map(({ name }) => (
            <li key={name} className={name === now.name ? 'tour-here' : undefined} />
          ))}
        </ol>
        <Button size="compact-sm" variant="default" disabled={step === 0} onClick={() => goTour(step - 1)}>
          {t('tour.back')}
        </Button>
        <Button size="compact-sm" onClick={() => goTour(last ? null : step + 1)}>
          {last ? t('tour.done') : t('tour.next')}
        </Button>
      </footer>
    </section>
  );
}
