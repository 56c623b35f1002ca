import type { Router } from 'express';
import type { z } from 'zod';
import { InputError } from '../errors.ts';

export interface Endpoint {
  readonly path: string;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly output: z.ZodType;
}

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : Record<string, never>;

/** What a handler gets: the checked parts of the request. */
export interface Input<E extends Endpoint> {
  readonly params: Parsed<E['params']>;
  readonly query: Parsed<E['query']>;
}

/**
 * Mounts a GET endpoint: checks the request against its schemas, runs the handler, answers JSON.
 * A parameter that the endpoint does not know is refused, so that a mistyped filter is never ignored.
 * In two steps, so that the handler's answer is typed by the endpoint already chosen.
 */
export function mountGet<const E extends Endpoint>(router: Router, endpoint: E) {
  return (handler: (input: Input<E>) => Promise<z.input<E['output']>>): void => {
    router.get(endpoint.path, async (request, response) => {
      const params = check(endpoint.params, request.params);
      const query = check(endpoint.query, request.query);
      response.json(await handler({ params, query } as Input<E>));
    });
  };
}

function check(schema: z.ZodObject | undefined, value: object): unknown {
  const known = Object.keys(schema?.shape ?? {});
  const unknown = Object.keys(value).filter((key) => !known.includes(key));
  if (unknown.length > 0) {
    throw refusal(
      unknown.map((field) => ({
        field,
        message: `This endpoint has no such parameter. It takes ${known.join(', ') || 'none'}.`,
      })),
    );
  }
  if (!schema) return {};
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw refusal(
    result.error.issues.map((issue) => ({ field: String(issue.path[0] ?? ''), message: issue.message })),
  );
}

function refusal(errors: readonly { field: string; message: string }[]): InputError {
  return new InputError(
    'bad-parameter',
    errors.map(({ field, message }) => `${field}: ${message}`).join(' '),
    errors.map(({ field, message }) => ({
      file: 'request',
      row: null,
      column: field,
      value: null,
      reason: message,
      fix: '',
    })),
  );
}
