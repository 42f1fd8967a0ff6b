import type { FactLeaf, Grounds } from '#domain/engine/evaluation.ts';
import { isNotIncluded } from '#domain/engine/not-included.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { changeText, pointsText } from './figure-format.ts';
import { groundsLines, type GroundsLine } from './grounds-lines.ts';
import { groundsTexts } from './grounds-texts.ts';
import { counts, workings } from './grounds-workings.ts';
import type { GroundsNames } from './grounds-source.ts';
import { statuses } from './statuses.ts';
import './grounds-paper.css';

const texts = defineTexts({
  zh: { item: '项目', grounds: '依据', full: '满分', value: '得分', away: { duty: '勤务', leave: '请假', other: '其他', absent: '未参加' }, join: ' · ' },
  en: { item: 'Item', grounds: 'Grounds', full: 'Full', value: 'Points', away: { duty: 'duty', leave: 'leave', other: 'other', absent: 'did not attend' }, join: ' · ' },
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
  const g = useTexts(groundsTexts);
  const say = useWords();
  const why = useFactWords(names);
  const { how, value, full, label, rule } = grounds;
  const fact = how.kind === 'fact' ? how.fact : null;
  const valued = how.kind !== 'window' && (fact === null || (value !== null && counts(fact)));
  const lines = fact ? [why(fact)] : how.kind === 'window' ? [g.counts(how)] : [...workings(grounds, g), ...(rule?.clause ? [rule.clause] : [])];
  return (
    <tr className={fact ? 'grounds-paper-fact' : how.kind === 'window' ? 'grounds-paper-window' : `grounds-paper-rule depth-${Math.min(depth, 2)}`}>
      <th scope="row" style={{ paddingInlineStart: `${1.5 + Math.min(depth, 4) * 3}mm` }}>{say(label)}</th>
      <td>{lines.map((text) => <p key={text}>{text}</p>)}</td>
      <td className="paper-figure">{full === null ? null : pointsText(full)}</td>
      <td className="paper-figure">{!valued ? null : value === null ? (isNotIncluded(grounds) ? g.notIncluded : g.noBasis) : how.kind === 'limit' || fact ? changeText(value) : pointsText(value)}</td>
    </tr>
  );
}

/** What a fact counted as, who recorded and who confirmed it; of a reason its class, because paper goes from hand to hand. */
function useFactWords(names: GroundsNames): (leaf: FactLeaf) => string {
  const t = useTexts(texts);
  const g = useTexts(groundsTexts);
  const say = useWords();
  const nameOf = (id: string | null): string | null => (id !== null && names[id] ? say(names[id]) : null);
  return ({ status, reasonClass, minutes, recordedBy, recordedOn, confirmedBy }) => {
    const confirmer = nameOf(confirmedBy);
    return [
      say(statuses[status].words), reasonClass === null ? null : t.away[reasonClass], minutes === null ? null : g.minutes(minutes), g.recorded(nameOf(recordedBy), recordedOn), confirmer === null ? null : g.confirmed(confirmer),
    ].filter((text) => text !== null).join(t.join);
  };
}
