import { WarningOutlined } from '@ant-design/icons';
import { InputNumber } from 'antd';
import type { BallotKindView, ReviewedMemberView } from '#domain/evaluations/contract.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { answersIn, type BallotDraft, differs, keyOf } from './ballot-draft.ts';
import { evaluationTexts } from './evaluation-texts.ts';

const texts = defineTexts({
  zh: { sum: '合计', of: (name: string, answer: string) => `${name}：${answer}`, least: (count: number) => `每人有效票不足 ${count} 张的，不计入。`, unequal: (sum: number) => `${sum}，与有效票不符`, equal: (sum: number) => String(sum) },
  en: { sum: 'Sum', of: (name, answer) => `${name}: ${answer}`, least: (count) => `With fewer than ${count} valid ballots they do not count.`, unequal: (sum) => `${sum}, not the valid papers`, equal: (sum) => String(sum) },
});

interface Properties {
  readonly kind: BallotKindView;
  readonly members: readonly ReviewedMemberView[];
  readonly draft: BallotDraft;
  readonly onDraft: (draft: BallotDraft) => void;
}

const MOST = 9999;

/** 发出, 收回, 有效 above; below one row for each member who is evaluated. A row that does not fit is marked. */
export function BallotTable({ kind, members, draft, onDraft }: Properties) {
  const t = useTexts(texts);
  const words = useTexts(evaluationTexts);
  const say = useWords();
  const papers = draft.papers[kind.register] ?? { issued: null, received: null, valid: null };
  const write = (person: string, answer: string, count: number | null) => onDraft({ ...draft, counts: { ...draft.counts, [keyOf(kind.register, person, answer)]: count } });
  return (
    <>
      <p className="ballot-papers">
        {(['issued', 'received', 'valid'] as const).map((what) => (
          <label key={what}>{words[what]} <InputNumber min={0} max={MOST} precision={0} value={papers[what]} aria-label={`${say(kind.label)} ${words[what]}`} onChange={(count) => onDraft({ ...draft, papers: { ...draft.papers, [kind.register]: { ...papers, [what]: count } } })} /></label>
        ))}
        {kind.least === null ? null : <span className="evaluation-hint">{t.least(kind.least)}</span>}
      </p>
      <div className="ballot-scroll">
        <table className="ballot-table">
          <thead><tr><th scope="col">{words.name}</th>{kind.answers.map(({ id, label }) => <th key={id} scope="col">{say(label)}</th>)}<th scope="col">{t.sum}</th></tr></thead>
          <tbody>
            {members.map(({ person }) => {
              const sum = answersIn(draft, kind, person.id);
              const wrong = differs(draft, kind, person.id);
              return (
                <tr key={person.id} className={wrong ? 'wrong' : ''}>
                  <th scope="row">{person.name}</th>
                  {kind.answers.map(({ id, label }) => (
                    <td key={id}><InputNumber min={0} max={MOST} precision={0} controls={false} value={draft.counts[keyOf(kind.register, person.id, id)] ?? null} aria-label={t.of(person.name, say(label))} onChange={(count) => write(person.id, id, count)} /></td>
                  ))}
                  <td>{sum === null ? null : wrong ? <span><WarningOutlined /> {t.unequal(sum)}</span> : t.equal(sum)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}
