import './palette.css';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconSearch } from '@tabler/icons-react';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Facets, RoutesReply } from '../../shared/api.ts';
import { queries } from '../api.ts';
import { useT } from '../i18n/index.ts';
import { NO_FILTERS, type PageView } from '../state.ts';
import { number } from '../words.ts';
import { Combobox } from './combobox.tsx';
import { useCountryName } from './names.ts';
import {
  caseEntries,
  doEntries,
  filterEntries,
  goEntries,
  placeEntries,
  routeEntries,
  vesselEntries,
  type Entry,
} from './palette-entries.ts';
import { bestOf, inOrder } from './palette-match.ts';

/** As many of each kind at first: the rest is a letter more, or a choice, away. */
const EACH = 5;
/** As many are asked of the server. */
const ASKED = 200;
/** What the choice that shows the rest of a group begins with. */
const MORE = 'more|';
/** From this many letters on the server is asked. */
const LETTERS = 2;

/** The choice that shows the rest of a group. */
type More = Pick<Entry, 'value' | 'name'> & { readonly stays: true };
interface Group {
  readonly label: string;
  readonly choices: readonly (Entry | More)[];
}
const NONE: ReadonlySet<string> = new Set();

export interface PaletteProps {
  readonly view: PageView;
  readonly facets: Facets | undefined;
  readonly routes: RoutesReply | undefined;
  readonly act: (act: Entry['act']) => void;
  /** What was typed before the field was there. */
  readonly typed: string;
  readonly close: () => void;
}

/** What the server finds for a text, held back until it belongs to what is typed. */
function useAsked(text: string) {
  const typed = text.trim();
  const [asked] = useDebouncedValue(typed, 120);
  const enabled = asked.length >= LETTERS;
  const ports = useQuery({ ...queries.ports(asked, ASKED), enabled });
  const vessels = useQuery({ ...queries.vessels(asked, ASKED), enabled });
  const settled = typed.length < LETTERS || (asked === typed && !ports.isFetching && !vessels.isFetching);
  return {
    settled,
    failed: enabled && (ports.error ?? vessels.error) !== null,
    ports: settled && enabled ? ports.data : undefined,
    vessels: settled && enabled ? vessels.data : undefined,
  };
}

/** Everything that can be chosen, in its groups, the best met first; nothing typed: where to go and what to do. */
function useGroups(
  { view, facets, routes }: PaletteProps,
  text: string,
  whole: ReadonlySet<string>,
): Pick<ReturnType<typeof useAsked>, 'settled' | 'failed'> & { left: number; groups: Group[] } {
  const t = useT();
  const nameOf = useCountryName();
  const asked = useAsked(text);
  const seizures = useQuery(queries.seizures(NO_FILTERS)).data;
  const known = useMemo(
    () => ({
      cases: caseEntries(seizures, t),
      routes: routeEntries(routes, t),
      filters: filterEntries(facets, view, t),
      go: goEntries(t),
      do: doEntries(view, t),
    }),
    [seizures, routes, facets, view, t],
  );
  if (text.trim() === '') {
    return {
      ...asked,
      left: 0,
      groups: [
        { label: t('palette.go'), choices: known.go },
        { label: t('palette.do'), choices: known.do },
      ],
    };
  }
  const { ports, vessels } = asked;
  const all: [label: string, entries: readonly Entry[], unread?: number][] = [
    [t('search.places'), placeEntries(ports, text, t, nameOf), unreadOf(ports?.total, ports?.features)],
    [t('palette.filters'), known.filters],
    [t('palette.cases'), known.cases],
    [t('palette.vessels'), vesselEntries(vessels, t), unreadOf(vessels?.total, vessels?.items)],
    [t('search.routes'), known.routes],
    [t('palette.go'), known.go],
    [t('palette.do'), known.do],
  ];
  const groups = asked.settled
    ? inOrder(
        all.map(([label, entries, unread = 0]) => ({
          label,
          unread,
          found: bestOf(entries, text, whole.has(label) ? Infinity : EACH),
        })),
      )
    : [];
  return {
    ...asked,
    left: seizures ? seizures.total - seizures.features.length : 0,
    groups: groups.map(({ label, found: { items, total }, unread }) => {
      const [shown, value] = [items.length, total + unread];
      const more: More = {
        value: `${MORE}${label}`,
        name: t('palette.more', { count: total }),
        stays: true,
      };
      return {
        label: shown < value ? t('palette.someOf', { label, shown, value }) : label,
        choices: shown < total ? [...items, more] : items,
      };
    }),
  };
}

/** How many the server found and did not send. */
const unreadOf = (total = 0, sent: readonly unknown[] = []): number => total - sent.length;

/** One field over everything: places, cases, vessels, routes, filters, lists and what can be switched. */
export function Palette(props: PaletteProps) {
  const t = useT();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState(props.typed);
  // Groups that are shown whole, of the text they were asked for.
  const [asked, setAsked] = useState<{ text: string; whole: ReadonlySet<string> }>({ text, whole: NONE });
  const whole = asked.text === text ? asked.whole : NONE;
  const { groups, settled, failed, left } = useGroups(props, text, whole);
  // At once: a letter that came between this and the moment that kept it before would be lost.
  useLayoutEffect(() => {
    // The browser's own: what lies below is out of reach, and the focus goes back to where it was.
    const box = dialog.current;
    box?.showModal();
    return () => box?.close();
  }, []);
  const note = (): string | null => {
    if (failed) return t('search.failed');
    if (!settled) return t('app.loading');
    if (groups.length === 0) return t('search.none', { text: text.trim() });
    return left > 0 ? t('palette.partly', { count: left, value: number(left) }) : null;
  };
  const choose = (value: string): void => {
    if (value.startsWith(MORE)) {
      setAsked({ text, whole: new Set([...whole, value.slice(MORE.length)]) });
      return;
    }
    const chosen = groups.flatMap(({ choices }) => choices).find((one) => one.value === value);
    // Closed first: what opens next takes the focus, and gives it back to where it was before the palette.
    dialog.current?.close();
    props.close();
    if (chosen && 'act' in chosen) props.act(chosen.act);
  };
  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={t('palette.label')}
      onCancel={props.close}
      onClick={(event) => event.target === event.currentTarget && props.close()}
    >
      <div className="palette-box">
        <Combobox
          label={t('search.label')}
          placeholder={t('palette.placeholder')}
          text={text}
          onText={setText}
          before={<IconSearch size={18} aria-hidden="true" />}
          inline={{ onEscape: props.close }}
          groups={groups}
          note={note()}
          onChoose={choose}
        />
        <p className="palette-keys">{t('palette.keys')}</p>
      </div>
    </dialog>
  );
}
