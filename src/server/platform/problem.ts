import type { Context } from 'hono';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { Refusal } from '#domain/contracts/refusal.ts';
import { isDiskFull } from './disk-full.ts';

/** A refusal, or a fault when there is none, as problem+json (RFC 9457) in words of both languages. */
export function problem(context: Context, refusal: Refusal | undefined, requestId: string): Response {
  const shown: Refusal = refusal ?? {
    name: 'Fault', status: 503, places: [],
    words: {
      zh: `系统出现意外，内容未保存。请稍后重试，并把编号 ${requestId.slice(0, 8)} 告知系统管理员。`,
      en: `Something unexpected happened and nothing was saved. Try again, and tell the administrator the number ${requestId.slice(0, 8)}.`,
    },
  };
  const status = refusal ? refusal.status : 500;
  if (status === 503) context.header('retry-after', '5');
  const body = {
    type: `urn:zhibu:refusal:${shown.name}`, title: shown.words.en, detail: shown.words.zh, status,
    name: shown.name, words: shown.words, places: shown.places, requestId,
  };
  return context.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' });
}

const CONNECTION_FAULTS = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03', '08006', '08001', '53300']);

/** Faults that are the database being away or without room, not a defect; everything else stays a fault. */
export function refusalOfFault(fault: unknown): Refusal | undefined {
  if (!(fault instanceof Error)) return undefined;
  const code = 'code' in fault ? String(fault.code) : '';
  const away = CONNECTION_FAULTS.has(code) || /Connection terminated|timeout exceeded when trying to connect/.test(fault.message);
  if (away) return refuse('DatabaseAway', {}).refusal;
  return isDiskFull(fault) ? refuse('DiskFull', {}).refusal : undefined;
}
