import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useLayoutEffect, useState } from 'react';
import type { Facets, RoutesReply } from '../../shared/api.ts';
import { useT } from '../i18n/index.ts';
import type { PageView } from '../state.ts';
import { Guard } from './notices.tsx';
import type { PaletteProps } from './palette.tsx';

const Palette = lazy(() => import('./palette.tsx').then(({ Palette }) => ({ default: Palette })));

/** Keys of the palette, as they stand on the keyboard in use. */
const isApple = (): boolean => /Mac|iP/.test(navigator.platform);

/** Keeps what is typed while the palette is still being loaded: who knows the key types on. */
function Waiting({ onLetter }: { onLetter: (letter: string) => void }) {
  useLayoutEffect(() => {
    const keep = (event: KeyboardEvent): void => {
      if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
      onLetter(event.key);
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('keydown', keep, true);
    return () => document.removeEventListener('keydown', keep, true);
  }, [onLetter]);
  return null;
}

/** Opens the palette over everything; so do the slash key and Ctrl or Command with K, from anywhere. */
export function Search(props: {
  view: PageView;
  facets: Facets | undefined;
  routes: RoutesReply | undefined;
  act: PaletteProps['act'];
}) {
  const t = useT();
  const [shown, setShown] = useState(false);
  const [typed, setTyped] = useState('');
  const close = (): void => {
    setShown(false);
    setTyped('');
  };
  const keys = isApple() ? '⌘ K' : 'Ctrl K';
  useHotkeys([['/', () => setShown(true)]]);
  // From within a field too.
  useHotkeys([['mod+K', () => (shown ? close() : setShown(true))]], []);
  return (
    <>
      <button
        type="button"
        className="search-open"
        aria-haspopup="dialog"
        aria-keyshortcuts="/ Control+K Meta+K"
        title={t('search.hint', { keys })}
        onClick={() => setShown(true)}
      >
        <IconSearch size={15} aria-hidden="true" />
        <span>{t('search.placeholder')}</span>
        <kbd aria-hidden="true">{keys}</kbd>
      </button>
      {shown && (
        <Guard>
          <Suspense fallback={<Waiting onLetter={(letter) => setTyped((text) => text + letter)} />}>
            <Palette {...props} typed={typed} close={close} />
          </Suspense>
        </Guard>
      )}
    </>
  );
}
