import type { Reject } from '../../shared/model.ts';

/** Most rejects listed one by one; the rest are counted in one more. */
const MAX_REJECTS = 200;
/** Kept to choose the first from, by row; beyond that only counted, so a bad file cannot fill the memory. */
const MAX_KEPT = 10_000;

/** Gathers rejects and counts them all, however many are kept. */
export class RejectList {
  private readonly kept: Reject[] = [];
  private total = 0;

  readonly add = (reject: Reject): void => {
    this.total += 1;
    if (this.kept.length < MAX_KEPT) this.kept.push(reject);
  };

  get count(): number {
    return this.total;
  }

  /** The first {@link MAX_REJECTS} by row, and one that says how many more there are. */
  list(file: string): Reject[] {
    const first = this.kept.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)).slice(0, MAX_REJECTS);
    if (this.total <= first.length) return first;
    const reason = `${this.total - first.length} more faults are not listed`;
    const fix = 'Put these right first and import the file again.';
    return [...first, { file, row: null, column: null, value: null, reason, fix }];
  }
}
