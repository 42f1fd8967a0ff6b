import type { SheetItem, SheetPage } from '#domain/spot-checks/sheet-contract.ts';
import { useMarks, useTexts, useWords } from '#web/shell/language.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { changeText } from '#web/ui/figure-format.ts';
import { checkedGrounds, computedGrounds, selfGrounds } from './sheet-grounds.ts';
import { sheetTexts } from './sheet-texts.ts';

/** 自评分, 计算分, 核定分, 差异, 理由: item by item, each number with its grounds. */
export function SheetTable({ page }: { readonly page: SheetPage }) {
  const t = useTexts(sheetTexts);
  const say = useWords();
  return (
    <table className="check-sheet">
      <thead><tr><th>{t.item}</th><th>{t.self}</th><th>{t.computed}</th><th>{t.checked}</th><th>{t.difference}</th><th>{t.reason}</th></tr></thead>
      {page.aspects.map((aspect) => (
        <tbody key={aspect.aspect}>
          <tr><th colSpan={6} className="check-aspect">{say(aspect.label)}</th></tr>
          {aspect.items.map((item) => <Line key={item.item} page={page} item={item} />)}
        </tbody>
      ))}
    </table>
  );
}

function Line({ page, item }: { readonly page: SheetPage; readonly item: SheetItem }) {
  const t = useTexts(sheetTexts);
  const marks = useMarks();
  const say = useWords();
  const difference = item.checked === null || item.computed === null ? null : item.checked - item.computed;
  return (
    <tr>
      <th scope="row">{say(item.label)}<small>{t.why(item.why)}{item.overMarked ? ` · ${t.over}` : ''}</small></th>
      <td data-label={t.self}>{item.selfMark === null ? '–' : <Figure value={item.selfMark} grounds={selfGrounds(page, item)} />}</td>
      <td data-label={t.computed}>{item.computed === null ? <span className="faint">{item.why === 'marked' ? '–' : t.none}</span> : <Figure value={item.computed} full={item.full} grounds={computedGrounds(page, item)} />}</td>
      <td data-label={t.checked}>{item.checked === null ? '–' : <Figure value={item.checked} full={item.full} grounds={checkedGrounds(page, item)} />}</td>
      <td data-label={t.difference}>{difference === null ? '–' : <Figure value={difference} grounds={checkedGrounds(page, item)}>{changeText(difference)}</Figure>}</td>
      <td className="check-said" data-label={t.reason}>{item.reason}{item.looked === '' ? null : <small>{t.looked}{marks.colon}{item.looked}</small>}</td>
    </tr>
  );
}
