import type { Reject } from '../shared/model.ts';

/** An error the program foresaw: `code` is stable and safe to show, `message` says what to do. */
export class AppError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** The input is at fault (HTTP 400, exit code 1); `rejects` names file, row, column, value and fix. */
export class InputError extends AppError {
  constructor(
    code: string,
    message: string,
    readonly rejects: readonly Reject[] = [],
  ) {
    super(code, message);
  }
}

/** The thing asked for does not exist (HTTP 404). */
export class NotFoundError extends AppError {}

/** What is asked for collides with what is there, such as a locked data directory (HTTP 409). */
export class ConflictError extends AppError {}

/** More than is taken at once is sent (HTTP 413). */
export class TooLargeError extends AppError {}

/** Too much is asked for at once (HTTP 429). */
export class BusyError extends AppError {}
