import compression from 'compression';
import express, { type Express } from 'express';
import precompressed from 'express-static-gzip';
import helmet from 'helmet';
import type { ImportReply, ImportRequest } from '../shared/api-imports.ts';
import { actions, endpoints, files, removals, replacements, streams } from '../shared/api.ts';
import { mountBriefings } from './briefings/endpoints.ts';
import type { ExportJobs } from './briefings/export-jobs.ts';
import { mountCoverage } from './coverage/endpoints.ts';
import type { Database } from './db/database.ts';
import { mountArea } from './findings/area-endpoints.ts';
import { mountFindings } from './findings/endpoints.ts';
import { snapshots } from './findings/snapshot.ts';
import { mountMeasures } from './findings/measure-endpoints.ts';
import { mountRuns } from './findings/run-endpoints.ts';
import type { RunJobs } from './findings/run-jobs.ts';
import { latestRun } from './findings/run-store.ts';
import { mountGet, mountPost } from './http/mount.ts';
import { openApi } from './http/openapi.ts';
import { problemHandler, unknownEndpoint, type LogError } from './http/problem.ts';
import { mountNotes } from './notes/endpoints.ts';
import { mountOperations } from './operations/endpoints.ts';
import { PAGE_FOLDER } from './page.ts';
import type { BatchBook } from './pipeline/batch-book.ts';
import { mountPorts } from './ports/endpoints.ts';
import { mountSeizures } from './seizures/endpoints.ts';
import { mountTracks } from './tracks/endpoints.ts';
import { mountVessels } from './vessels/endpoints.ts';

/** What takes longer than a request. */
interface Jobs {
  readonly runs: RunJobs;
  readonly exports: ExportJobs;
  /** Checks seizure reports and takes them in. */
  imports(request: ImportRequest): Promise<ImportReply>;
  /** Lists what imports brought, and takes it back. */
  readonly batches: BatchBook;
}

/** The web application over one open database: the API under `/api`, and the built page at every other address. */
export function makeApp(database: Database, jobs: Jobs, version: string, log: LogError): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(
    helmet({
      contentSecurityPolicy: {
        directives: {
          'default-src': ["'self'"],
          // MapLibre makes its worker from its own file; Mantine sets styles from script.
          'worker-src': ["'self'", 'blob:'],
          'style-src': ["'self'", "'unsafe-inline'"],
          'img-src': ["'self'", 'data:', 'blob:'],
          'connect-src': ["'self'"],
          'font-src': ["'self'"],
          // Served over plain HTTP on the loopback address by default.
          'upgrade-insecure-requests': null,
        },
      },
      strictTransportSecurity: false,
    }),
  );
  app.use(compression());
  app.use('/api', makeApi(database, jobs, version));
  app.use('/api', unknownEndpoint);
  const forever = { immutable: true, maxAge: '1y' };
  app.use('/assets', precompressed(`${PAGE_FOLDER}/assets`, { index: false, serveStatic: forever }));
  app.use(express.static(PAGE_FOLDER, { maxAge: 0 }));
  app.use(problemHandler(log));
  return app;
}

function makeApi(database: Database, jobs: Jobs, version: string): express.Router {
  const api = express.Router();
  const snapshot = snapshots(database);

  mountGet(
    api,
    endpoints.health,
  )(async () => ({
    status: 'ok',
    version,
    database: database.kind,
    runId: (await latestRun(database))?.id ?? null,
  }));
  const document = openApi({ endpoints, actions, replacements, removals, streams, files }, version);
  api.get('/openapi.json', (_request, response) => {
    response.json(document);
  });
  mountPorts(api, database);
  mountSeizures(api, database, async () =>
    (await latestRun(database)) ? (await snapshot()).gazetteer : null,
  );
  mountPost(api, actions.importSeizures)(({ body }) => jobs.imports(body));
  mountGet(api, endpoints.batches)(({ query }) => jobs.batches.list(query));
  mountPost(
    api,
    actions.takeBack,
  )(async ({ params, body }) => {
    // The latest run is shown until there is a newer one: what it rests on is read before some of that goes.
    if (body.commit && (await latestRun(database))) await snapshot().catch(() => undefined);
    return jobs.batches.takeBack(params.id, body.commit);
  });
  mountVessels(api, database);
  mountTracks(api, database, async (placeId) => (await snapshot()).atlas.ref(placeId));
  mountFindings(api, database, snapshot);
  mountMeasures(api, database, snapshot);
  mountArea(api, database, snapshot);
  mountNotes(api, database);
  mountOperations(api, async () => {
    const { run, seizures, isSynthetic } = await snapshot();
    return { runId: run.id, seizures: [...seizures.values()].filter(({ id }) => !isSynthetic(id)) };
  });
  mountRuns(api, database, snapshot, jobs.runs);
  mountBriefings(api, database, snapshot, jobs.exports);
  mountCoverage(api, snapshot);
  return api;
}
