import { expect, it } from 'vitest';
import {
  bringBackNote,
  bringBackView,
  findNote,
  insertNote,
  insertView,
  listNotes,
  listViews,
  listWorkspaces,
  removeNote,
  removeView,
  updateNote,
  updateView,
} from '../../../server/notes/store.ts';
import type { NewNote } from '../../../shared/api-notes.ts';
import { describeOnBoth } from '../../support/database.ts';

const NOON = Date.UTC(2025, 11, 8, 12);
const LATER = NOON + 60_000;
const PAGE = { limit: 100, offset: 0 };
const note = (text: string, more: Partial<NewNote> = {}): NewNote => ({
  kind: 'note',
  status: null,
  text,
  workspace: '',
  pinned: {
    kind: 'route',
    id: 'territory:TT>KN>VG',
    label: 'Trinidad, Saint Kitts, Tortola',
    position: [-62.7, 17.3],
  },
  address: '?s=route:territory:TT>KN>VG',
  ...more,
});

describeOnBoth('notes', (database) => {
  it('keeps a note as it was written', async () => {
    const written = await insertNote(database(), note('Small hull, island hops'), NOON);
    expect(written).toEqual({
      ...note('Small hull, island hops'),
      id: written.id,
      held: true,
      createdAt: '2025-12-08T12:00:00.000Z',
      changedAt: '2025-12-08T12:00:00.000Z',
      version: 1,
      deletedAt: null,
    });
    expect(await findNote(database(), written.id)).toEqual(written);
  });

  it('changes a note of the version that was read, and refuses another', async () => {
    const { id } = await insertNote(database(), note('first'), NOON);
    const change = { kind: 'hypothesis', status: 'open', text: 'second', workspace: 'Calypso' } as const;
    const changed = await updateNote(database(), id, { ...change, version: 1 }, LATER);
    expect(changed).toMatchObject({ ...change, version: 2, changedAt: '2025-12-08T12:01:00.000Z' });
    await expect(
      updateNote(database(), id, { ...change, text: 'third', version: 1 }, LATER),
    ).rejects.toMatchObject({
      code: 'note-changed',
      name: 'ConflictError',
    });
    expect((await findNote(database(), id)).text).toBe('second');
  });

  it('deletes nothing for good', async () => {
    const { id } = await insertNote(database(), note('to be taken away', { workspace: 'bin' }), NOON);
    const gone = await removeNote(database(), id, 1, LATER);
    expect(gone).toMatchObject({
      text: 'to be taken away',
      deletedAt: '2025-12-08T12:01:00.000Z',
      version: 2,
    });
    expect((await listNotes(database(), { workspace: 'bin' }, PAGE)).total).toBe(0);
    await expect(removeNote(database(), id, 2, LATER)).rejects.toMatchObject({ code: 'note-deleted' });
    const change = { kind: 'note', status: null, text: 'x', workspace: '', version: 2 } as const;
    await expect(updateNote(database(), id, change, LATER)).rejects.toMatchObject({ code: 'note-deleted' });
    expect(await bringBackNote(database(), id)).toMatchObject({ deletedAt: null, version: 3 });
    // Once more changes nothing.
    expect(await bringBackNote(database(), id)).toMatchObject({ deletedAt: null, version: 3 });
    expect((await listNotes(database(), { workspace: 'bin' }, PAGE)).items.map((one) => one.id)).toEqual([
      id,
    ]);
  });

  it('does not delete what was changed meanwhile', async () => {
    const { id } = await insertNote(database(), note('a'), NOON);
    await updateNote(
      database(),
      id,
      { kind: 'note', status: null, text: 'b', workspace: '', version: 1 },
      LATER,
    );
    await expect(removeNote(database(), id, 1, LATER)).rejects.toMatchObject({ code: 'note-changed' });
  });

  it('keeps the longest note, letter by letter', async () => {
    const text = `${'é'.repeat(3999)}.`;
    const { id } = await insertNote(database(), note(text), NOON);
    expect((await findNote(database(), id)).text).toBe(text);
  });

  it('finds notes by what they are pinned to, last changed first', async () => {
    const pinned = { kind: 'position', id: '-61.5,10.7', label: 'A position', position: null } as const;
    const old = await insertNote(database(), note('old', { pinned }), NOON);
    const young = await insertNote(database(), note('young', { pinned }), LATER);
    const found = await listNotes(database(), { pinnedKind: 'position', pinnedId: '-61.5,10.7' }, PAGE);
    expect(found.items.map(({ id }) => id)).toEqual([young.id, old.id]);
    expect(found.items[0]?.pinned.position).toBeNull();
    const second = await listNotes(database(), { pinnedKind: 'position' }, { limit: 1, offset: 1 });
    expect([second.total, second.items[0]?.id]).toEqual([2, old.id]);
  });

  it('knows no note that was never written', async () => {
    await expect(findNote(database(), 99_999)).rejects.toMatchObject({ code: 'no-note' });
    const change = { kind: 'note', status: null, text: 'x', workspace: '', version: 1 } as const;
    await expect(updateNote(database(), 99_999, change, NOON)).rejects.toMatchObject({ code: 'no-note' });
    await expect(bringBackNote(database(), 99_999)).rejects.toMatchObject({ code: 'no-note' });
  });
});

describeOnBoth('saved views', (database) => {
  it('lists them by name, whatever the case, and groups them with notes into workspaces', async () => {
    const view = (name: string, workspace = ''): ReturnType<typeof insertView> =>
      insertView(database(), { name, workspace, address: '?l=port' }, NOON);
    await view('beta', 'Calypso');
    await view('Alpha', 'Calypso');
    await view('gamma');
    await insertNote(database(), note('n', { workspace: 'Calypso' }), NOON);
    await insertNote(database(), note('n', { workspace: 'Antilles' }), NOON);
    const { items, total } = await listViews(database(), undefined, PAGE);
    expect([items.map(({ name }) => name), total]).toEqual([['Alpha', 'beta', 'gamma'], 3]);
    expect((await listViews(database(), 'Calypso', PAGE)).total).toBe(2);
    expect(await listWorkspaces(database())).toEqual([
      { name: 'Antilles', notes: 1, views: 0 },
      { name: 'Calypso', notes: 1, views: 2 },
    ]);
  });

  it('renames, deletes and restores, each by version', async () => {
    const { id } = await insertView(database(), { name: 'one', workspace: '', address: '' }, NOON);
    const renamed = await updateView(database(), id, { name: 'two', workspace: 'W', version: 1 }, LATER);
    expect(renamed).toMatchObject({ name: 'two', workspace: 'W', address: '', version: 2 });
    await expect(
      updateView(database(), id, { name: 'three', workspace: 'W', version: 1 }, LATER),
    ).rejects.toMatchObject({ code: 'view-changed' });
    expect(await removeView(database(), id, 2, LATER)).toMatchObject({
      deletedAt: '2025-12-08T12:01:00.000Z',
    });
    await expect(removeView(database(), id, 3, LATER)).rejects.toMatchObject({ code: 'view-deleted' });
    expect(await bringBackView(database(), id)).toMatchObject({ name: 'two', deletedAt: null });
    await expect(bringBackView(database(), 99_999)).rejects.toMatchObject({ code: 'no-view' });
  });
});
