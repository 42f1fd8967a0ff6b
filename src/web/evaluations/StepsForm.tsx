import { Button, Form } from 'antd';
import { keepReviewSteps, type MemberReviewView } from '#domain/evaluations/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';

const texts = defineTexts({
  zh: { hint: '民主测评和组织评定的日期随票数和评定结果自动记入。没有办理的步骤可先不填，提请审定前补齐。', save: '保存', empty: '未办理' },
  en: { hint: 'The days of the ballots and of the grading come with the counts and the grades. A step that has not been taken may stay empty until the evaluation is submitted.', save: 'Save', empty: 'not yet' },
});

interface Properties {
  readonly of: MemberReviewView;
  readonly onDone: () => void;
}

/** The days of the steps that the branch keeps itself; saving them for the first time opens the year. */
export function StepsForm({ of, onDone }: Properties) {
  const t = useTexts(texts);
  const say = useWords();
  const { today } = useWhoAmI();
  const keeping = useWrite(keepReviewSteps);
  const kept = of.steps.filter((step) => step.kept);
  const send = (days: Record<string, string | null | undefined>) => {
    const steps = kept.flatMap(({ step }) => {
      const day = days[step];
      return day ? [{ step, day }] : [];
    });
    keeping.mutate({ organisation: of.organisation.id, year: of.year, version: of.version, steps }, { onSuccess: onDone });
  };
  return (
    <Form layout="vertical" onFinish={send} initialValues={Object.fromEntries(kept.map(({ step, day }) => [step, day]))}>
      {kept.map(({ step, label }) => <Form.Item key={step} name={step} label={say(label)}><DayField clearable latest={today} placeholder={t.empty} /></Form.Item>)}
      <p className="evaluation-hint">{t.hint}</p>
      {keeping.error ? <Form.Item><ErrorNote refusal={keeping.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={keeping.isPending}>{t.save}</Button>
    </Form>
  );
}
