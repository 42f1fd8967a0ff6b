import { Button, Form, Input, Radio } from 'antd';
import { makeShiftTeams } from '#domain/rota/contract.ts';
import { knownCycles, teamAnchors } from '#domain/rota/known-cycles.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useMarks, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { CyclePreview } from './CyclePreview.tsx';
import { DayField } from '#web/ui/DayField.tsx';

const texts = defineTexts({
  zh: {
    cycle: '班制', names: '班组名称', name: (at: number) => `第 ${at} 班组名称`, firstDay: '第一班组的周期首日', firstDayHint: '该日第一班组上第一个班，其余班组依次错开。',
    from: '启用日期', fromHint: '从这一天起按班次计算应到，可以是过去的日期。', make: '建立班组', missing: '请填写', usualName: (at: number) => `${'一二三四五六七八'[at] ?? ''}班`,
    rest: (hours: number) => `下夜班后休整 ${hours} 小时`, done: (names: string) => `已建立 ${names}。下一步：调整人员。`,
  },
  en: {
    cycle: 'Cycle', names: 'Names of the teams', name: (at) => `Name of team ${at}`, firstDay: 'First day of the first team’s cycle', firstDayHint: 'On this day the first team works its first shift; the others follow one after another.',
    from: 'In use from', fromHint: 'From this day on attendance goes by the shifts; it may lie in the past.', make: 'Make the teams', missing: 'Fill this in', usualName: (at) => `Team ${at + 1}`,
    rest: (hours) => `${hours} hours of rest after a night`, done: (names) => `Made: ${names}. Next, move people into them.`,
  },
});

const NAMES_MAX = 8;

interface Fields {
  readonly known: string;
  readonly names: string[];
  readonly firstDay: string;
  readonly from: string;
}

/** All the teams of a post at once: choose the cycle, name them, say when it begins; the preview shows who can study when. */
export function MakeTeamsForm({ organisation, onDone }: { readonly organisation: string; readonly onDone: (said: string) => void }) {
  const t = useTexts(texts);
  const marks = useMarks();
  const say = useWords();
  const { today } = useWhoAmI();
  const making = useWrite(makeShiftTeams);
  const [form] = Form.useForm<Fields>();
  const fields = Form.useWatch([], form);
  const known = knownCycles.find((it) => it.id === fields?.known) ?? knownCycles[0];
  const firstDay = fields?.firstDay ?? today;
  const nameOf = (at: number): string => fields?.names?.[at] || t.usualName(at);
  const send = ({ names, ...rest }: Fields) => {
    const kept = names.slice(0, known?.teams).map((it) => it.trim());
    making.mutate({ organisation, ...rest, names: kept }, { onSuccess: () => onDone(t.done(kept.join(marks.list))) });
  };
  if (!known) return null;
  const needed = [{ required: true, message: t.missing }];
  return (
    <Form<Fields> form={form} layout="vertical" onFinish={send} initialValues={{ known: known.id, names: Array.from({ length: NAMES_MAX }, (_, at) => t.usualName(at)), firstDay: today, from: `${today.slice(0, 4)}-01-01` }}>
      <Form.Item name="known" label={t.cycle} required>
        <Radio.Group className="cycle-choice">
          {knownCycles.map((it) => <Radio key={it.id} value={it.id}>{say(it.label)}<small>{t.rest(it.restHours)}</small></Radio>)}
        </Radio.Group>
      </Form.Item>
      <Form.Item label={t.names} required>
        <div className="team-names">
          {Array.from({ length: known.teams }, (_, at) => (
            <Form.Item key={at} name={['names', at]} rules={[{ ...needed[0], whitespace: true }]} noStyle><Input aria-label={t.name(at + 1)} maxLength={20} /></Form.Item>
          ))}
        </div>
      </Form.Item>
      <div className="rota-pair">
        <Form.Item name="firstDay" label={t.firstDay} extra={t.firstDayHint} rules={needed}><DayField /></Form.Item>
        <Form.Item name="from" label={t.from} extra={t.fromHint} rules={needed}><DayField /></Form.Item>
      </div>
      <CyclePreview
        from={firstDay}
        teams={teamAnchors(known, firstDay).map((anchor, at) => ({ name: nameOf(at), team: { anchor, cycle: known.cycle, restHours: known.restHours, from: '2000-01-01', to: null } }))}
      />
      {making.error ? <Form.Item><ErrorNote refusal={making.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={making.isPending}>{t.make}</Button>
    </Form>
  );
}
