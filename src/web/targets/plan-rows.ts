import type { PlanItemView, TargetPlanView } from '#domain/targets/contract.ts';
import { targetWords } from '#domain/targets/unit-words.ts';
import type { Words } from '#domain/words/words.ts';

/** An item with its aspect, as a table without groups has it. */
export interface PlanRow {
  readonly aspect: TargetPlanView['aspects'][number];
  readonly item: PlanItemView;
}

/** Which rows the address asks for: by who answers for them (or nobody), and by state. */
export interface PlanFilter {
  readonly who: string;
  readonly state: string;
}

/** In the address: no person, or no day. */
export const NOBODY = 'nobody';

export const rowsOf = ({ aspects }: TargetPlanView): readonly PlanRow[] => aspects.flatMap((aspect) => aspect.items.map((item) => ({ aspect, item })));

export const isOpen = ({ asked, line }: PlanItemView): boolean => asked !== null && (line === null || line.responsible === null || line.due === null);

export const isAskedFor = ({ who, state }: PlanFilter, { item }: PlanRow): boolean =>
  (state === '' || item.state === state) && (who === '' || (who === NOBODY ? isOpen(item) : item.line?.responsible?.id === who));

export const nothing: Words = { zh: '', en: '' };

/** The branch's own words, else those of the scheme. */
export const standardOf = ({ line, standard }: PlanItemView): Words => (line && line.standard !== '' ? { zh: line.standard, en: line.standard } : standard ?? nothing);

export const targetOf = ({ line, asked }: PlanItemView): Words => (line ? targetWords(line.unit, line.target) : asked ? targetWords(asked.unit, asked.target) : nothing);
