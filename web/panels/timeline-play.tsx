import { ActionIcon } from '@mantine/core';
import {
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipBack,
  IconPlayerSkipForward,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useT } from '../i18n/index.ts';
import { PACES, setPlaying, type Pace } from '../playing.ts';
import type { PageView } from '../state.ts';
import { daysIn, type Span } from './play-steps.ts';
import type { usePlay } from './use-play.ts';

/** Plays the dates, steps them, and chooses how they move. */
export function PlayControls(props: {
  view: PageView;
  span: Span;
  play: ReturnType<typeof usePlay>;
  change(change: Partial<PageView>): void;
}) {
  const t = useT();
  const { view, span, play } = props;
  const [pace, setPace] = useState<Pace>('normal');
  const playing = play.pace !== null;
  const cumulative = view.timeMode === 'cumulative';
  const button = (label: string, icon: ReactNode, act: () => void, primary = false) => (
    <ActionIcon
      variant={primary ? 'filled' : 'default'}
      size={24}
      aria-label={label}
      title={label}
      onClick={act}
    >
      {icon}
    </ActionIcon>
  );
  return (
    <div className="play" role="group" aria-label={t('play.label')}>
      {button(t('play.back'), <IconPlayerSkipBack size={13} />, () => play.step(-1))}
      {playing
        ? button(t('play.pause'), <IconPlayerPause size={14} />, play.stop, true)
        : button(t('play.play'), <IconPlayerPlay size={14} />, () => play.start(pace), true)}
      {button(t('play.on'), <IconPlayerSkipForward size={13} />, () => play.step(1))}
      <select
        aria-label={t('play.pace')}
        value={pace}
        onChange={(event) => {
          const next = PACES.find((one) => one === event.currentTarget.value) ?? 'normal';
          setPace(next);
          if (playing) setPlaying(next);
        }}
      >
        {PACES.map((one) => (
          <option key={one} value={one}>
            {t(`play.paces.${one}`)}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="play-mode"
        aria-pressed={cumulative}
        title={t('play.cumulativeWhy')}
        onClick={() => {
          const timeMode = cumulative ? 'window' : 'cumulative';
          props.change({ timeMode, ...daysIn(timeMode, view, span) });
        }}
      >
        {t('play.cumulative')}
      </button>
    </div>
  );
}
