import type { Router } from 'express';
import { actions, endpoints, removals, replacements } from '../../shared/api.ts';
import type { Database } from '../db/database.ts';
import { mountDelete, mountGet, mountPost, mountPut } from '../http/mount.ts';
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
} from './store.ts';

/** Notes and hypotheses, saved views, and the workspaces that group them. */
export function mountNotes(router: Router, database: Database, now: () => number = Date.now): void {
  mountGet(router, endpoints.notes)(({ query }) => listNotes(database, query, query));
  mountGet(router, endpoints.note)(({ params }) => findNote(database, params.id));
  mountPost(router, actions.writeNote)(({ body }) => insertNote(database, body, now()));
  mountPut(
    router,
    replacements.changeNote,
  )(({ params, body }) => updateNote(database, params.id, body, now()));
  mountDelete(
    router,
    removals.deleteNote,
  )(({ params, query }) => removeNote(database, params.id, query.version, now()));
  mountPost(router, actions.restoreNote)(({ params }) => bringBackNote(database, params.id));

  mountGet(router, endpoints.views)(({ query }) => listViews(database, query.workspace, query));
  mountPost(router, actions.saveView)(({ body }) => insertView(database, body, now()));
  mountPut(
    router,
    replacements.changeView,
  )(({ params, body }) => updateView(database, params.id, body, now()));
  mountDelete(
    router,
    removals.deleteView,
  )(({ params, query }) => removeView(database, params.id, query.version, now()));
  mountPost(router, actions.restoreView)(({ params }) => bringBackView(database, params.id));

  mountGet(
    router,
    endpoints.workspaces,
  )(async () => {
    const items = await listWorkspaces(database);
    return { items, total: items.length };
  });
}
