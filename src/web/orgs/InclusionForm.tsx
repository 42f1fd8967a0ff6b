import { Button, Form } from 'antd';
import type { OrganisationNode } from '#domain/orgs/contract.ts';
import { type InclusionCard, recordInclusion, withdrawInclusion } from '#domain/orgs/inclusion-contract.ts';
import { call } from '#web/shell/call.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { useUndo } from '#web/shell/Undo.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { organisationTexts } from './organisation-texts.ts';

const texts = defineTexts({
  zh: {
    day: '启用日期', save: '设定启用日期', clear: '取消本组织的启用日期', cleared: '已取消，按上级的启用日期计算。',
    hint: '自这一天起，本组织及其下级（另有启用日期的除外）的各项要求开始计算；之前显示“未纳入”，不计缺项，也不计 0 分。之前已导入的活动和登记照常计入；全年的要求按启用后的整月折算，不足一次的舍去。',
  },
  en: {
    day: 'Day of inclusion', save: 'Set the day of inclusion', clear: 'No day of its own', cleared: 'Cleared; the day of the organisation above holds.',
    hint: 'From this day on, what is asked of the organisation and of those below it without a day of their own is reckoned; what lies before it shows as “not included”, neither a gap nor a zero. Sessions and entries imported from before count all the same; what is asked for a year is taken by whole months of inclusion, rounded down.',
  },
});

/** From which day an organisation is reckoned with. */
export function InclusionForm({ organisation, inclusion, onDone }: { readonly organisation: OrganisationNode; readonly inclusion: InclusionCard; readonly onDone: (day: string | null) => void }) {
  const t = useTexts(texts);
  const { choose } = useTexts(organisationTexts);
  const { today } = useWhoAmI();
  const setting = useWrite(recordInclusion);
  const clearing = useWrite(withdrawInclusion);
  const offerUndo = useUndo();
  const { own } = inclusion;
  const clear = ({ version, from }: NonNullable<typeof own>) => clearing.mutate({ organisation: organisation.id, version }, { onSuccess: () => {
    onDone(null);
    offerUndo(t.cleared, (key) => call(recordInclusion, { organisation: organisation.id, version: null, from }, { key }));
  } });
  const send = ({ day }: { day: string }) => setting.mutate({ organisation: organisation.id, version: own?.version ?? null, from: day }, { onSuccess: () => onDone(day) });
  const refused = setting.error ?? clearing.error;
  return (
    <Form<{ day: string }> layout="vertical" initialValues={{ day: own?.from ?? today }} onFinish={send}>
      <Form.Item name="day" label={t.day} extra={t.hint} rules={[{ required: true, message: choose }]}><DayField latest={today} /></Form.Item>
      {refused ? <Form.Item><ErrorNote refusal={refused.refusal} /></Form.Item> : null}
      <div className="import-actions">
        <Button type="primary" htmlType="submit" loading={setting.isPending}>{t.save}</Button>
        {own ? <Button loading={clearing.isPending} onClick={() => clear(own)}>{t.clear}</Button> : null}
      </div>
    </Form>
  );
}
