import { Button, Checkbox, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { gradesOf } from '#domain/engine/grading.ts';
import { type BranchReviewView, deliberateReview, type ReviewHead, type ReviewLine } from '#domain/reviews/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useMarks, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { fetchGrounds } from './review-grounds.ts';
import { reviewTexts } from './review-texts.ts';

const texts = defineTexts({
  zh: {
    on: '会议日期', minutes: '会议纪要编号', hint: '等次以得分为建议，由会议研究确定；与建议不同的，逐个写明理由。', tie: (grade: string, places: number) => `得分并列，“${grade}”名额还剩 ${places} 个，由会议确定给：`, tieReason: '确定名额的理由',
    why: '理由', send: '登记研究结果', missing: '请填写', over: (label: string, given: number, places: number) => `“${label}”名额 ${places} 个，现定 ${given} 个`,
  },
  en: {
    on: 'Day of the meeting', minutes: 'Number of the minutes', hint: 'The score proposes a grade and the meeting decides. A grade that differs needs its reason.', tie: (grade, places) => `Equal scores; ${places} places are left for ${grade}. The meeting gives them to:`, tieReason: 'Reason for the choice',
    why: 'Reason', send: 'Enter the decision', missing: 'Fill this in', over: (label, given, places) => `${label} has ${places} places and ${given} branches`,
  },
});

interface Properties {
  readonly of: BranchReviewView;
  readonly head: ReviewHead;
  readonly onDone: () => void;
}
interface Own { readonly grade: string; readonly reason: string }

/** What the meeting decided: filled in from the proposals, so that only what differs is typed. */
export function DeliberateForm({ of, head, onDone }: Properties) {
  const t = useTexts(texts);
  const { today } = useWhoAmI();
  const [named, setNamed] = useState<readonly string[]>([]);
  const [own, setOwn] = useState<Readonly<Record<string, Own>>>({});
  const writing = useWrite(deliberateReview);
  const proposed = proposalsOf(of, named);
  const send = ({ on, minutes, tieReason = '' }: { on: string; minutes: string; tieReason?: string }) => writing.mutate({
    review: head.review, version: head.version, on, minutes,
    places: of.undecided && named.length > 0 ? [{ grade: of.undecided.grade, organisations: [...named], reason: tieReason }] : [],
    grades: Object.entries(own).filter(([id, it]) => it.grade !== proposed.get(id)).map(([organisation, it]) => ({ organisation, ...it })),
  }, { onSuccess: onDone });
  const needed = [{ required: true, min: 2, message: t.missing }];
  return (
    <Form layout="vertical" onFinish={send} initialValues={{ on: today }}>
      <NonClassifiedNotice />
      <div className="entry-pair">
        <Form.Item name="on" label={t.on} rules={needed}><DayField latest={today} /></Form.Item>
        <Form.Item name="minutes" label={t.minutes} rules={needed}><Input maxLength={60} /></Form.Item>
      </div>
      {of.undecided ? <Tie of={of} named={named} onNamed={setNamed} /> : null}
      <p className="review-hint">{t.hint}</p>
      <table className="review-decide">
        <tbody>
          {of.branches.map((row) => (
            <Decision key={row.organisation.id} of={of} row={row} proposed={proposed.get(row.organisation.id) ?? null} own={own[row.organisation.id]} onOwn={(it) => setOwn({ ...own, [row.organisation.id]: it })} />
          ))}
        </tbody>
      </table>
      <Over of={of} gradeOf={(id) => own[id]?.grade ?? proposed.get(id) ?? null} />
      {writing.error ? <Form.Item><ErrorNote refusal={writing.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={writing.isPending}>{t.send}</Button>
    </Form>
  );
}

/** The same grading as on the server, with the places that were given meanwhile. */
function proposalsOf({ grades, branches, result, undecided }: BranchReviewView, named: readonly string[]): ReadonlyMap<string, string | null> {
  const rules = grades.map(({ id, label, atLeast, quota }) => ({ id, label, ...(atLeast === null ? {} : { atLeast }), ...(quota === null ? {} : { quota }) }));
  const taking = branches.filter(({ ungraded }) => ungraded === null).map(({ organisation, score, atMost, ties }) => ({ id: organisation.id, score, atMost, ties }));
  return gradesOf(rules, result?.tied ?? 'decide', taking, new Map(undecided ? [[undecided.grade, named]] : [])).grades;
}

function Tie({ of, named, onNamed }: { readonly of: BranchReviewView; readonly named: readonly string[]; readonly onNamed: (named: readonly string[]) => void }) {
  const t = useTexts(texts);
  const say = useWords();
  const { undecided } = of;
  if (undecided === null) return null;
  const label = of.grades.find(({ id }) => id === undecided.grade)?.label;
  const full = named.length >= undecided.places;
  const options = of.branches.filter(({ organisation }) => undecided.tied.includes(organisation.id))
    .map(({ organisation }) => ({ value: organisation.id, label: organisation.name, disabled: full && !named.includes(organisation.id) }));
  return (
    <fieldset className="review-tie">
      <legend>{t.tie(label ? say(label) : '', undecided.places)}</legend>
      <Checkbox.Group value={[...named]} options={options} onChange={onNamed} />
      <Form.Item name="tieReason" label={t.tieReason} rules={[{ required: true, min: 2, message: t.missing }]}><Input maxLength={300} /></Form.Item>
    </fieldset>
  );
}

interface DecisionProperties {
  readonly of: BranchReviewView;
  readonly row: ReviewLine;
  readonly proposed: string | null;
  readonly own: Own | undefined;
  readonly onOwn: (own: Own) => void;
}

function Decision({ of, row, proposed, own, onOwn }: DecisionProperties) {
  const t = useTexts(texts);
  const marks = useMarks();
  const words = useTexts(reviewTexts);
  const say = useWords();
  const { id, name } = row.organisation;
  const able = row.score !== null && row.ungraded === null && row.atMost !== 'out';
  const differs = own !== undefined && own.grade !== proposed;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="figures">{row.score === null ? '–' : <Figure value={row.score} grounds={fetchGrounds(id, of.year, of.head?.revision)} />}</td>
      <td>
        {able ? (
          <Select
            aria-label={`${words.draftGrade} ${name}`} size="small" className="review-grade" value={own?.grade ?? proposed} onChange={(grade: string) => onOwn({ grade, reason: own?.reason ?? '' })}
            options={of.grades.map((it) => ({ value: it.id, label: say(it.label) }))} placeholder={words.tied}
          />
        ) : row.ungraded === null ? words.gaps(row.gaps.map(({ label }) => say(label)).join(marks.list)) : words[row.ungraded]}
      </td>
      <td>{differs ? <Input size="small" aria-label={`${t.why} ${name}`} placeholder={t.why} maxLength={300} value={own.reason} onChange={(event) => onOwn({ ...own, reason: event.target.value })} /> : null}</td>
    </tr>
  );
}

/** More branches than places, said before somebody sends it. */
function Over({ of, gradeOf }: { readonly of: BranchReviewView; readonly gradeOf: (id: string) => string | null }) {
  const t = useTexts(texts);
  const say = useWords();
  const over = of.grades.map((it) => ({ ...it, given: of.branches.filter(({ organisation }) => gradeOf(organisation.id) === it.id).length }))
    .filter(({ places, given }) => places !== null && given > places);
  return <>{over.map(({ id, label, given, places }) => <p key={id} className="review-over" role="alert">{t.over(say(label), given, places ?? 0)}</p>)}</>;
}
