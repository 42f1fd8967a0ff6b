import type { Context } from 'hono';
import type { z } from 'zod';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { isWrite, pathFields, type Contract } from '#domain/contracts/contract.ts';

const BODY_MEGABYTES = 2;
const FILE_MEGABYTES = 20;
const MEGABYTE = 1024 * 1024;
const BODY_DEPTH_MAX = 40;

export interface RawInput {
  readonly input: unknown;
  readonly file: Uint8Array | null;
  readonly essence: string;
}

/** Gathers the flat input of a contract from path, query and body, within bounds. */
export async function readInput(context: Context, contract: Contract): Promise<RawInput> {
  const path = Object.fromEntries(pathFields(contract.path).map((name) => [name, context.req.param(name)]));
  if (contract.sends === 'file') {
    const file = await readBytes(context, FILE_MEGABYTES);
    const query = singleQuery(context);
    return { input: { ...query, ...path }, file, essence: JSON.stringify([path, query]) + Buffer.from(file).toString('latin1') };
  }
  if (!isWrite(contract)) return { input: { ...singleQuery(context), ...path }, file: null, essence: '' };
  const text = new TextDecoder().decode(await readBytes(context, contract.bodyMegabytes ?? BODY_MEGABYTES));
  const body = text === '' ? {} : parseJson(text);
  return { input: isPlain(body) ? { ...body, ...path } : body, file: null, essence: JSON.stringify(path) + text };
}

/** Reads at most so many megabytes and stops there, whatever length the request claims to have. */
async function readBytes(context: Context, megabytes: number): Promise<Uint8Array> {
  const stream = context.req.raw.body;
  if (!stream) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.byteLength;
    if (size > megabytes * MEGABYTE) throw refuse('InputTooLarge', { limit: `${megabytes} MB` });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse('InputUnreadable', {});
  }
  if (text.includes('\\u0000') || isDeeperThan(BODY_DEPTH_MAX, value)) throw refuse('InputUnreadable', {});
  return value;
}

/** Goes no deeper than the limit itself, so that no input can exhaust the stack. */
function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((it) => isDeeperThan(levels - 1, it));
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text with a NUL in it is one that no database of ours takes. */
function singleQuery(context: Context): Record<string, string> {
  const query = context.req.query();
  if (Object.entries(query).some((it) => it.join('').includes('\0'))) throw refuse('InputUnreadable', {});
  return query;
}

/** The input as the contract wants it, or a refusal that names each place. */
export function checked(schema: z.ZodType, input: unknown): unknown {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.slice(0, 50).map((issue) => ({
    at: issue.path.join('.'),
    words: { zh: wordsZh(issue), en: issue.message },
  }));
  throw refuse('InputInvalid', {}, places);
}

function wordsZh(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type': return '缺少此项或类型不符';
    case 'too_small': return `不能少于 ${String(issue.minimum)}`;
    case 'too_big': return `不能超过 ${String(issue.maximum)}`;
    case 'invalid_format': return '格式不正确';
    case 'unrecognized_keys': return `多出了不认识的项：${issue.keys.join('、')}`;
    case 'invalid_value': return `只能是：${issue.values.map(String).join('、')}`;
    default: return '内容不符合要求';
  }
}
