import type { FactLeaf } from '#domain/engine/evaluation.ts';
import { paths } from '#web/paths.ts';

/** The page of each kind of fact. A kind without a page is shown in the drawer but cannot be opened from it. */
const pageOf: Readonly<Record<string, (fact: string) => string>> = { session: paths.session, record: paths.registerEntry };

export const factHref = ({ kind, factId }: FactLeaf): string | null => pageOf[kind]?.(factId) ?? null;
