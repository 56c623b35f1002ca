import { json, type Router } from 'express';
import type { z } from 'zod';
import { InputError } from '../errors.ts';

export interface Endpoint {
  readonly path: string;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly output: z.ZodType;
}

/** A GET endpoint that answers with a file. */
export interface FileEndpoint {
  readonly path: string;
  readonly summary: string;
  readonly params?: z.ZodObject;
  /** What the file may be. */
  readonly mediaTypes: readonly string[];
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
  return mountBare('get', router, endpoint);
}

export interface Action extends Endpoint {
  readonly body: z.ZodObject;
  /** Largest body, bytes; left out: 64 kB, far more than a form holds. */
  readonly maxBodyBytes?: number;
}

/**
 * Mounts a POST endpoint. The body is JSON and says so: a page of another site cannot send that without asking
 * first, which is never granted.
 */
export function mountPost<const E extends Action>(router: Router, action: E) {
  return mountBody('post', router, action);
}

/** Mounts a PUT endpoint: a changed version of what is there, with a JSON body as POST takes it. */
export function mountPut<const E extends Action>(router: Router, action: E) {
  return mountBody('put', router, action);
}

/** Mounts a DELETE endpoint; it takes no body. A browser asks before it sends one for another site. */
export function mountDelete<const E extends Endpoint>(router: Router, removal: E) {
  return mountBare('delete', router, removal);
}

/** Mounts a GET endpoint that answers with a file of its own, kept by nobody and never shown as a page of this site. */
export function mountFile<const E extends FileEndpoint>(router: Router, endpoint: E) {
  type Params = Parsed<E['params']>;
  return (find: (params: Params) => { path: string; name: string; mediaType: string }): void => {
    router.get(endpoint.path, (request, response) => {
      check(undefined, request.query);
      const { path, name, mediaType } = find(check(endpoint.params, request.params) as Params);
      response.attachment(name).type(mediaType).set('Cache-Control', 'private, no-store').sendFile(path);
    });
  };
}

function mountBare<const E extends Endpoint>(method: 'get' | 'delete', router: Router, endpoint: E) {
  return (handler: (input: Input<E>) => Promise<z.input<E['output']>>): void => {
    router[method](endpoint.path, async (request, response) => {
      const params = check(endpoint.params, request.params);
      const query = check(endpoint.query, request.query);
      response.json(await handler({ params, query } as Input<E>));
    });
  };
}

function mountBody<const E extends Action>(method: 'post' | 'put', router: Router, action: E) {
  type Given = Input<E> & { readonly body: z.output<E['body']> };
  return (handler: (input: Given) => Promise<z.input<E['output']>>): void => {
    router[method](action.path, json({ limit: action.maxBodyBytes ?? '64kb' }), async (request, response) => {
      if (!request.is('application/json')) {
        throw new InputError('not-json', 'Send a JSON body with "Content-Type: application/json".');
      }
      const params = check(action.params, request.params);
      const query = check(action.query, request.query);
      const body = check(action.body, request.body as object);
      response.json(await handler({ params, query, body } as unknown as Given));
    });
  };
}

/**
 * Mounts a stream of server-sent events. `open` gets a function that sends one event and one that ends the stream,
 * and returns what to do when the client goes away.
 */
export function mountStream<const E extends Endpoint>(router: Router, stream: E) {
  type Send = (value: z.input<E['output']>) => void;
  return (open: (input: Input<E>, send: Send, end: () => void) => Promise<() => void>): void => {
    router.get(stream.path, async (request, response) => {
      const params = check(stream.params, request.params);
      const query = check(stream.query, request.query);
      const begin = (): void => {
        if (response.headersSent) return;
        // no-transform: compression would hold events back.
        response.writeHead(200, {
          'Content-Type': 'text/event-stream',
          'Cache-Control': 'no-cache, no-transform',
        });
      };
      const send: Send = (value) => {
        begin();
        response.write(`data: ${JSON.stringify(value)}\n\n`);
      };
      const close = await open({ params, query } as Input<E>, send, () => response.end());
      begin();
      response.on('close', close);
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
    result.error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message })),
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
