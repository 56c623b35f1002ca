import { finished } from 'node:stream/promises';
import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import type { Problem } from '../../shared/api.ts';
import { AppError, BusyError, ConflictError, InputError, NotFoundError, TooLargeError } from '../errors.ts';

/** Receives the errors that the program did not foresee; they never reach the client. */
export type LogError = (error: unknown) => void;

function statusOf(error: AppError): number {
  if (error instanceof InputError) return 400;
  if (error instanceof NotFoundError) return 404;
  if (error instanceof ConflictError) return 409;
  if (error instanceof TooLargeError) return 413;
  if (error instanceof BusyError) return 429;
  return 500;
}

/** Turns an error into an RFC 9457 reply; an unknown one into a 500 without detail. */
export function problemHandler(log: LogError): ErrorRequestHandler {
  return async (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const problem = toProblem(error, log);
    await readToEnd(request);
    response.status(problem.status).type('application/problem+json').json(problem);
  };
}

/** Bytes and milliseconds that a request which is refused may still take to come. */
const MOST_LEFT_BYTES = 200_000_000;
const LONGEST_LEFT_MS = 30_000;

/** Lets the rest of a refused request come in: who is still sending may not get to read why it was refused. */
async function readToEnd(request: Request): Promise<void> {
  if (request.complete || !(Number(request.headers['content-length']) <= MOST_LEFT_BYTES)) return;
  request.resume();
  try {
    await finished(request, { signal: AbortSignal.timeout(LONGEST_LEFT_MS) });
  } catch {
    // It went away, or takes too long: the reply is tried all the same.
  }
}

function toProblem(error: unknown, log: LogError): Problem {
  if (error instanceof AppError) {
    const status = statusOf(error);
    const errors =
      error instanceof InputError && error.rejects.length > 0
        ? error.rejects.map((reject) => ({
            field: reject.column ?? reject.file,
            message: `${reject.reason} ${reject.fix}`,
          }))
        : undefined;
    return {
      type: `/problems/${error.code}`,
      title: error.name,
      status,
      code: error.code,
      detail: error.message,
      ...(errors ? { errors } : {}),
    };
  }
  if (isClientError(error)) {
    if (error.status === 413) {
      return toProblem(
        new TooLargeError(
          'request-too-large',
          'The request is larger than this endpoint takes. Send less at once.',
        ),
        log,
      );
    }
    return {
      type: '/problems/bad-request',
      title: 'InputError',
      status: 400,
      code: 'bad-request',
      detail: 'The request cannot be read.',
    };
  }
  log(error);
  return {
    type: '/problems/internal',
    title: 'InternalError',
    status: 500,
    code: 'internal',
    detail: 'Leeward failed to answer. The details are in its log.',
  };
}

/** Express marks what it could not read, such as a broken percent escape, with a 4xx status. */
function isClientError(error: unknown): error is { readonly status: number } {
  return (
    typeof error === 'object' &&
    error !== null &&
    'status' in error &&
    typeof error.status === 'number' &&
    error.status >= 400 &&
    error.status < 500
  );
}

/** Answers an address under `/api` that no endpoint has. */
export const unknownEndpoint: RequestHandler = (request) => {
  throw new NotFoundError(
    'no-endpoint',
    `There is no ${request.method} ${request.originalUrl.split('?')[0] ?? ''}. /api/openapi.json lists what there is.`,
  );
};
