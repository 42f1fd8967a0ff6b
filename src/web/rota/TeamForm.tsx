import { Button, Form, Input, InputNumber } from 'antd';
import { amendShiftTeam, changeCycle, recordShiftTeam, type ShiftTeamRow } from '#domain/rota/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { CycleEditor } from './CycleEditor.tsx';
import { CyclePreview } from './CyclePreview.tsx';
import { DayField } from '#web/ui/DayField.tsx';

const texts = defineTexts({
  zh: {
    name: '班组名称', anchor: '周期首日', anchorHint: '该日为周期第 1 天。', rest: '下夜班后休整（小时）', from: '启用日期', to: '停用日期', open: '未定', cycle: '周期', missing: '请填写', save: '保存',
    change: '更换班制', since: '自何日起', sinceHint: '此前的值班和应到不变。',
    amendWhy: '更正用于登记有误：改动会追溯到启用之日。排班自某日起变动的，请用“更换班制”。',
    made: (name: string) => `已建立班组“${name}”。`, amended: (name: string) => `已更正班组“${name}”，应到随之重新计算。`,
    changed: (name: string, from: string, moved: number) => `班组“${name}”自 ${from} 起更换班制，${moved} 人随之转入。`,
  },
  en: {
    name: 'Name', anchor: 'First day of the cycle', anchorHint: 'This day is day 1.', rest: 'Hours of rest after a night', from: 'In use from', to: 'In use to', open: 'Open', cycle: 'Cycle', missing: 'Fill this in', save: 'Save',
    change: 'Change the cycle', since: 'From', sinceHint: 'What was before stays as it is.',
    amendWhy: 'Correct what was entered wrongly: it reaches back to the first day of the team. When the rota itself changes from a day on, use “Change the cycle”.',
    made: (name) => `The team “${name}” is made.`, amended: (name) => `The team “${name}” is corrected, and attendance with it.`,
    changed: (name, from, moved) => `“${name}” has a new cycle from ${from}; ${moved} people go with it.`,
  },
});

interface Fields {
  readonly name: string;
  readonly anchor: string;
  readonly cycle: ShiftTeamRow['cycle'];
  readonly restHours: number;
  readonly from: string;
  readonly to: string | null;
}

interface Properties {
  readonly organisation: string;
  readonly kind: 'own' | 'amend' | 'cycle';
  /** Null for a new one. */
  readonly team: ShiftTeamRow | null;
  readonly onDone: (said: string) => void;
}

export function TeamForm({ organisation, kind, team, onDone }: Properties) {
  const t = useTexts(texts);
  const { today } = useWhoAmI();
  const { send, error, pending } = useTeamWrite(organisation, kind, team, onDone);
  const [form] = Form.useForm<Fields>();
  const fields = Form.useWatch([], form);
  const needed = [{ required: true, message: t.missing }];
  const initial: Fields = team
    ? { name: team.name, anchor: team.anchor, cycle: team.cycle, restHours: team.restHours, from: kind === 'cycle' ? today : team.from, to: team.to }
    : { name: '', anchor: today, cycle: [[{ start: '08:00', hours: 24 }], [], []], restHours: 12, from: `${today.slice(0, 4)}-01-01`, to: null };
  const shown = { ...initial, ...fields };
  return (
    <Form<Fields> form={form} layout="vertical" onFinish={(values) => send({ ...initial, ...values })} initialValues={initial}>
      {kind === 'amend' ? <p className="rota-hint">{t.amendWhy}</p> : null}
      {kind === 'cycle' ? null : <Form.Item name="name" label={t.name} rules={[{ required: true, whitespace: true, message: t.missing }]}><Input maxLength={20} /></Form.Item>}
      {kind === 'cycle' ? <Form.Item name="from" label={t.since} extra={t.sinceHint} rules={needed}><DayField /></Form.Item> : (
        <div className="rota-pair">
          <Form.Item name="from" label={t.from} rules={needed}><DayField /></Form.Item>
          <Form.Item name="to" label={t.to}><DayField clearable placeholder={t.open} /></Form.Item>
        </div>
      )}
      <div className="rota-pair">
        <Form.Item name="anchor" label={t.anchor} extra={t.anchorHint} rules={needed}><DayField /></Form.Item>
        <Form.Item name="restHours" label={t.rest} rules={needed}><InputNumber min={0} max={48} precision={0} /></Form.Item>
      </div>
      <Form.Item name="cycle" label={t.cycle} required><CycleEditor onRest={(restHours) => form.setFieldsValue({ restHours })} /></Form.Item>
      <CyclePreview from={shown.anchor ?? today} teams={[{ name: shown.name || team?.name || '', team: { anchor: shown.anchor ?? today, cycle: shown.cycle, restHours: shown.restHours ?? 0, from: '2000-01-01', to: null } }]} />
      {error ? <Form.Item><ErrorNote refusal={error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={pending}>{kind === 'cycle' ? t.change : t.save}</Button>
    </Form>
  );
}

/** One form, three intentions; each says afterwards what followed. */
function useTeamWrite(organisation: string, kind: Properties['kind'], team: ShiftTeamRow | null, onDone: (said: string) => void) {
  const t = useTexts(texts);
  const making = useWrite(recordShiftTeam);
  const amending = useWrite(amendShiftTeam);
  const changing = useWrite(changeCycle);
  const send = (fields: Fields) => {
    const name = fields.name.trim();
    const { anchor, cycle, restHours, from } = fields;
    const to = fields.to ?? null;
    if (team === null) making.mutate({ organisation, name, anchor, cycle, restHours, from, to }, { onSuccess: () => onDone(t.made(name)) });
    else if (kind === 'amend') {
      amending.mutate({ team: team.team, version: team.version, name, anchor, cycle, restHours, from, to }, { onSuccess: () => onDone(t.amended(name)) });
    } else {
      changing.mutate({ team: team.team, version: team.version, from, anchor, cycle, restHours }, { onSuccess: ({ moved }) => onDone(t.changed(name, from, moved)) });
    }
  };
  return { send, error: making.error ?? amending.error ?? changing.error, pending: making.isPending || amending.isPending || changing.isPending };
}
