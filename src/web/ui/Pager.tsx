import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { pageSizes, pagesOf, type TableView } from './table-view.ts';

const texts = defineTexts({
  zh: {
    pages: '分页', before: '上一页', after: '下一页', page: '页码', size: '每页行数',
    range: (from: number, to: number, count: number) => `第 ${from}–${to} 项，共 ${count} 项`,
    perPage: (size: number) => `每页 ${size}`, of: (pages: number) => `/ ${pages} 页`,
  },
  en: {
    pages: 'Pages', before: 'Previous page', after: 'Next page', page: 'Page', size: 'Rows on a page',
    range: (from, to, count) => `${from}–${to} of ${count}`,
    perPage: (size) => `${size} a page`, of: (pages) => `of ${pages}`,
  },
});

interface Properties {
  readonly count: number;
  readonly view: TableView;
  readonly onView: (change: Partial<TableView>) => void;
}

/** Absent while everything fits on the smallest page. */
export function Pager({ count, view, onView }: Properties) {
  const words = useTexts(texts);
  if (count <= pageSizes[0]) return null;
  const pages = pagesOf(count, view);
  const go = (page: number) => { if (page >= 1 && page <= pages && page !== view.page) onView({ page }); };
  return (
    <nav className="pager unprinted" aria-label={words.pages}>
      <span>{words.range((view.page - 1) * view.size + 1, Math.min(count, view.page * view.size), count)}</span>
      {pages === 1 ? null : (
        <span className="pager-steps">
          <button type="button" className="bar-button" aria-label={words.before} disabled={view.page <= 1} onClick={() => go(view.page - 1)}><LeftOutlined /></button>
          <input
            key={view.page} type="number" min={1} max={pages} defaultValue={view.page} aria-label={words.page}
            onBlur={(event) => go(event.target.valueAsNumber)}
            onKeyDown={(event) => { if (event.key === 'Enter') go(event.currentTarget.valueAsNumber); }}
          />
          {words.of(pages)}
          <button type="button" className="bar-button" aria-label={words.after} disabled={view.page >= pages} onClick={() => go(view.page + 1)}><RightOutlined /></button>
        </span>
      )}
      <select value={view.size} aria-label={words.size} onChange={(event) => onView({ size: Number(event.target.value), page: 1 })}>
        {pageSizes.map((size) => <option key={size} value={size}>{words.perPage(size)}</option>)}
      </select>
    </nav>
  );
}
