import { z } from 'zod';
import { civilDate, id } from '#domain/facts/contract.ts';
import { refusePeople } from '#domain/people/refusals.ts';

const instant = z.iso.datetime();

/** How far somebody has followed. A pull of several pages keeps the moment of its first, from which the next one goes on. */
const cursor = z.strictObject({
  /** Null: everybody. */
  since: z.strictObject({ at: instant, day: civilDate }).nullable(),
  /** In the middle of a pull: when it began, and the last person given. */
  pulling: z.strictObject({ at: instant, day: civilDate, after: id }).nullable(),
});
export type Cursor = z.output<typeof cursor>;

export const writeCursor = (of: Cursor): string => Buffer.from(JSON.stringify(of)).toString('base64url');

/** @throws CursorUnknown for what was never one of ours. */
export function readCursor(text: string | undefined): Cursor {
  if (text === undefined) return { since: null, pulling: null };
  const read = cursor.safeParse(parsed(Buffer.from(text, 'base64url').toString()));
  if (!read.success) throw refusePeople('CursorUnknown', {});
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
