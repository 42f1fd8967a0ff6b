import { FilterOutlined } from '@ant-design/icons';
import { useId, useState, type ReactNode } from 'react';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { usePhone } from './screen.ts';

const texts = defineTexts({
  zh: { filters: (set: number) => (set === 0 ? '筛选' : `筛选 ${set}`) },
  en: { filters: (set: number) => (set === 0 ? 'Filters' : `Filters ${set}`) },
});

interface Properties {
  /** What is reached for most; it stays in sight. */
  readonly search: ReactNode;
  /** Each value that the others may have; an empty one narrows nothing. */
  readonly values: readonly string[];
  readonly children: ReactNode;
}

/** The filters of a list. On a phone those besides the search stand behind one button, which says how many of them are set. */
export function FoldedFilters({ search, values, children }: Properties) {
  const t = useTexts(texts);
  const phone = usePhone();
  const [open, setOpen] = useState(false);
  const id = useId();
  if (!phone) return <>{search}{children}</>;
  const set = values.filter((value) => value !== '').length;
  return (
    <>
      <div className="folded-filters-bar">
        {search}
        <button type="button" className="bar-button" aria-expanded={open} {...(open ? { 'aria-controls': id } : {})} aria-pressed={set > 0} onClick={() => setOpen(!open)}><FilterOutlined /> {t.filters(set)}</button>
      </div>
      {open ? <div id={id} className="folded-filters">{children}</div> : null}
    </>
  );
}
