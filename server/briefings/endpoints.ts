import type { Router } from 'express';
import { actions, endpoints, files, streams } from '../../shared/api.ts';
import { BRIEFING_FORMATS } from '../../shared/briefing.ts';
import type { Database } from '../db/database.ts';
import type { Snapshot } from '../findings/snapshot.ts';
import { mountFile, mountGet, mountPost, mountStream } from '../http/mount.ts';
import type { ExportJobs } from './export-jobs.ts';
import { withheldFrom } from './gather.ts';
import { briefingOf, changesSince, checkConsent, checkFormat, checkLetters, composed } from './make.ts';
import { listBriefings, saveBriefing } from './store.ts';

type Take = () => Promise<Snapshot>;

/** Mounts the making of figures, pages, slides and data files, their delivery, and their making again by code. */
export function mountBriefings(
  router: Router,
  database: Database,
  snapshot: Take,
  exports: ExportJobs,
): void {
  mountPost(
    router,
    actions.previewExport,
  )(async ({ body: { spec } }) => {
    const withheld = await withheldFrom(await snapshot(), spec);
    return { ...withheld, ids: [...withheld.ids] };
  });
  mountPost(
    router,
    actions.startExport,
  )(async ({ body: { spec, format, table, consent } }) => {
    const now = await snapshot();
    checkFormat(spec, format);
    checkLetters(spec);
    if (!consent) await checkConsent(now, spec);
    const briefing = await composed(database, now, spec);
    await saveBriefing(database, briefing, Date.now());
    return exports.start(briefing, format, table);
  });
  mountDelivery(router, exports);
  mountKept(router, database, snapshot, exports);
}

function mountDelivery(router: Router, exports: ExportJobs): void {
  mountGet(router, endpoints.export)(({ params }) => Promise.resolve(exports.find(params.id)));
  mountStream(
    router,
    streams.exportProgress,
  )(({ params }, send, end) => {
    const stop = exports.watch(params.id, (job) => {
      send(job);
      if (job.state === 'done' || job.state === 'failed') end();
    });
    return Promise.resolve(stop);
  });
  mountFile(
    router,
    files.exportFile,
  )(({ id }) => {
    const { path, job } = exports.fileOf(id);
    return { path, name: job.file ?? '', mediaType: job.mediaType ?? '' };
  });
}

function mountKept(router: Router, database: Database, snapshot: Take, exports: ExportJobs): void {
  mountGet(
    router,
    endpoints.briefings,
  )(async ({ query }) => {
    const { items, total } = await listBriefings(database, query.limit, query.offset);
    return { items: items.map((item) => ({ ...item, madeAt: new Date(item.madeAt).toISOString() })), total };
  });
  mountGet(
    router,
    endpoints.briefing,
  )(async ({ params }) => {
    const briefing = await briefingOf(database, params.code);
    const { about, spec } = briefing;
    const now = await snapshot();
    return {
      ...{ code: about.code, spec, runId: about.runId, latestRunId: now.run.id },
      ...{ runStartedAt: about.runStartedAt, dataHash: about.dataHash, marking: about.marking },
      ...{ cutOff: about.cutOff, synthetic: about.synthetic },
      formats: [...BRIEFING_FORMATS[spec.kind]],
      changes: await changesSince(database, now, briefing),
    };
  });
  mountPost(
    router,
    actions.remakeBriefing,
  )(async ({ params, body }) => {
    const briefing = await briefingOf(database, params.code);
    checkFormat(briefing.spec, body.format);
    return exports.start(briefing, body.format, body.table);
  });
}
