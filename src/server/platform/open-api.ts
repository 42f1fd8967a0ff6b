import { z } from 'zod';
import { isWrite, pathFields, type Contract } from '#domain/contracts/contract.ts';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of a list of contracts; what the page calls is what an integrator reads. */
export function openApi(contracts: readonly Contract[]): Json {
  const paths: Record<string, Json> = {};
  for (const contract of contracts) {
    const path = contract.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [contract.method.toLowerCase()]: operation(contract) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Zhibu 支部', version: '1', description: 'Refusals are application/problem+json with `name`, `words.zh` and `words.en`.' },
    servers: [{ url: '/api' }],
    paths,
    components: { schemas: { Problem: problemSchema } },
  };
}

const problemSchema: Json = {
  type: 'object',
  required: ['type', 'status', 'name', 'words', 'requestId'],
  properties: {
    type: { type: 'string' }, status: { type: 'integer' }, name: { type: 'string' }, requestId: { type: 'string' },
    words: { type: 'object', properties: { zh: { type: 'string' }, en: { type: 'string' } } },
    places: { type: 'array', items: { type: 'object' } },
  },
};

function operation(contract: Contract): Json {
  const input = schemaOf(contract.input, 'input');
  const properties = isJson(input['properties']) ? input['properties'] : {};
  const required = Array.isArray(input['required']) ? input['required'] : [];
  const inPath = pathFields(contract.path);
  const inBody = isWrite(contract) && contract.sends !== 'file';
  const parameters = Object.entries(properties)
    .filter(([name]) => inPath.includes(name) || !inBody)
    .map(([name, schema]) => ({ name, in: inPath.includes(name) ? 'path' : 'query', required: inPath.includes(name) || required.includes(name), schema }));
  return {
    operationId: contract.name,
    summary: contract.summary.en,
    description: `${contract.summary.zh}${contract.refusals.length > 0 ? `\n\nRefusals: ${contract.refusals.join(', ')}` : ''}`,
    parameters: [...parameters, ...(needsKey(contract) ? [keyParameter] : [])],
    ...(inBody ? { requestBody: { required: true, content: { 'application/json': { schema: bodyOf(input, properties, required, inPath) } } } } : {}),
    ...(contract.sends === 'file' ? { requestBody: { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } } } : {}),
    responses: { 200: answerOf(contract), default: { description: 'Refused', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } } },
  };
}

/** Whether a write must carry an Idempotency-Key. */
export const needsKey = (contract: Contract): boolean => isWrite(contract) && contract.idempotent !== 'byNature';

const keyParameter: Json = {
  name: 'Idempotency-Key', in: 'header', required: true, description: 'A fresh UUID for each intention', schema: { type: 'string', minLength: 16, maxLength: 64 },
};

function bodyOf(input: Json, properties: Json, required: readonly unknown[], inPath: readonly string[]): Json {
  return {
    ...input,
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !inPath.includes(name))),
    required: required.filter((name) => !inPath.includes(String(name))),
  };
}

const answerOf = (contract: Contract): Json => ({
  description: contract.summary.en,
  content: contract.returns === 'file'
    ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema: schemaOf(contract.output, 'output') } },
});

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...made } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return made;
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
