import { z } from 'zod';
import { MAX_IMPORT_BYTES, SEIZURE_COLUMNS } from './seizure-table.ts';
import { DATE_ORDERS, DECIMAL_MARKS, MARKINGS } from './vocabulary.ts';

/** The part of the contract that is about records taken in from a file on the page. */

const correctionSchema = z.strictObject({
  row: z.number().int().min(1).meta({ description: 'Line on which the row begins, header included' }),
  column: z.string().nullable().meta({ description: 'null: the whole line is replaced' }),
  value: z.string(),
});

const columnSchema = z.enum(SEIZURE_COLUMNS);

const importRequestSchema = z.strictObject({
  text: z.string().meta({
    description: `CSV as data/seizures.csv, at most ${String(MAX_IMPORT_BYTES)} bytes of UTF-8`,
  }),
  name: z.string().max(255).default('').meta({ description: 'Name of the file; kept with the batch' }),
  marking: z.enum(MARKINGS).default('amber').meta({
    description: 'Who may see the records (TLP 2.0); a tlp column goes before',
  }),
  commit: z.boolean().default(false).meta({
    description: 'false: nothing is written. true: written as one batch, unless anything is at fault',
  }),
  corrections: z.array(correctionSchema).max(1000).default([]).meta({
    description: 'Put into the text before it is read',
  }),
  columns: z.record(z.string().max(300), columnSchema.nullable()).default({}).meta({
    description:
      'Column of the text to the column of data/seizures.csv that it is; null: left out. Others are told by name',
  }),
  forAll: z.partialRecord(columnSchema, z.string().max(2000)).default({}).meta({
    description: 'What stands in every row of a column that the text has not, or leaves empty',
  }),
  dateOrder: z.enum(DATE_ORDERS).nullable().default(null).meta({
    description: 'How 3/4/2025 is meant; null: as the text shows elsewhere, else it is asked',
  }),
  decimalMark: z.enum(DECIMAL_MARKS).nullable().default(null).meta({
    description: 'How 2,083 is meant; null: as the text shows elsewhere, else it is asked',
  }),
});
export type ImportRequest = z.output<typeof importRequestSchema>;
export type ImportRequestInput = z.input<typeof importRequestSchema>;

const importFaultSchema = z.object({
  row: z.number().int().nullable().meta({ description: 'Line of the text; null: it is the whole of it' }),
  column: z.string().nullable(),
  value: z.string().nullable().meta({ description: 'What stands there, cut to 60 characters' }),
  reason: z.string(),
  fix: z.string(),
  edit: z
    .object({ column: z.string().nullable(), text: z.string() })
    .nullable()
    .meta({ description: 'The cell, or with column null the line, whose correction can put it right' }),
});
export type ImportFault = z.infer<typeof importFaultSchema>;

const importReplySchema = z.object({
  name: z.string(),
  dataSet: z.string(),
  rows: z.number().int(),
  seizures: z.number().int().meta({ description: 'Without a fault' }),
  new: z.number().int(),
  heldAlready: z.number().int(),
  commodityLines: z.number().int().meta({ description: 'Of the new seizures' }),
  faults: z.number().int(),
  rejects: z.array(importFaultSchema).max(1000).meta({ description: 'The first of the faults, by row' }),
  unresolved: z
    .array(z.object({ row: z.number().int(), column: z.string(), text: z.string() }))
    .max(1000)
    .meta({ description: 'Names of no place known here: kept as text, never guessed' }),
  columns: z.array(z.object({ name: z.string(), column: columnSchema.nullable(), sample: z.string() })).meta({
    description: 'Columns of the text, what they are (null: not read) and a value. Empty: it is no table',
  }),
  readAs: z
    .array(z.object({ row: z.number().int(), column: z.string(), text: z.string(), as: z.string() }))
    .max(1000)
    .meta({ description: 'Cells not written as in data/seizures.csv, and how each was taken' }),
  questions: z
    .array(
      z.object({
        kind: z.enum(['dateOrder', 'decimalMark']),
        row: z.number().int(),
        column: z.string(),
        text: z.string(),
        readings: z.tuple([z.string(), z.string()]).readonly().meta({
          description: 'With the day first, or a decimal point; with the month first, or a decimal comma',
        }),
      }),
    )
    .max(1000)
    .meta({ description: 'Cells that may be read in two ways, each among the faults too' }),
  text: z.string().nullable().meta({ description: 'The corrected text; null: nothing was corrected' }),
  batchId: z.number().int().nullable().meta({ description: 'null: nothing was written' }),
  runId: z.number().int().nullable().meta({
    description: 'The analysis started on what was written; null: none, or another is under way',
  }),
});
export type ImportReply = z.infer<typeof importReplySchema>;

/** POST: takes records in. */
export const importActions = {
  importSeizures: {
    path: '/imports/seizures',
    summary: 'Check a CSV of seizure reports, every fault with its fix; with commit take it in and analyse',
    body: importRequestSchema,
    output: importReplySchema,
    // As JSON each of its characters may take two.
    maxBodyBytes: 2 * MAX_IMPORT_BYTES + 1_000_000,
  },
} as const;
