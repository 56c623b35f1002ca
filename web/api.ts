import { keepPreviousData } from '@tanstack/react-query';
import type {
  CellDetail,
  EdgeDetail,
  Facets,
  HotSpotsReply,
  NetworkReply,
  PortDetail,
  Problem,
  RouteDetail,
  RoutesReply,
  Run,
  SeizureDetail,
  portsSchema,
  seizuresSchema,
} from '../shared/api.ts';
import type { Level } from '../shared/vocabulary.ts';
import type { ViewState } from './state.ts';
import type { z } from 'zod';

/** A page of seizures; no geometry where no position is stated. */
export type SeizuresReply = z.infer<typeof seizuresSchema>;
/** Ports and areas of the gazetteer that a search found. */
export type PortsReply = z.infer<typeof portsSchema>;

/** The server's reply was an error, or there was none (`status` 0). `message` is in words for the reader. */
export class ApiError extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'detail' in body && typeof body.detail === 'string';

async function get<T>(path: string, query: URLSearchParams, signal: AbortSignal): Promise<T> {
  const text = query.toString();
  const reply = await fetch(`/api${path}${text === '' ? '' : `?${text}`}`, { signal }).catch(
    (cause: unknown) => {
      if (signal.aborted) throw cause;
      throw new ApiError('', 0);
    },
  );
  const body: unknown = await reply.json().catch(() => null);
  if (reply.ok && body !== null) return body as T;
  // A proxy in front of a server that is down answers 502 to 504 with no problem in the body.
  if (isProblem(body)) throw new ApiError(body.detail, reply.status);
  throw new ApiError('', reply.status >= 502 && reply.status <= 504 ? 0 : reply.status);
}

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
export interface Ask<T> {
  readonly queryKey: readonly [path: string, query: string];
  readonly queryFn: (context: { signal: AbortSignal }) => Promise<T>;
}

const ask = <T>(path: string, query: URLSearchParams): Ask<T> => ({
  queryKey: [path, query.toString()],
  queryFn: ({ signal }) => get<T>(path, query, signal),
});
interface Keeping {
  readonly placeholderData: typeof keepPreviousData;
}
/** As `ask`, for lists and layers: the last reply stays on the page while the next one comes. */
const askKeeping = <T>(path: string, query: URLSearchParams): Ask<T> & Keeping => ({
  ...ask<T>(path, query),
  placeholderData: keepPreviousData,
});
const withAll = (query: URLSearchParams, more: Record<string, string>): URLSearchParams => {
  for (const [key, value] of Object.entries(more)) query.set(key, value);
  return query;
};
const id = encodeURIComponent;
/** As many as one request may bring. */
const ALL = { limit: '5000' };

/** Each endpoint as a query of TanStack Query. */
export const queries = {
  facets: (filter: ViewFilter) => askKeeping<Facets>('/facets', filterQuery(filter)),
  runs: () => ask<{ items: Run[] }>('/runs', new URLSearchParams({ limit: '1' })),
  network: (filter: ViewFilter) => askKeeping<NetworkReply>('/network', filterQuery(filter)),
  routes: (filter: ViewFilter, level: Level) =>
    askKeeping<RoutesReply>('/routes', withAll(filterQuery(filter), { ...ALL, level })),
  seizures: (filter: ViewFilter) => askKeeping<SeizuresReply>('/seizures', withAll(filterQuery(filter), ALL)),
  hotspots: (filter: ViewFilter) => askKeeping<HotSpotsReply>('/hotspots', filterQuery(filter)),
  ports: (text: string) => askKeeping<PortsReply>('/ports', new URLSearchParams({ q: text, limit: '8' })),
  route: (key: string, filter: ViewFilter, limit: number) =>
    ask<RouteDetail>(`/routes/${id(key)}`, withAll(filterQuery(filter), { limit: String(limit) })),
  edge: (key: string, filter: ViewFilter, limit: number) =>
    ask<EdgeDetail>(`/network/edges/${id(key)}`, withAll(filterQuery(filter), { limit: String(limit) })),
  port: (key: string, filter: ViewFilter) => ask<PortDetail>(`/ports/${id(key)}`, filterQuery(filter)),
  cell: (key: string, filter: ViewFilter) => ask<CellDetail>(`/hotspots/${id(key)}`, filterQuery(filter)),
  seizure: (key: string) => ask<SeizureDetail>(`/seizures/${id(key)}`, new URLSearchParams()),
};
