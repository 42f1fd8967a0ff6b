import { Form, Select } from 'antd';
import { listLeaveReasons, type LeaveReasonRow } from '#domain/rota/absence-contract.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useMarks, useTexts, useWords } from '#web/shell/language.tsx';

const texts = defineTexts({
  zh: {
    reason: '事由', missing: '请选择事由', none: '尚未启用考核方案，没有可选的事由。', exempts: '免计，不计入应到', counts: '不免计，仍计入应到',
    required: '应补学', optional: '可补学', no: '不补学',
  },
  en: {
    reason: 'Reason', missing: 'Choose a reason', none: 'No scheme is in force yet, so there are no reasons to choose from.', exempts: 'Not counted', counts: 'Still expected',
    required: 'to be made up', optional: 'may be made up', no: 'not made up',
  },
});

/** The reasons of the scheme in force on the day; the chosen one says what it does to attendance. */
export function ReasonField({ day }: { readonly day: string }) {
  const t = useTexts(texts);
  const marks = useMarks();
  const say = useWords();
  const form = Form.useFormInstance<{ reason?: string }>();
  const chosen = Form.useWatch('reason', form);
  const reasons = useCall(listLeaveReasons, { day }, { keep: true });
  const does = (it: LeaveReasonRow) => `${it.exempts ? t.exempts : t.counts}${marks.comma}${t[it.makeUp]}`;
  const known = reasons.data?.items.find((it) => it.id === chosen);
  return (
    <Form.Item name="reason" label={t.reason} rules={[{ required: true, message: t.missing }]} extra={known ? does(known) : reasons.data?.items.length === 0 ? t.none : undefined}>
      <Select loading={reasons.isPending} options={(reasons.data?.items ?? []).map((it) => ({ value: it.id, label: say(it) }))} />
    </Form.Item>
  );
}
