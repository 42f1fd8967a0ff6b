import { Button, Form, Input, Radio, Select } from 'antd';
import { answerObjection, appealStatement, objectToStatement, reviewObjection, type StatementView } from '#domain/months/statement-contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { KeptForm } from '#web/shell/KeptForm.tsx';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { dayText } from '#web/ui/day-words.ts';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';

export type StatementAct = 'object' | 'answer' | 'appeal' | 'review';

const texts = defineTexts({
  zh: {
    entry: '对哪一条有异议', missing: '漏记了事项', verdict: '结论', upheld: '成立：由支部在原记录中更正', rejected: '不成立：维持原记录', why: '说明', needed: '请填写', send: '提交',
    hint: { object: '写清事实和佐证材料，由支部委员会答复。', answer: '答复本人可见。分数不在此处改动，随原记录更正。', appeal: '说明不同意答复的理由，由机关党委复核。', review: '复核结论为最终结论，本人和支部可见。' },
  },
  en: {
    entry: 'Which entry is wrong', missing: 'Something is missing', verdict: 'Decision', upheld: 'Upheld: the branch puts the entry right', rejected: 'Rejected: the entry stays', why: 'In words', needed: 'Fill this in', send: 'Submit',
    hint: { object: 'Say what happened and what shows it; the branch committee answers.', answer: 'The member reads this. Points are not changed here; they follow the entry.', appeal: 'Say why the answer is not right; the organs committee reviews it.', review: 'The review is final; the member and the branch read it.' },
  },
});

interface Fields {
  readonly disputed?: string;
  readonly verdict?: 'upheld' | 'rejected';
  readonly words: string;
}

const MISSING = 'missing';

interface Properties {
  readonly act: StatementAct;
  readonly of: StatementView;
  readonly onDone: () => void;
}

export function StatementForm({ act, of, onDone }: Properties) {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  const [objecting, answering, appealing, reviewing] = [useWrite(objectToStatement), useWrite(answerObjection), useWrite(appealStatement), useWrite(reviewObjection)];
  const current = { object: objecting, answer: answering, appeal: appealing, review: reviewing }[act];
  const about = { statement: of.statement, version: of.version };
  const send = ({ disputed = MISSING, verdict = 'rejected', words }: Fields): void => {
    switch (act) {
      case 'object': return objecting.mutate({ ...about, disputed: disputed === MISSING ? null : disputed, words }, { onSuccess: onDone });
      case 'answer': return answering.mutate({ ...about, verdict, words }, { onSuccess: onDone });
      case 'appeal': return appealing.mutate({ ...about, words }, { onSuccess: onDone });
      case 'review': return reviewing.mutate({ ...about, verdict, words }, { onSuccess: onDone });
    }
  };
  const needed = [{ required: true, message: t.needed }];
  const entries = [...of.entries.map((it) => ({ value: it.fact, label: `${dayText(it.day, language)} ${say(it.label)}` })), { value: MISSING, label: t.missing }];
  return (
    <KeptForm<Fields> of={`statement ${of.statement} ${of.version} ${act}`} tabOnly layout="vertical" onFinish={send}>
      {act === 'object' ? <Form.Item name="disputed" label={t.entry} rules={needed}><Select showSearch={{ optionFilterProp: 'label' }} options={entries} /></Form.Item> : null}
      {act === 'answer' || act === 'review' ? (
        <Form.Item name="verdict" label={t.verdict} rules={needed}>
          <Radio.Group className="months-radios"><Radio value="upheld">{t.upheld}</Radio><Radio value="rejected">{t.rejected}</Radio></Radio.Group>
        </Form.Item>
      ) : null}
      <NonClassifiedNotice />
      <Form.Item name="words" label={t.why} extra={t.hint[act]} rules={[{ required: true, min: 2, message: t.needed }]}><Input.TextArea rows={4} maxLength={500} /></Form.Item>
      {current.error ? <Form.Item><ErrorNote refusal={current.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={current.isPending}>{t.send}</Button>
    </KeptForm>
  );
}
