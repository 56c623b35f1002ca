import { z } from 'zod';

/** The part of the contract that is about what imports brought, and about taking it back. */

const instant = z.string().meta({ description: 'UTC instant, ISO 8601 with Z' });
const counts = z.record(z.string(), z.number().int());

const batchSchema = z.object({
  id: z.number().int(),
  kind: z.enum(['ports', 'seizures', 'ais', 'calls']),
  dataSet: z.string(),
  files: z.array(z.string()),
  importedAt: instant,
  counts: counts.meta({ description: 'What was read and what of it was new' }),
  shipped: z.boolean().meta({ description: 'It comes with Leeward: the next start would load it again' }),
  takenBackAt: instant.nullable().meta({ description: 'null: its records are held' }),
  takenBack: counts.nullable().meta({ description: 'How many records of each kind went' }),
});
export type BatchEntry = z.infer<typeof batchSchema>;

const takeBackReplySchema = z.object({
  batch: batchSchema,
  removes: counts.meta({ description: 'How many records of each kind go, or went' }),
  notesKept: z.number().int().meta({ description: 'Notes pinned to what goes: they stay' }),
  alsoIn: z.array(z.object({ id: z.number().int(), files: z.array(z.string()) })).meta({
    description:
      'Later batches that found records held already. Those that go are not in them: give their files again to bring them back',
  }),
  runId: z.number().int().nullable().meta({
    description: 'The analysis started on what is left; null: none, or another is under way',
  }),
});
export type TakeBackReply = z.infer<typeof takeBackReplySchema>;

export const batchEndpoints = {
  batches: {
    path: '/batches',
    summary: 'What imports brought, latest first, also what was taken back',
    query: z.object({
      limit: z.coerce.number().int().min(1).max(5000).default(100),
      offset: z.coerce.number().int().min(0).default(0),
    }),
    output: z.object({ items: z.array(batchSchema), total: z.number().int() }),
  },
} as const;

export const batchActions = {
  takeBack: {
    path: '/batches/:id/take-back',
    summary: 'What taking a batch back would remove; with commit take it back and analyse what is left',
    params: z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) }),
    body: z.strictObject({
      commit: z.boolean().default(false).meta({ description: 'false: nothing is removed' }),
    }),
    output: takeBackReplySchema,
  },
} as const;
