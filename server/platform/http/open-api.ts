import { z } from 'zod'
import { partnerCallsPerMinute, partnerScopes } from '@peyvand/domain/access/token-scopes.ts'
import type { Endpoint } from '@peyvand/domain/contract.ts'
import { refusals } from '@peyvand/domain/refusals.ts'

export interface NamedEndpoint {
  name: string
  room: string
  endpoint: Endpoint
}

/** The contract as an OpenAPI 3.1 document. */
export function describeOpenApi(endpoints: readonly NamedEndpoint[], appVersion: string): object {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const named of endpoints) {
    const path = `/api${named.endpoint.path.replace(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [named.endpoint.method.toLowerCase()]: describe(named) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Peyvand',
      version: appVersion,
      description:
        'Case management for social work. A command carries a UUIDv7 in Command-Id; repeating it gives the first answer.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'Made with: npm run peyvand -- token create --as',
        },
        partnerToken: {
          type: 'http',
          scheme: 'bearer',
          description: partnerTokenWords,
        },
      },
    },
  }
}

const partnerTokenWords = `Bound to one organisation of the directory; scopes ${partnerScopes.join(' and ')}; ${partnerCallsPerMinute} calls a minute. Made by an administrator, or with: npm run peyvand -- token create --organisation`

function bearsToken({ who, about }: Endpoint): boolean {
  return who.includes('staff') || about === 'referral'
}

const tokenOf = ({ about }: Endpoint) => (about === 'referral' ? 'partnerToken' : 'token')

function describe({ name, room, endpoint }: NamedEndpoint): object {
  const isRead = endpoint.method === 'GET'
  const byStatus = new Map<number, string[]>()
  for (const code of [
    ...(bearsToken(endpoint) ? (['not_signed_in'] as const) : []),
    ...endpoint.refusals,
  ]) {
    byStatus.set(refusals[code], [...(byStatus.get(refusals[code]) ?? []), code])
  }
  return {
    operationId: name,
    tags: [room],
    summary: endpoint.summary,
    ...(bearsToken(endpoint) ? { security: [{ [tokenOf(endpoint)]: [] }] } : {}),
    parameters: [
      ...[...endpoint.path.matchAll(/:(\w+)/g)].map((match) => ({
        name: match[1],
        in: 'path',
        required: true,
        schema: { type: 'string', format: 'uuid' },
      })),
      ...queryParameters(endpoint),
      ...(isRead || !bearsToken(endpoint)
        ? []
        : [
            {
              name: 'Command-Id',
              in: 'header',
              required: true,
              schema: { type: 'string', format: 'uuid' },
            },
          ]),
    ],
    ...requestBody(endpoint),
    responses: {
      200: {
        description: 'Done',
        content:
          endpoint.answers === 'file'
            ? { 'application/octet-stream': {} }
            : { 'application/json': { schema: toSchema(endpoint.answer, 'output') } },
      },
      ...Object.fromEntries(
        [...byStatus].map(([status, codes]) => [status, { description: codes.join(', ') }]),
      ),
    },
  }
}

function requestBody(endpoint: Endpoint): object {
  if (endpoint.accepts) {
    return {
      requestBody: {
        required: true,
        content: Object.fromEntries(endpoint.accepts.types.map((type) => [type, {}])),
      },
    }
  }
  if (!endpoint.input) return {}
  return {
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: toSchema(endpoint.input, 'input'),
          ...(endpoint.example?.input ? { example: endpoint.example.input } : {}),
        },
      },
    },
  }
}

function queryParameters(endpoint: Endpoint): object[] {
  if (!endpoint.query) return []
  const schema = toSchema(endpoint.query, 'input') as {
    properties?: Record<string, object>
    required?: string[]
  }
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: 'query',
    required: schema.required?.includes(name) ?? false,
    schema: property,
  }))
}

function toSchema(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _draft, ...described } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return described
}
