import type { Grounds } from '#domain/engine/evaluation.ts';
import { readStatement, type StatementView } from '#domain/months/statement-contract.ts';
import { call } from '#web/shell/call.ts';
import type { NamedGrounds } from '#web/ui/grounds-source.ts';

/** The grounds of a statement's total, or of one of its parts, as they were pinned. */
export function groundsIn({ grounds, names }: StatementView, part?: string): NamedGrounds {
  const found: Grounds | undefined | null = part === undefined ? grounds : grounds?.children.find((it) => it.id === part);
  if (!found) throw new Error('a published figure has grounds');
  return { grounds: found, names };
}

/** Fetched when somebody asks. */
export const fetchStatement = (statement: string) => async (): Promise<NamedGrounds> => groundsIn(await call(readStatement, { statement }));
