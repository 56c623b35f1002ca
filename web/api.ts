import { keepPreviousData, type QueryClient } from '@tanstack/react-query';
import type {
  AnalysisRequest,
  AreaReply,
  CellDetail,
  ClusterDetail,
  ClustersReply,
  ComparisonReply,
  EdgeDetail,
  Facets,
  HotSpotsReply,
  NetworkReply,
  NoDataReply,
  NetworkWithinReply,
  PathsReply,
  PlacesReply,
  PortDetail,
  Problem,
  RouteDetail,
  RoutesReply,
  Run,
  RunComparison,
  SeizureDetail,
  healthSchema,
  portsSchema,
  seizuresSchema,
  vesselDetailSchema,
  vesselsSchema,
} from '../shared/api.ts';
import type { BatchEntry, TakeBackReply } from '../shared/api-batches.ts';
import type { ImportReply, ImportRequestInput } from '../shared/api-imports.ts';
import type { OperationsReply } from '../shared/api-operations.ts';
import type {
  BriefingDetail,
  briefingsSchema,
  ExportJob,
  ExportRequestInput,
  WithheldReply,
} from '../shared/briefing-schema.ts';
import type { BriefingFormat, DataTable } from '../shared/briefing.ts';
import type { Level } from '../shared/vocabulary.ts';
import { spoken } from './i18n/index.ts';
import { networkWithin } from './network-within.ts';
import { inLanguage } from './place-words.ts';
import type { CompareView, WaysView, Weight } from './state-tools.ts';
import type { ViewState } from './state.ts';
import type { z } from 'zod';

/** A page of seizures; no geometry where no position is stated. */
export type SeizuresReply = z.infer<typeof seizuresSchema>;
/** Ports and areas of the gazetteer that a search found. */
export type PortsReply = z.infer<typeof portsSchema>;
/** Vessels that a search found, and one vessel with its latest port calls. */
export type VesselsReply = z.infer<typeof vesselsSchema>;
export type VesselDetail = z.infer<typeof vesselDetailSchema>;
/** What was exported, latest first. */
export type BriefingsReply = z.infer<typeof briefingsSchema>;

/** The server's reply was an error, or there was none (`status` 0). `message` is in words for the reader. */
export class ApiError extends Error {
  constructor(
    message: string,
    readonly status: number,
    /** What went wrong, for the page to act on, `run-under-way`; null: the server did not say. */
    readonly code: string | null = null,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'detail' in body && typeof body.detail === 'string';

async function take<T>(path: string, init: RequestInit): Promise<T> {
  const reply = await fetch(`/api${path}`, init).catch((cause: unknown) => {
    if (init.signal?.aborted) throw cause;
    throw new ApiError('', 0);
  });
  const body: unknown = await reply.json().catch(() => null);
  if (reply.ok && body !== null) return body as T;
  // A proxy in front of a server that is down answers 502 to 504 with no problem in the body.
  if (isProblem(body)) throw new ApiError(body.detail, reply.status, body.code);
  throw new ApiError('', reply.status >= 502 && reply.status <= 504 ? 0 : reply.status);
}

function get<T>(path: string, query: URLSearchParams, signal: AbortSignal): Promise<T> {
  const text = query.toString();
  return take(`${path}${text === '' ? '' : `?${text}`}`, { signal });
}

/** Sends what changes something; what it answers is the changed thing. */
export const send = <T>(method: 'POST' | 'PUT', path: string, body: object): Promise<T> =>
  take(path, { ...postOf(body), method });

const postOf = (body: object) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

/** Has the server take something away; it answers with what it took. */
export const remove = <T>(path: string): Promise<T> => take(path, { method: 'DELETE' });

const post = <T>(path: string, body: object): Promise<T> => send('POST', path, body);

/** What changes something on the server. */
export const actions = {
  startRun: (request: AnalysisRequest) => post<{ runId: number }>('/runs', request),
  cancelRun: (runId: number) => post<Run>(`/runs/${runId}/cancel`, {}),
  importSeizures: (request: ImportRequestInput) => post<ImportReply>('/imports/seizures', request),
  takeBack: (id: number, commit: boolean) => post<TakeBackReply>(`/batches/${id}/take-back`, { commit }),
  startExport: (request: ExportRequestInput) => post<ExportJob>('/exports', request),
  remakeBriefing: (code: string, format: BriefingFormat, table?: DataTable) =>
    post<ExportJob>(`/briefings/${code}/exports`, { format, table }),
};
/** Where the progress of a run is told, as server-sent events. */
export const progressOf = (runId: number): string => `/api/runs/${runId}/progress`;
/** The same of an export, and where its file is for a day. */
export const exportProgressOf = (id: string): string => `/api/exports/${id}/progress`;
export const exportFileOf = (id: string): string => `/api/exports/${id}/file`;

/** The part of the view that filters evidence. */
export type ViewFilter = Pick<ViewState, 'from' | 'to' | 'commodities' | 'countries' | 'dataSets'>;

/** A filter as the query of a request; what filters nothing is left out. */
export function filterQuery(filter: ViewFilter): URLSearchParams {
  const query = new URLSearchParams();
  if (filter.from !== null) query.set('from', filter.from);
  if (filter.to !== null) query.set('to', filter.to);
  if (filter.commodities.length > 0) query.set('commodity', filter.commodities.join(','));
  if (filter.countries.length > 0) query.set('country', filter.countries.join(','));
  if (filter.dataSets.length > 0) query.set('dataSet', filter.dataSets.join(','));
  return query;
}

/** Only the parts of a view that filter, so that moving the map asks for nothing. */
export const filterOf = ({ from, to, commodities, countries, dataSets }: ViewFilter): ViewFilter => ({
  from,
  to,
  commodities,
  countries,
  dataSets,
});

/** One request as TanStack Query takes it. */
export interface Ask<T, Context = { signal: AbortSignal }> {
  readonly queryKey: readonly [path: string, query: string, language: string];
  readonly queryFn: (context: Context) => Promise<T>;
}

/** A request whose reply is kept by its path and query, and by the language that it is put into. */
export function ask<T>(path: string, query: URLSearchParams): Ask<T> {
  const language = spoken();
  return {
    queryKey: [path, query.toString(), language],
    queryFn: async ({ signal }) => inLanguage(language, await get<T>(path, query, signal)),
  };
}
interface Keeping {
  readonly placeholderData: typeof keepPreviousData;
}
/** As `ask`, for lists and layers: the last reply stays on the page while the next one comes. */
const askKeeping = <T>(path: string, query: URLSearchParams): Ask<T> & Keeping => ({
  ...ask<T>(path, query),
  placeholderData: keepPreviousData,
});
/** Lines of legs are most of a network and do not change with the filter, so they come once, with the whole. */
function askNetwork(
  query: URLSearchParams,
): Ask<NetworkReply, { signal: AbortSignal; client: QueryClient }> & Keeping {
  const whole = askKeeping<NetworkReply>('/network', new URLSearchParams());
  if (query.size === 0) return whole;
  const anew = askKeeping<NetworkReply>('/network', query);
  const changes = ask<NetworkWithinReply>('/network/within', query);
  return {
    ...anew,
    queryFn: async (context) => {
      const [lines, within] = await Promise.all([
        context.client.ensureQueryData(whole),
        changes.queryFn(context),
      ]);
      // A new run may have been done since the whole came.
      return lines.runId === within.runId ? networkWithin(lines, within) : anew.queryFn(context);
    },
  };
}
const withAll = (query: URLSearchParams, more: Record<string, string>): URLSearchParams => {
  for (const [key, value] of Object.entries(more)) query.set(key, value);
  return query;
};
/** Runs asked for at first: enough that one of them is done. */
const FIRST_RUNS = 50;
const id = encodeURIComponent;
/** As many as one request may bring. */
const ALL = { limit: '5000' };

/** As many ways as can be told apart. */
const WAYS_AT_MOST = '5';

/** What is tested for clustering is said only where it is not the usual. */
const weighted = (filter: ViewFilter, weight: Weight): URLSearchParams =>
  withAll(filterQuery(filter), weight === 'count' ? {} : { weight });

/** The page's dates choose no side of a comparison: it has its own. */
function comparisonQuery(filter: ViewFilter, { by, a, b }: CompareView): URLSearchParams {
  const query = withAll(filterQuery({ ...filter, from: null, to: null }), { by });
  for (const [name, side] of [
    ['a', a],
    ['b', b],
  ] as const) {
    if (side.from !== null) query.set(`${name}From`, side.from);
    if (side.to !== null) query.set(`${name}To`, side.to);
    if (side.operation !== null) query.set(`${name}Operation`, side.operation);
    if (side.effort !== null) query.set(`${name}Effort`, String(side.effort));
  }
  return query;
}

/** Each endpoint as a query of TanStack Query. */
export const queries = {
  health: () => ask<z.infer<typeof healthSchema>>('/health', new URLSearchParams()),
  facets: (filter: ViewFilter) => askKeeping<Facets>('/facets', filterQuery(filter)),
  runs: (limit = FIRST_RUNS) =>
    askKeeping<{ items: Run[]; total: number }>('/runs', new URLSearchParams({ limit: String(limit) })),
  compareRuns: (older: number, newer: number) =>
    ask<RunComparison>(`/runs/${newer}/comparison`, new URLSearchParams({ older: String(older) })),
  network: (filter: ViewFilter) => askNetwork(filterQuery(filter)),
  routes: (filter: ViewFilter, level: Level) =>
    askKeeping<RoutesReply>('/routes', withAll(filterQuery(filter), { ...ALL, level })),
  seizures: (filter: ViewFilter) => askKeeping<SeizuresReply>('/seizures', withAll(filterQuery(filter), ALL)),
  hotspots: (filter: ViewFilter, weight: Weight) =>
    askKeeping<HotSpotsReply>('/hotspots', weighted(filter, weight)),
  ports: (text: string, limit = 8) =>
    askKeeping<PortsReply>('/ports', new URLSearchParams({ q: text, limit: String(limit) })),
  vessels: (text: string, limit = 8) =>
    askKeeping<VesselsReply>('/vessels', new URLSearchParams({ q: text, limit: String(limit) })),
  vessel: (key: string) => ask<VesselDetail>(`/vessels/${id(key)}`, new URLSearchParams()),
  route: (key: string, filter: ViewFilter, limit: number) =>
    ask<RouteDetail>(`/routes/${id(key)}`, withAll(filterQuery(filter), { limit: String(limit) })),
  edge: (key: string, filter: ViewFilter, limit: number) =>
    ask<EdgeDetail>(`/network/edges/${id(key)}`, withAll(filterQuery(filter), { limit: String(limit) })),
  port: (key: string, filter: ViewFilter) => ask<PortDetail>(`/ports/${id(key)}`, filterQuery(filter)),
  cell: (key: string, filter: ViewFilter, weight: Weight) =>
    ask<CellDetail>(`/hotspots/${id(key)}`, weighted(filter, weight)),
  clusters: () => ask<ClustersReply>('/clusters', new URLSearchParams()),
  cluster: (key: string) => ask<ClusterDetail>(`/clusters/${id(key)}`, new URLSearchParams()),
  places: (level: Level) => askKeeping<PlacesReply>('/places', new URLSearchParams({ ...ALL, level })),
  paths: (filter: ViewFilter, level: Level, { start, end, cost }: WaysView) =>
    ask<PathsReply>(
      '/paths',
      withAll(filterQuery(filter), { start: start ?? '', end: end ?? '', cost, level, k: WAYS_AT_MOST }),
    ),
  comparison: (filter: ViewFilter, compare: CompareView) =>
    askKeeping<ComparisonReply>('/comparison', comparisonQuery(filter, compare)),
  area: (corners: string, filter: ViewFilter, level: Level) =>
    askKeeping<AreaReply>('/area', withAll(filterQuery(filter), { corners, level })),
  batches: (limit: number) =>
    askKeeping<{ items: BatchEntry[]; total: number }>(
      '/batches',
      new URLSearchParams({ limit: String(limit) }),
    ),
  operations: () => ask<OperationsReply>('/operations', new URLSearchParams()),
  noData: () => ask<NoDataReply>('/no-data', new URLSearchParams()),
  seizure: (key: string) => ask<SeizureDetail>(`/seizures/${id(key)}`, new URLSearchParams()),
  briefings: (limit: number) =>
    askKeeping<BriefingsReply>('/briefings', new URLSearchParams({ limit: String(limit) })),
  briefing: (code: string) => ask<BriefingDetail>(`/briefings/${code}`, new URLSearchParams()),
  /** A question that is too long for an address. */
  exportPreview: (spec: ExportRequestInput['spec']) => ({
    queryKey: ['/exports/preview', JSON.stringify(spec)] as const,
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      take<WithheldReply>('/exports/preview', { ...postOf({ spec }), signal }),
  }),
};
