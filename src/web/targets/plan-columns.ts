import { splitWords } from '#domain/targets/unit-words.ts';
import { useTexts, useWords } from '#web/shell/language.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { statuses } from '#web/ui/statuses.ts';
import { nothing, type PlanRow, standardOf, targetOf } from './plan-rows.ts';
import { planTexts, stateStatus } from './plan-texts.ts';

/** The columns of the file that a plan goes out as: what the page shows, an item a row. */
export function usePlanColumns(): readonly Column<PlanRow>[] {
  const t = useTexts(planTexts);
  const say = useWords();
  return [
    { key: 'aspect', title: t.aspect, text: ({ aspect }) => say(aspect.label) },
    { key: 'item', title: t.item, text: ({ item }) => say(item.label) },
    { key: 'weight', title: t.weight, text: () => '', number: { format: 'points', of: ({ item }) => item.weight } },
    { key: 'target', title: t.target, text: ({ item }) => say(targetOf(item)) },
    { key: 'split', title: t.split, text: ({ item }) => say(splitWords(item.line?.split ?? []) ?? nothing) },
    { key: 'responsible', title: t.responsible, text: ({ item }) => item.line?.responsible?.name ?? '' },
    { key: 'due', title: t.due, text: ({ item }) => item.line?.due ?? '' },
    { key: 'standard', title: t.standard, text: ({ item }) => say(standardOf(item)) },
    { key: 'state', title: t.state, text: ({ item }) => say(statuses[stateStatus[item.state]].words) },
    { key: 'progress', title: t.progress, text: () => '', number: { format: 'percent', of: ({ item }) => item.progressToDate } },
  ];
}
