import type { Reject } from '../shared/model.ts';
import { showValue } from '../shared/table.ts';
import { AppError, InputError } from './errors.ts';
import type { ImportReport } from './pipeline/ingest.ts';
import { countsInWords } from './pipeline/setup.ts';

/** Texts not resolved and rows set aside that are told one by one; `--json` has all that there are. */
const TOLD_UNRESOLVED = 20;
const TOLD_EXAMPLES = 5;

/** What an import did, for a person. */
export function importInWords(report: ImportReport): string {
  const lines = [`${report.files.join(', ')} into ${report.dataSet}: ${countsInWords(report.counts)}`];
  const aside = Object.entries(report.setAside).filter(([, count]) => count > 0);
  if (aside.length > 0) lines.push(`Set aside: ${countsInWords(Object.fromEntries(aside))}, such as`);
  for (const reject of report.examples.slice(0, TOLD_EXAMPLES)) lines.push(rejectInWords(reject));
  for (const { row, column, text } of report.unresolved.slice(0, TOLD_UNRESOLVED))
    lines.push(`  row ${String(row)}, ${column}: no place known as "${showValue(text)}"`);
  for (const { row, column, text, as } of report.readAs.slice(0, TOLD_EXAMPLES))
    lines.push(`  row ${String(row)}, ${column}: "${showValue(text)}" was taken as ${as}`);
  const others = report.readAs.length - TOLD_EXAMPLES;
  if (others > 0) lines.push(`  and ${String(others)} more cells that are written in another way than here`);
  const more = report.unresolved.length - TOLD_UNRESOLVED;
  if (more > 0) lines.push(`  and ${String(more)} more (--json lists all)`);
  if (report.heldAsBatch !== null)
    lines.push(
      `Held already as batch ${String(report.heldAsBatch.id)} of ${report.heldAsBatch.dataSet}; nothing was added.`,
    );
  else if (report.dryRun) lines.push('Dry run: nothing was written.');
  else lines.push(`Batch ${String(report.batchId)}. Next: leeward analyse`);
  return lines.join('\n');
}

/** An error for a machine: one value, whatever went wrong. */
export function errorAsJson(error: unknown, code = 'failed'): object {
  const rejects = error instanceof InputError ? error.rejects : [];
  return {
    error: { code: error instanceof AppError ? error.code : code, message: messageOf(error), rejects },
  };
}

/** An error for a person: what is wrong and each fault with its fix; where this program is at fault, the trace. */
export function errorInWords(error: unknown): string {
  const rejects = error instanceof InputError ? error.rejects : [];
  const message = messageOf(error);
  // One fault of a whole file is all there is to say; the message would say it twice.
  const [only] = rejects.length === 1 ? rejects : [];
  const head = only && message.includes(only.reason) ? [] : [message];
  const lines = [...head, ...rejects.map(rejectInWords)];
  if (!(error instanceof AppError) && !isSystemError(error) && error instanceof Error) {
    lines.push(error.stack ?? '');
  }
  return lines.join('\n');
}

function rejectInWords({ file, row, column, value, reason, fix }: Reject): string {
  const where = [file, row === null ? '' : `row ${String(row)}`, column === null ? '' : `column ${column}`];
  const found = value === null ? '' : ` Found: ${showValue(value)}`;
  return `  ${where.filter((part) => part !== '').join(', ')}: ${reason}${found}\n    Fix: ${fix}`;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Such as a full disk: the message says enough. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
