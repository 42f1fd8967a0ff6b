import { Input, Select } from 'antd';
import type { MemberReviewView, ReviewedMemberView } from '#domain/evaluations/contract.ts';
import { defineTexts, useMarks, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { evaluationTexts } from './evaluation-texts.ts';
import { fetchMemberYear } from './year-grounds.ts';

export interface Given {
  readonly grade: string | null;
  readonly reason: string;
  readonly talkedOn: string | null;
}

const texts = defineTexts({
  zh: {
    choose: '选择等次', gradeOf: (name: string) => `${name}的等次`, reasonOf: (name: string) => `${name}：与建议不同的事实和理由`, reason: '与建议不同的事实和理由', talkOf: (name: string) => `${name}：谈话并听取说明的日期`, talk: '谈话并听取说明的日期',
  },
  en: {
    choose: 'Choose', gradeOf: (name) => `Grade of ${name}`, reasonOf: (name) => `${name}: facts and reason`, reason: 'Facts and reason for another grade', talkOf: (name) => `${name}: day he was talked to and heard`, talk: 'Day he was talked to and heard',
  },
});

interface Properties {
  readonly of: MemberReviewView;
  readonly given: Readonly<Record<string, Given>>;
  readonly onGive: (person: string, change: Partial<Given>) => void;
}

/** One row for each member who is evaluated, by number. */
export function GradeRows({ of, given, onGive }: Properties) {
  return (
    <ul className="grade-rows">
      {of.members.filter(({ exempt }) => exempt === null).map((member) => {
        const own = given[member.person.id];
        return own ? <Row key={member.person.id} of={of} member={member} given={own} onGive={(change) => onGive(member.person.id, change)} /> : null;
      })}
    </ul>
  );
}

interface RowProperties {
  readonly of: MemberReviewView;
  readonly member: ReviewedMemberView;
  readonly given: Given;
  readonly onGive: (change: Partial<Given>) => void;
}

function Row({ of, member: { person, value, proposed, vetoes, tied }, given, onGive }: RowProperties) {
  const t = useTexts(texts);
  const marks = useMarks();
  const words = useTexts(evaluationTexts);
  const say = useWords();
  const { today } = useWhoAmI();
  const at = (id: string | null) => of.grades.findIndex((grade) => grade.id === id);
  const differs = given.grade !== null && given.grade !== proposed;
  const lower = differs && (of.grades[at(given.grade)]?.decided === true || (proposed !== null && at(given.grade) > at(proposed)));
  const label = of.grades[at(proposed)]?.label;
  return (
    <li>
      <div className="grade-row">
        <span><b>{person.name}</b> <Figure value={value} grounds={fetchMemberYear(of.organisation.id, of.year, person.id)} /></span>
        <Select
          aria-label={t.gradeOf(person.name)} placeholder={t.choose} value={given.grade} onChange={(grade) => onGive({ grade })}
          options={of.grades.map((grade) => ({ value: grade.id, label: say(grade.label) }))}
        />
      </div>
      <p className="evaluation-hint">{[`${words.proposed}${marks.colon}${label ? say(label) : words.none}`, tied ? words.tied : '', ...vetoes.map((veto) => say(veto))].filter((it) => it !== '').join(' · ')}</p>
      {differs ? <Input.TextArea aria-label={t.reasonOf(person.name)} placeholder={t.reason} rows={2} maxLength={500} value={given.reason} onChange={(event) => onGive({ reason: event.target.value })} /> : null}
      {lower ? <DayField label={t.talkOf(person.name)} placeholder={t.talk} latest={today} value={given.talkedOn} onChange={(talkedOn) => onGive({ talkedOn })} clearable /> : null}
    </li>
  );
}
