import { defineTexts, useTexts } from '#web/shell/language.tsx';
import type { TableView } from './table-view.ts';

const texts = defineTexts({ zh: { clear: '清空筛选' }, en: { clear: 'Clear filters' } });

/** Beside the filters, while one of them is set. */
export function ClearFilters({ narrowing }: Pick<TableView, 'narrowing'>) {
  const words = useTexts(texts);
  return narrowing?.set ? <button type="button" className="bar-button" onClick={narrowing.clear}>{words.clear}</button> : null;
}
