import { z } from 'zod';
import { HYPOTHESIS_STATES, NOTE_KINDS, PINNED_KINDS } from './vocabulary.ts';

/** The part of the contract that is about what analysts write down: notes, hypotheses and saved views. */

const instant = z.string().meta({ description: 'UTC instant, ISO 8601 with Z' });
const position = z
  .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
  .meta({ description: '[longitude, latitude], WGS 84' });
const noteText = z
  .string()
  .trim()
  .min(1, 'a note of at least one letter')
  .max(4000, 'at most 4,000 characters')
  .meta({ description: 'What is thought or known. Name no persons' });
const workspace = z
  .string()
  .trim()
  .max(80)
  .meta({ description: 'A named group of notes and saved views; empty: in none' });
const address = z
  .string()
  .max(8000)
  .regex(/^(\?.*)?$/s, 'the query of an address of this page, from its "?" on; empty: the first view')
  .meta({ description: 'Query of the address of the page, "?" included; empty: the first view' });
const version = z.number().int().min(1);
const status = z.enum(HYPOTHESIS_STATES).nullable().meta({ description: 'Of a hypothesis; null of a note' });

const pinnedSchema = z.strictObject({
  kind: z.enum(PINNED_KINDS),
  id: z.string().min(1).max(3000).meta({
    description: 'Id of the thing; of an area its corners `lon,lat;…`, of a position `lon,lat`',
  }),
  label: z.string().trim().min(1).max(300).meta({ description: 'What it was called when it was pinned' }),
  position: position.nullable().meta({ description: 'Where the pin stands; null: it has no place' }),
});
export type Pinned = z.infer<typeof pinnedSchema>;

export const noteSchema = z.object({
  id: z.number().int(),
  kind: z.enum(NOTE_KINDS),
  status,
  text: z.string(),
  workspace: z.string(),
  pinned: pinnedSchema,
  held: z.boolean().meta({ description: 'false: the case or place that it is pinned to was taken back' }),
  address: z.string(),
  createdAt: instant,
  changedAt: instant,
  version: z.number().int().meta({ description: 'Goes up by one with each change' }),
  deletedAt: instant.nullable(),
});
export type Note = z.infer<typeof noteSchema>;
export const notesSchema = z.object({ items: z.array(noteSchema), total: z.number().int() });

const hasStatus = {
  check: ({ kind, status: now }: { kind: string; status: string | null }) =>
    (kind === 'hypothesis') === (now !== null),
  why: { message: 'a hypothesis is open, supported or rejected; a note has no status', path: ['status'] },
};
const noteBody = z.strictObject({
  kind: z.enum(NOTE_KINDS),
  status,
  text: noteText,
  workspace: workspace.default(''),
});
const newNoteSchema = noteBody
  .extend({ pinned: pinnedSchema, address: address.default('') })
  .refine(hasStatus.check, hasStatus.why);
export type NewNote = z.input<typeof newNoteSchema>;
const noteChangeSchema = noteBody
  .extend({ version: version.meta({ description: 'The version that was read and is changed here' }) })
  .refine(hasStatus.check, hasStatus.why);
export type NoteChange = z.input<typeof noteChangeSchema>;

export const savedViewSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  workspace: z.string(),
  address: z.string(),
  createdAt: instant,
  changedAt: instant,
  version: z.number().int(),
  deletedAt: instant.nullable(),
});
export type SavedView = z.infer<typeof savedViewSchema>;
const savedViewsSchema = z.object({ items: z.array(savedViewSchema), total: z.number().int() });
const viewName = z.string().trim().min(1, 'a name of at least one letter').max(120);
const newViewSchema = z.strictObject({ name: viewName, workspace: workspace.default(''), address });
export type NewView = z.input<typeof newViewSchema>;
const viewChangeSchema = z.strictObject({ name: viewName, workspace, version });
export type ViewChange = z.input<typeof viewChangeSchema>;

const workspacesSchema = z.object({
  items: z.array(z.object({ name: z.string(), notes: z.number().int(), views: z.number().int() })),
  total: z.number().int(),
});
export type Workspaces = z.infer<typeof workspacesSchema>;

const paging = {
  limit: z.coerce.number().int().min(1).max(5000).default(1000),
  offset: z.coerce.number().int().min(0).default(0),
};
const numbered = z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) });
const atVersion = z.object({
  version: z.coerce.number().int().min(1).meta({ description: 'The version that was read' }),
});

/** What reads notes and saved views. */
export const noteEndpoints = {
  notes: {
    path: '/notes',
    summary: 'Notes and hypotheses that are not deleted, last changed first',
    query: z.object({
      ...paging,
      workspace: workspace.optional(),
      pinnedKind: z.enum(PINNED_KINDS).optional(),
      pinnedId: z.string().min(1).max(3000).optional(),
    }),
    output: notesSchema,
  },
  note: { path: '/notes/:id', summary: 'One note, also when deleted', params: numbered, output: noteSchema },
  views: {
    path: '/views',
    summary: 'Saved views that are not deleted, by name',
    query: z.object({ ...paging, workspace: workspace.optional() }),
    output: savedViewsSchema,
  },
  workspaces: {
    path: '/workspaces',
    summary: 'Workspaces with how much each holds, by name',
    output: workspacesSchema,
  },
} as const;

/** POST: writes a note or a saved view, or takes a deletion back. */
export const noteActions = {
  writeNote: {
    path: '/notes',
    summary: 'Write a note or hypothesis',
    body: newNoteSchema,
    output: noteSchema,
  },
  restoreNote: {
    path: '/notes/:id/restore',
    summary: 'Take the deletion of a note back',
    params: numbered,
    body: z.strictObject({}),
    output: noteSchema,
  },
  saveView: {
    path: '/views',
    summary: 'Save a view under a name',
    body: newViewSchema,
    output: savedViewSchema,
  },
  restoreView: {
    path: '/views/:id/restore',
    summary: 'Take the deletion of a saved view back',
    params: numbered,
    body: z.strictObject({}),
    output: savedViewSchema,
  },
} as const;

/** PUT: a changed version of what is there; 409 when somebody else changed it meanwhile. */
export const noteReplacements = {
  changeNote: {
    path: '/notes/:id',
    summary: 'Change a note; 409 when it was changed or deleted since the version given',
    params: numbered,
    body: noteChangeSchema,
    output: noteSchema,
  },
  changeView: {
    path: '/views/:id',
    summary: 'Rename a saved view or put it in a workspace; 409 when it was changed meanwhile',
    params: numbered,
    body: viewChangeSchema,
    output: savedViewSchema,
  },
} as const;

/** DELETE: taken away but kept; can be taken back. */
export const noteRemovals = {
  deleteNote: {
    path: '/notes/:id',
    summary: 'Delete a note; it is kept and can be restored',
    params: numbered,
    query: atVersion,
    output: noteSchema,
  },
  deleteView: {
    path: '/views/:id',
    summary: 'Delete a saved view; it is kept and can be restored',
    params: numbered,
    query: atVersion,
    output: savedViewSchema,
  },
} as const;
