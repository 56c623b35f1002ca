import { z } from 'zod';
import { MARKINGS, PUBLISHED_ITEMS, QUALIFIERS } from './vocabulary.ts';

/** The part of the contract that sets what was published of an operation beside what is loaded of it. */

const publishedTotalSchema = z.object({
  item: z.enum(PUBLISHED_ITEMS),
  published: z.number(),
  qualifier: z.enum(QUALIFIERS),
  unit: z.string(),
  before: z
    .number()
    .nullable()
    .meta({ description: 'The same item of the operation before; null: none given' }),
  beforeOperation: z.string().nullable(),
  loaded: z
    .number()
    .nullable()
    .meta({ description: 'Sum of what loaded cases state; null: none states any' }),
  gap: z.number().nullable().meta({ description: 'published - loaded' }),
  stating: z.number().int().nullable().meta({
    description: 'Loaded cases that state a number of it; null: no case tells it apart',
  }),
  notes: z.object({ en: z.string(), es: z.string(), fr: z.string(), nl: z.string() }).meta({
    description: 'What a reader must know of it, in each language; empty: nothing, or not translated',
  }),
  source: z.object({ title: z.string(), publisher: z.string(), date: z.string(), url: z.string() }),
  ratio: z.object({ ratio: z.number(), low: z.number(), high: z.number(), p: z.number() }).nullable().meta({
    description:
      'published against before, exact 95 % interval and two-sided p, if effort was equal; null: no before',
  }),
});
export const operationsSchema = z.object({
  runId: z.number().int(),
  items: z.array(
    z.object({
      operation: z.string(),
      cases: z
        .number()
        .int()
        .meta({ description: 'Loaded cases of the operation; synthetic ones never count' }),
      totals: z.array(publishedTotalSchema),
    }),
  ),
});
export type OperationsReply = z.infer<typeof operationsSchema>;
export type PublishedTotalReply = OperationsReply['items'][number]['totals'][number];

/** GET. */
export const operationEndpoints = {
  operations: {
    path: '/operations',
    summary: 'Published totals of operations beside what is loaded of them, the gap and its source',
    query: z.object({
      audience: z.enum(MARKINGS).optional().meta({
        description: 'Count only cases that an audience cleared for this TLP 2.0 marking may see',
      }),
    }),
    output: operationsSchema,
  },
} as const;
