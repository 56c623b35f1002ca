import { z } from 'zod';
import { problemSchema } from '../../shared/api.ts';
import type { Endpoint } from './mount.ts';

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

/** The OpenAPI 3.1 document of the endpoints, generated from the schemas that check the requests. */
export function openApi(endpoints: Readonly<Record<string, Endpoint>>, version: string): Json {
  const problem = {
    description: 'What is wrong and how to put it right',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  return {
    openapi: '3.1.0',
    info: { title: 'Leeward', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/api' }],
    paths: Object.fromEntries(
      Object.entries(endpoints).map(([name, endpoint]) => [
        endpoint.path.replace(/:(\w+)/g, '{$1}'),
        {
          get: {
            operationId: name,
            summary: endpoint.summary,
            parameters: [...parameters(endpoint.params, 'path'), ...parameters(endpoint.query, 'query')],
            responses: {
              200: {
                description: endpoint.summary,
                content: { 'application/json': { schema: jsonSchema(endpoint.output, 'output') } },
              },
              default: problem,
            },
          },
        },
      ]),
    ),
    components: { schemas: { Problem: jsonSchema(problemSchema, 'output') } },
  };
}
