import type { Note, NoteChange, NewNote, NewView, SavedView, ViewChange } from '../../shared/api-notes.ts';
import type { Database, Parameter, Queryable } from '../db/database.ts';
import { ConflictError, NotFoundError } from '../errors.ts';

/** An instant as the wire has it. */
const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const STAMPS = `${instant('created_at')} as "createdAt", ${instant('changed_at')} as "changedAt", version,
  ${instant('deleted_at')} as "deletedAt"`;
const NOTE = `id, kind, status, text, workspace, pinned_kind as "pinnedKind", pinned_id as "pinnedId",
  pinned_label as "pinnedLabel", longitude, latitude, address, case pinned_kind
    when 'seizure' then exists (select 1 from seizure where seizure.id = note.pinned_id)
    when 'port' then exists (select 1 from place where place.id = note.pinned_id)
    else true end as held, ${STAMPS}`;
const VIEW = `id, name, workspace, address, ${STAMPS}`;

interface NoteRow extends Omit<Note, 'pinned'> {
  readonly pinnedKind: Note['pinned']['kind'];
  readonly pinnedId: string;
  readonly pinnedLabel: string;
  readonly longitude: number | null;
  readonly latitude: number | null;
}

function noteOf({ pinnedKind, pinnedId, pinnedLabel, longitude, latitude, ...rest }: NoteRow): Note {
  const position: [number, number] | null =
    longitude === null || latitude === null ? null : [longitude, latitude];
  return { ...rest, pinned: { kind: pinnedKind, id: pinnedId, label: pinnedLabel, position } };
}

const stamp = (now: number): string => new Date(now).toISOString();

/** Which notes are asked for; undefined: any. */
export interface NoteFilter {
  readonly workspace?: string | undefined;
  readonly pinnedKind?: string | undefined;
  readonly pinnedId?: string | undefined;
}
interface Page {
  readonly limit: number;
  readonly offset: number;
}

/** Notes that are not deleted, last changed first: one page, and how many there are. */
export async function listNotes(
  db: Queryable,
  { workspace, pinnedKind, pinnedId }: NoteFilter,
  { limit, offset }: Page,
): Promise<{ items: Note[]; total: number }> {
  const where = `from note where deleted_at is null and ($1::text is null or workspace = $1)
    and ($2::text is null or pinned_kind = $2) and ($3::text is null or pinned_id = $3)`;
  const asked: Parameter[] = [workspace ?? null, pinnedKind ?? null, pinnedId ?? null];
  const items = await db.query<NoteRow>(
    `select ${NOTE} ${where} order by changed_at desc, id desc limit $4 offset $5`,
    [...asked, limit, offset],
  );
  const count = await db.query<{ n: number }>(`select count(*)::int as n ${where}`, asked);
  return { items: items.map(noteOf), total: count[0]?.n ?? 0 };
}

/** How many notes that are not deleted are pinned to these things of one kind. */
export async function countNotesOn(
  db: Queryable,
  pinnedKind: Note['pinned']['kind'],
  ids: readonly string[],
): Promise<number> {
  const rows = await db.query<{ n: number }>(
    `select count(*)::int as n from note
     where deleted_at is null and pinned_kind = $1 and pinned_id = any($2::text[])`,
    [pinnedKind, ids],
  );
  return rows[0]?.n ?? 0;
}

/** The note of that number, deleted or not. @throws {NotFoundError} `no-note` */
export async function findNote(db: Queryable, id: number): Promise<Note> {
  const row = (await db.query<NoteRow>(`select ${NOTE} from note where id = $1`, [id]))[0];
  if (!row) throw new NotFoundError('no-note', `There is no note ${String(id)}.`);
  return noteOf(row);
}

/** Writes a note and returns it with its number. */
export async function insertNote(db: Queryable, note: NewNote, now: number): Promise<Note> {
  const { kind, status, text, workspace = '', pinned, address = '' } = note;
  const rows = await db.query<NoteRow>(
    `insert into note (kind, status, text, workspace, pinned_kind, pinned_id, pinned_label, longitude, latitude,
       address, created_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8::float8, $9::float8, $10, $11::timestamptz, $11::timestamptz)
     returning ${NOTE}`,
    [
      kind,
      status,
      text,
      workspace,
      pinned.kind,
      pinned.id,
      pinned.label,
      pinned.position?.[0] ?? null,
      pinned.position?.[1] ?? null,
      address,
      stamp(now),
    ],
  );
  return noteOf(only(rows));
}

/** Changes a note of that version. @throws {ConflictError} when it was changed or deleted meanwhile */
export async function updateNote(db: Database, id: number, change: NoteChange, now: number): Promise<Note> {
  const { kind, status, text, workspace = '', version } = change;
  const rows = await db.query<NoteRow>(
    `update note set kind = $3, status = $4, text = $5, workspace = $6, changed_at = $7::timestamptz,
       version = version + 1
     where id = $1 and version = $2 and deleted_at is null returning ${NOTE}`,
    [id, version, kind, status, text, workspace, stamp(now)],
  );
  return noteOf(rows[0] ?? refused('note', await findNote(db, id)));
}

/** Takes a note of that version away, or brings it back; its content stays. */
export async function removeNote(db: Database, id: number, version: number, now: number): Promise<Note> {
  const rows = await db.query<NoteRow>(
    `update note set deleted_at = $3::timestamptz, version = version + 1
     where id = $1 and version = $2 and deleted_at is null returning ${NOTE}`,
    [id, version, stamp(now)],
  );
  return noteOf(rows[0] ?? refused('note', await findNote(db, id)));
}

/** Brings a deleted note back; one that is not deleted stays as it is. @throws {NotFoundError} `no-note` */
export async function bringBackNote(db: Queryable, id: number): Promise<Note> {
  await db.query(
    'update note set deleted_at = null, version = version + 1 where id = $1 and deleted_at is not null',
    [id],
  );
  return findNote(db, id);
}

/** Saved views that are not deleted, by name: one page, and how many there are. */
export async function listViews(
  db: Queryable,
  workspace: string | undefined,
  { limit, offset }: Page,
): Promise<{ items: SavedView[]; total: number }> {
  const where = 'from saved_view where deleted_at is null and ($1::text is null or workspace = $1)';
  const asked = [workspace ?? null];
  // Collated by code point, which is the same in both databases.
  const items = await db.query<SavedView>(
    `select ${VIEW} ${where} order by lower(name) collate "C", id limit $2 offset $3`,
    [...asked, limit, offset],
  );
  const count = await db.query<{ n: number }>(`select count(*)::int as n ${where}`, asked);
  return { items, total: count[0]?.n ?? 0 };
}

async function findView(db: Queryable, id: number): Promise<SavedView> {
  const row = (await db.query<SavedView>(`select ${VIEW} from saved_view where id = $1`, [id]))[0];
  if (!row) throw new NotFoundError('no-view', `There is no saved view ${String(id)}.`);
  return row;
}

/** Saves a view under a name and returns it with its number. */
export async function insertView(db: Queryable, view: NewView, now: number): Promise<SavedView> {
  const rows = await db.query<SavedView>(
    `insert into saved_view (name, workspace, address, created_at, changed_at)
     values ($1, $2, $3, $4::timestamptz, $4::timestamptz) returning ${VIEW}`,
    [view.name, view.workspace ?? '', view.address, stamp(now)],
  );
  return only(rows);
}

/** Renames a view of that version or puts it in a workspace. @throws {ConflictError} when it was changed meanwhile */
export async function updateView(
  db: Database,
  id: number,
  { name, workspace, version }: ViewChange,
  now: number,
): Promise<SavedView> {
  const rows = await db.query<SavedView>(
    `update saved_view set name = $3, workspace = $4, changed_at = $5::timestamptz, version = version + 1
     where id = $1 and version = $2 and deleted_at is null returning ${VIEW}`,
    [id, version, name, workspace, stamp(now)],
  );
  return rows[0] ?? refused('view', await findView(db, id));
}

/** Takes a view of that version away; it stays in the database. */
export async function removeView(db: Database, id: number, version: number, now: number): Promise<SavedView> {
  const rows = await db.query<SavedView>(
    `update saved_view set deleted_at = $3::timestamptz, version = version + 1
     where id = $1 and version = $2 and deleted_at is null returning ${VIEW}`,
    [id, version, stamp(now)],
  );
  return rows[0] ?? refused('view', await findView(db, id));
}

/** Brings a deleted view back; one that is not deleted stays as it is. @throws {NotFoundError} `no-view` */
export async function bringBackView(db: Queryable, id: number): Promise<SavedView> {
  await db.query(
    'update saved_view set deleted_at = null, version = version + 1 where id = $1 and deleted_at is not null',
    [id],
  );
  return findView(db, id);
}

/** Workspaces that hold anything, by name, with how many notes and views each holds. */
export async function listWorkspaces(
  db: Queryable,
): Promise<{ name: string; notes: number; views: number }[]> {
  return db.query(
    `select name, sum(notes)::int as notes, sum(views)::int as views from (
       select workspace as name, count(*) as notes, 0 as views from note where deleted_at is null group by 1
       union all
       select workspace, 0, count(*) from saved_view where deleted_at is null group by 1
     ) held where name <> '' group by name order by lower(name) collate "C", name collate "C"`,
  );
}

function only<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error('an insert returns its row');
  return row;
}

/** Why a change of a row found nothing to change. */
function refused(what: 'note' | 'view', now: Pick<Note, 'id' | 'version' | 'deletedAt'>): never {
  const name = what === 'note' ? 'Note' : 'Saved view';
  throw now.deletedAt === null
    ? new ConflictError(
        `${what}-changed`,
        `${name} ${String(now.id)} was changed meanwhile; it is at version ${String(now.version)}. Read it again.`,
      )
    : new ConflictError(
        `${what}-deleted`,
        `${name} ${String(now.id)} was deleted meanwhile. Restore it to change it.`,
      );
}
