import { z } from 'zod';
import { problemSchema } from '../../shared/api.ts';
import type { Action, Endpoint, FileEndpoint } from './mount.ts';

type Json = Readonly<Record<string, unknown>>;

/** JSON Schema 2020-12, the dialect of OpenAPI 3.1, without the marker that only a whole document carries. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

function parameters(schema: z.ZodObject | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...shape } = typeof property === 'object' ? property : {};
    return {
      name,
      in: place,
      required: required.includes(name),
      ...(description === undefined ? {} : { description }),
      schema: shape,
    };
  });
}

interface Described {
  readonly endpoints: Readonly<Record<string, Endpoint>>;
  readonly actions: Readonly<Record<string, Action>>;
  readonly replacements: Readonly<Record<string, Action>>;
  readonly removals: Readonly<Record<string, Endpoint>>;
  readonly streams: Readonly<Record<string, Endpoint>>;
  readonly files: Readonly<Record<string, FileEndpoint>>;
}

/** The OpenAPI 3.1 document of the endpoints, generated from the schemas that check the requests. */
export function openApi(described: Described, version: string): Json {
  const { endpoints, actions, replacements, removals, streams, files } = described;
  const operations = [
    ...Object.entries(endpoints).map(([name, endpoint]) => operation(name, 'get', endpoint, json(endpoint))),
    ...Object.entries(streams).map(([name, one]) => operation(name, 'get', one, content(one, EVENTS))),
    ...Object.entries(files).map(([name, file]) => operation(name, 'get', file, bytes(file))),
    ...Object.entries(actions).map(([name, action]) => operation(name, 'post', action, json(action))),
    ...Object.entries(replacements).map(([name, one]) => operation(name, 'put', one, json(one))),
    ...Object.entries(removals).map(([name, one]) => operation(name, 'delete', one, json(one))),
  ];
  const paths: Record<string, Record<string, Json>> = {};
  for (const { path, method, description } of operations) (paths[path] ??= {})[method] = description;
  return {
    openapi: '3.1.0',
    info: { title: 'Leeward', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/api' }],
    paths,
    components: { schemas: { Problem: jsonSchema(problemSchema, 'output') } },
  };
}

const EVENTS = 'text/event-stream';
const content = ({ output }: Endpoint, type: string): Json => ({
  [type]: { schema: jsonSchema(output, 'output') },
});
const json = (endpoint: Endpoint): Json => content(endpoint, 'application/json');
/** OpenAPI 3.1 describes bytes by their media type alone, without a schema. */
const bytes = ({ mediaTypes }: FileEndpoint): Json =>
  Object.fromEntries(mediaTypes.map((type) => [type, {}]));

type Method = 'get' | 'post' | 'put' | 'delete';

function operation(
  operationId: string,
  method: Method,
  endpoint: Endpoint | Action | FileEndpoint,
  answer: Json,
) {
  const body =
    'body' in endpoint ? { 'application/json': { schema: jsonSchema(endpoint.body, 'input') } } : null;
  return {
    path: endpoint.path.replace(/:(\w+)/g, '{$1}'),
    method,
    description: {
      operationId,
      summary: endpoint.summary,
      parameters: [
        ...parameters(endpoint.params, 'path'),
        ...parameters('query' in endpoint ? endpoint.query : undefined, 'query'),
      ],
      ...(body ? { requestBody: { required: true, content: body } } : {}),
      responses: {
        200: {
          description: endpoint.summary,
          content: answer,
        },
        default: {
          description: 'What is wrong and how to put it right',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  };
}
