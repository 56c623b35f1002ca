import { z } from 'zod';
import {
  BRIEFING_FORMATS,
  BRIEFING_KINDS,
  DATA_TABLES,
  FIGURE_SIZES,
  MEDIA_TYPES,
  SCENE_LAYERS,
  type BriefingFormat,
  type BriefingSpec,
} from './briefing.ts';
import { LANGUAGES } from './languages.ts';
import { COMMODITIES, LEVELS, MARKINGS } from './vocabulary.ts';

/** The contract of exports: what may be asked for and what is answered. */

const day = z.iso.date('a day that exists, as YYYY-MM-DD');
const instant = z.string().meta({ description: 'UTC instant, ISO 8601 with Z' });
const lon = z.number().min(-180).max(180);
const lat = z.number().min(-85).max(85);

const filter = z
  .strictObject({
    from: day.nullable().default(null),
    to: day.nullable().default(null),
    commodities: z.array(z.enum(COMMODITIES)).max(50).default([]),
    countries: z
      .array(z.string().regex(/^[A-Z]{2}$/, 'ISO 3166-1 alpha-2, capitals'))
      .max(50)
      .default([]),
    dataSets: z.array(z.string().max(60)).max(50).default([]),
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    message: 'from must not be after to',
    path: ['from'],
  });

/** One bound may not reach the other; half a degree is a harbour with its waters. */
const bounds = z
  .tuple([lon, lat, lon, lat])
  .refine(([west, south, east, north]) => east - west >= 0.02 && north - south >= 0.02, {
    message: 'west, south, east, north in degrees, at least 0.02 apart',
  });

const text = (most: number) => z.string().trim().max(most, `at most ${most} characters`);

export const briefingSpecSchema = z.strictObject({
  kind: z.enum(BRIEFING_KINDS),
  language: z.enum(LANGUAGES).default('en'),
  theme: z.enum(['light', 'dark']).default('light'),
  size: z.enum(FIGURE_SIZES).default('a4'),
  bounds: bounds
    .nullable()
    .default(null)
    .meta({ description: 'null: around what is selected, else the whole region' }),
  level: z.enum(LEVELS).default('territory'),
  layers: z
    .array(z.enum(SCENE_LAYERS))
    .max(SCENE_LAYERS.length)
    .default(['routes', 'legs', 'hotspots', 'seizures', 'ports']),
  filter: filter.prefault({}),
  selection: z
    .strictObject({
      kind: z.enum(['route', 'edge', 'port', 'cell', 'cluster', 'seizure']),
      id: z.string().min(1).max(300),
    })
    .nullable()
    .default(null),
  title: text(500).nullable().default(null),
  subtitle: text(500).nullable().default(null),
  audience: z.enum(MARKINGS).default('red').meta({ description: 'TLP 2.0: nothing marked higher goes in' }),
  vesselNames: z.boolean().default(false).meta({ description: 'For an audience of amber or higher only' }),
});

const formats = [...new Set(Object.values(BRIEFING_FORMATS).flat())] as [BriefingFormat, ...BriefingFormat[]];
const format = z.enum(formats).meta({ description: JSON.stringify(BRIEFING_FORMATS) });
const table = z
  .enum(DATA_TABLES)
  .optional()
  .meta({ description: 'CSV only: which table; routes where not given' });

export const exportRequestSchema = z.strictObject({
  spec: briefingSpecSchema,
  format,
  table,
  consent: z
    .boolean()
    .default(false)
    .meta({ description: 'What the audience may not see is left out knowingly; see /exports/preview' }),
});
export type ExportRequestInput = z.input<typeof exportRequestSchema>;
export const previewRequestSchema = z.strictObject({ spec: briefingSpecSchema });
export const remakeRequestSchema = z.strictObject({ format, table });

export const EXPORT_STATES = ['queued', 'working', 'done', 'failed'] as const;
export const exportJobSchema = z.object({
  id: z.string(),
  code: z.string().meta({ description: 'Makes the same bytes again' }),
  state: z.enum(EXPORT_STATES),
  file: z.string().nullable(),
  mediaType: z.string().nullable(),
  bytes: z.number().int().nullable(),
  note: z.string().nullable().meta({ description: 'Why it failed' }),
  undrawn: z.array(z.string()).meta({
    description:
      'Letters in its names that our font does not have: they stand as [?]. Data files hold every letter',
  }),
});
export type ExportJob = z.infer<typeof exportJobSchema>;

export const withheldSchema = z.object({
  seizures: z.number().int(),
  voyages: z.number().int(),
  ids: z.array(z.string()).meta({ description: 'Seizures left out, the first 100' }),
  vesselsRenamed: z.boolean(),
  events: z.number().int().meta({ description: 'What remains' }),
});
export type WithheldReply = z.infer<typeof withheldSchema>;

const entry = z.object({
  code: z.string(),
  kind: z.enum(BRIEFING_KINDS),
  runId: z.number().int(),
  marking: z.enum(MARKINGS),
  title: z.string().nullable(),
  language: z.enum(LANGUAGES),
  route: z
    .string()
    .nullable()
    .meta({ description: 'Id of the route that it was made around; null: of none' }),
  madeAt: instant,
});
export const briefingsSchema = z.object({ items: z.array(entry), total: z.number().int() });
const changedClaim = z.object({
  id: z.string(),
  old: z.number().nullable(),
  now: z.number().nullable(),
});
export const briefingDetailSchema = z.object({
  code: z.string(),
  spec: z.custom<BriefingSpec>().meta({ description: 'As it was asked for' }),
  formats: z.array(format),
  runId: z.number().int(),
  latestRunId: z.number().int(),
  runStartedAt: instant,
  dataHash: z.string(),
  marking: z.enum(MARKINGS),
  cutOff: day.nullable(),
  synthetic: z.enum(['all', 'some', 'none']),
  changes: z
    .array(changedClaim)
    .nullable()
    .meta({ description: 'Numbers that are others in the latest run; null: it can no longer be composed' }),
});
export type BriefingDetail = z.infer<typeof briefingDetailSchema>;

const idParam = z.object({ id: z.string().regex(/^[0-9a-f-]{36}$/, 'the id of an export') });
const codeParam = z.object({
  code: z
    .string()
    .regex(/^LW-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/, 'a figure code such as LW-1A2B-3C4D'),
});
const paging = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  offset: z.coerce.number().int().min(0).default(0),
});

export const exportEndpoints = {
  export: {
    path: '/exports/:id',
    summary: 'One export and how far it is',
    params: idParam,
    output: exportJobSchema,
  },
  briefings: {
    path: '/briefings',
    summary: 'What was exported, latest first',
    query: paging,
    output: briefingsSchema,
  },
  briefing: {
    path: '/briefings/:code',
    summary: 'One figure or document by its code, and which of its numbers have changed since',
    params: codeParam,
    output: briefingDetailSchema,
  },
} as const;

/** GET: a file, not JSON. */
export const exportFiles = {
  exportFile: {
    path: '/exports/:id/file',
    summary: 'The file of an export that is done, for a day; of the type that the export says',
    params: idParam,
    // Without what follows a type: it names the file's own letters.
    mediaTypes: [...new Set(Object.values(MEDIA_TYPES).map((type) => type.replace(/;.*/, '')))],
  },
} as const;

export const exportActions = {
  startExport: {
    path: '/exports',
    summary: 'Make a figure, page, deck or data file; answers at once',
    body: exportRequestSchema,
    output: exportJobSchema,
  },
  previewExport: {
    path: '/exports/preview',
    summary: 'What would be left out for an audience',
    body: previewRequestSchema,
    output: withheldSchema,
  },
  remakeBriefing: {
    path: '/briefings/:code/exports',
    summary: 'Make the same again, from the run it was made of',
    params: codeParam,
    body: remakeRequestSchema,
    output: exportJobSchema,
  },
} as const;

export const exportStreams = {
  exportProgress: {
    path: '/exports/:id/progress',
    summary: 'Progress of an export, until it ends',
    params: idParam,
    output: exportJobSchema,
  },
} as const;
