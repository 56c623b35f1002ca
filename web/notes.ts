import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type {
  NewNote,
  NewView,
  Note,
  NoteChange,
  Pinned,
  SavedView,
  ViewChange,
  Workspaces,
} from '../shared/api-notes.ts';
import { ask, remove, send } from './api.ts';
import { offerUndo } from './undo-notice.ts';

const ALL = new URLSearchParams({ limit: '5000' });
const queries = {
  notes: () => ask<{ items: Note[]; total: number }>('/notes', ALL),
  views: () => ask<{ items: SavedView[]; total: number }>('/views', ALL),
  workspaces: () => ask<Workspaces>('/workspaces', new URLSearchParams()),
};

/** Every note that is not deleted, last changed first. */
export const useNotes = () => useQuery(queries.notes());
/** Every saved view, by name. */
export const useSavedViews = () => useQuery(queries.views());
/** Every workspace that holds anything, by name. */
export const useWorkspaces = () => useQuery(queries.workspaces());

/** The note as the server has it now, deleted or not. */
export const noteNow = (id: number): Promise<Note> =>
  ask<Note>(`/notes/${id}`, new URLSearchParams()).queryFn({ signal: new AbortController().signal });

/** Whether two notes are about the same thing. */
export const isSameThing = (a: Pick<Pinned, 'kind' | 'id'>, b: Pick<Pinned, 'kind' | 'id'>): boolean =>
  a.kind === b.kind && a.id === b.id;

/** What changes notes and saved views; each has the lists asked for anew, and a deletion can be taken back. */
export function useNoteActions() {
  const client = useQueryClient();
  const then = async <T>(change: Promise<T>): Promise<T> => {
    const changed = await change;
    await Promise.all(
      ['/notes', '/views', '/workspaces'].map((path) => client.invalidateQueries({ queryKey: [path] })),
    );
    return changed;
  };
  const deleted = async <T extends { id: number }>(
    what: 'notes' | 'views',
    { id, version }: { id: number; version: number },
  ): Promise<T> => {
    const gone = await then(remove<T>(`/${what}/${id}?version=${version}`));
    offerUndo(what === 'notes' ? 'noteDeleted' : 'viewDeleted', () =>
      then(send('POST', `/${what}/${id}/restore`, {})),
    );
    return gone;
  };
  return {
    write: (note: NewNote) => then(send<Note>('POST', '/notes', note)),
    change: (id: number, change: NoteChange) => then(send<Note>('PUT', `/notes/${id}`, change)),
    delete: (note: Note) => deleted<Note>('notes', note),
    saveView: (view: NewView) => then(send<SavedView>('POST', '/views', view)),
    changeView: (id: number, change: ViewChange) => then(send<SavedView>('PUT', `/views/${id}`, change)),
    deleteView: (view: SavedView) => deleted<SavedView>('views', view),
  };
}

const REMEMBERED = 'leeward-workspace';
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
let workspace: string | null = null;

/** The workspace that is open; empty: all. New notes and views go into it. */
function workspaceNow(): string {
  try {
    workspace ??= window.localStorage.getItem(REMEMBERED);
  } catch {
    // A browser that keeps nothing starts with all of them.
  }
  return workspace ?? '';
}

/** Opens a workspace, here and at the next visit. */
export function openWorkspace(name: string): void {
  workspace = name;
  try {
    window.localStorage.setItem(REMEMBERED, name);
  } catch {
    // See above.
  }
  for (const listener of listeners) listener();
}

/** The workspace that is open; empty: all. */
export const useWorkspace = (): string => useSyncExternalStore(subscribe, workspaceNow);
