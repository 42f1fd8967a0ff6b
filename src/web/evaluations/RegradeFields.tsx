import { Form, Input, Radio } from 'antd';
import type { MemberReviewView } from '#domain/evaluations/contract.ts';
import type { MemberResultView } from '#domain/evaluations/result-contract.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DayField } from '#web/ui/DayField.tsx';

const texts = defineTexts({
  zh: {
    grade: '改评为', day: '机关党委会议日期', minutes: '会议纪要编号', hint: '如：机关党委会议纪要〔2027〕4号', talked: '谈话日期', talkedHint: '低于建议等次的，会前须同本人谈话并听取说明。', needed: '请填写',
    places: (grade: string, among: number, places: number, taken: number) => `参评 ${among} 人，“${grade}”不超过 ${places} 人，已评 ${taken} 人。`, full: '没有空余名额，不能改评为这个等次；可退回支部，由支部委员会在名额内重新评定。',
  },
  en: {
    grade: 'New grade', day: 'Day of the meeting', minutes: 'Number of the minutes', hint: 'Such as: Organs committee [2027] No. 4', talked: 'Talked to on', talkedHint: 'Below the proposed grade the member is talked to and heard before the meeting.', needed: 'Fill this in',
    places: (grade, among, places, taken) => `${among} are evaluated: at most ${places} “${grade}”, ${taken} have it.`, full: 'No place is free. Send it back to the branch, whose committee grades anew within the places.',
  },
});

export interface Regrade {
  readonly grade: string;
  readonly day: string;
  readonly minutes: string;
  readonly talkedOn: string | null;
}

/** 改评: the grade that a meeting decided, with its minutes; how many places are left stands beside it. */
export function RegradeFields({ of, grades, taking, members }: { readonly of: MemberResultView } & Pick<MemberReviewView, 'grades' | 'taking' | 'members'>) {
  const t = useTexts(texts);
  const say = useWords();
  const { today } = useWhoAmI();
  const now = members.find(({ person }) => person.id === of.person.id)?.grade;
  const takenOf = (grade: string): number => members.filter((one) => one.grade === grade).length;
  const needed = [{ required: true, message: t.needed }];
  return (
    <>
      <Form.Item name="grade" label={t.grade} rules={needed}>
        <Radio.Group className="evaluation-radios">{grades.filter(({ id }) => id !== now).map(({ id, label }) => <Radio key={id} value={id}>{say(label)}</Radio>)}</Radio.Group>
      </Form.Item>
      {grades.map(({ id, label, places }) => (places === null ? null : (
        <p key={id} className={takenOf(id) >= places ? 'evaluation-over' : 'evaluation-hint'}>{t.places(say(label), taking, places, takenOf(id))}{takenOf(id) >= places && id !== now ? t.full : ''}</p>
      )))}
      <div className="evaluation-row">
        <Form.Item name="day" label={t.day} initialValue={today} rules={needed}><DayField latest={today} /></Form.Item>
        <Form.Item name="minutes" label={t.minutes} rules={[{ required: true, min: 2, message: t.needed }]}><Input maxLength={100} placeholder={t.hint} /></Form.Item>
      </div>
      <Form.Item name="talkedOn" label={t.talked} extra={t.talkedHint}><DayField latest={today} /></Form.Item>
    </>
  );
}
