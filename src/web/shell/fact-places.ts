import type { OpenedFact } from '#domain/engine/evaluation.ts';
import type { FactPlace } from '#web/ui/grounds-source.ts';
import { paths } from '#web/paths.ts';

/** The page of each kind of fact. A kind without a page is shown in the drawer but cannot be opened from it. */
const pageOf: Readonly<Record<string, (fact: string) => string>> = { session: paths.session, record: paths.registerEntry, checkSheet: paths.checkSheet };

export const factHref = ({ kind, factId }: OpenedFact): string | null => pageOf[kind]?.(factId) ?? null;

/** Where an objection is read, and where one is written. */
export const objectionPlaces: Pick<FactPlace, 'objection' | 'objecting'> = {
  objection: paths.objection,
  objecting: ({ subject, year }, to) => `${paths.raiseObjection()}?${new URLSearchParams({ subject: subject.kind, of: subject.id, year: String(year), ...to }).toString()}`,
};
