import type { Grounds } from '#domain/engine/evaluation.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { changeText, pointsText } from './figure-format.ts';
import { groundsLines, type GroundsLine } from './grounds-lines.ts';
import type { GroundsNames } from './grounds-source.ts';
import { useGroundsWords } from './grounds-words.ts';
import './grounds-paper.css';

const texts = defineTexts({
  zh: { item: '项目', grounds: '依据', full: '满分', value: '得分' },
  en: { item: 'Item', grounds: 'Grounds', full: 'Full', value: 'Points' },
});

interface Properties {
  readonly grounds: Grounds;
  readonly names: GroundsNames;
  /** Null: the whole year. */
  readonly month: string | null;
}

/** The grounds of a total as a table of paper: where nothing unfolds, every line stands with its reason beside it. */
export function GroundsPaper({ grounds, names, month }: Properties) {
  const t = useTexts(texts);
  return (
    <table className="grounds-paper">
      <colgroup><col className="grounds-paper-item" /><col /><col className="grounds-paper-figure" /><col className="grounds-paper-figure" /></colgroup>
      <thead><tr>{[t.item, t.grounds, t.full, t.value].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
      <tbody>{groundsLines(grounds, month).map((line, at) => <Line key={`${at} ${line.grounds.id}`} line={line} names={names} />)}</tbody>
    </table>
  );
}

function Line({ line: { depth, grounds }, names }: { readonly line: GroundsLine; readonly names: GroundsNames }) {
  const { label, why, value } = useGroundsWords(names)(grounds);
  const { kind } = grounds.how;
  const shown = typeof value !== 'number' ? value : kind === 'limit' || kind === 'fact' ? changeText(value) : pointsText(value);
  return (
    <tr className={kind === 'fact' ? 'grounds-paper-fact' : kind === 'window' ? 'grounds-paper-window' : `grounds-paper-rule depth-${Math.min(depth, 2)}`}>
      <th scope="row" style={{ paddingInlineStart: `${1.5 + Math.min(depth, 4) * 3}mm` }}>{label}</th>
      <td>{why.map((text) => <p key={text}>{text}</p>)}</td>
      <td className="paper-figure">{grounds.full === null ? null : pointsText(grounds.full)}</td>
      <td className="paper-figure">{shown}</td>
    </tr>
  );
}
