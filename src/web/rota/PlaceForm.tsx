import { Button, Form, Select } from 'antd';
import { placePeople } from '#domain/rota/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { PersonsField } from '#web/ui/PersonsField.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import type { Teams } from './teams.ts';

const texts = defineTexts({
  zh: {
    people: '人员', team: '调入班组', none: '常日班（调出班组）', from: '自何日起', fromHint: '此前的班次不变。', missing: '请选择', place: '调整',
    done: (placed: number, team: string, from: string) => `${placed} 人自 ${from} 起调入${team}。`, out: (placed: number, from: string) => `${placed} 人自 ${from} 起改为常日班。`,
    unchanged: (count: number) => `另有 ${count} 人原已在该班组，未变动。`, waiting: '其中您本人的调整须由他人审核后生效。',
  },
  en: {
    people: 'People', team: 'Into the team', none: 'Days only (out of all teams)', from: 'From', fromHint: 'Shifts before this day stay as they are.', missing: 'Choose', place: 'Move',
    done: (placed, team, from) => `${placed} moved into ${team} from ${from}.`, out: (placed, from) => `${placed} work days only from ${from}.`,
    unchanged: (count) => `${count} were there already.`, waiting: 'Your own move takes effect once somebody else has confirmed it.',
  },
});

interface Fields {
  readonly persons: string[];
  readonly team: string;
  readonly from: string;
}

const DAYS_ONLY = 'daysOnly';

interface Properties {
  readonly organisation: string;
  readonly teams: Teams | undefined;
  readonly task: { readonly team: string | null; readonly persons: readonly string[] };
  readonly onDone: (said: string) => void;
}

/** People into a team, or out of all, from a day on; one or many. */
export function PlaceForm({ organisation, teams, task, onDone }: Properties) {
  const t = useTexts(texts);
  const { today } = useWhoAmI();
  const placing = useWrite(placePeople);
  const needed = [{ required: true, message: t.missing }];
  const send = ({ persons, team, from }: Fields) => {
    const into = team === DAYS_ONLY ? null : team;
    placing.mutate({ organisation, persons, from, team: into }, {
      onSuccess: ({ placed, unchanged, waiting }) => {
        const name = teams?.items.find((it) => it.team === into)?.name ?? '';
        onDone([into === null ? t.out(placed, from) : t.done(placed, name, from), unchanged > 0 ? t.unchanged(unchanged) : '', waiting ? t.waiting : ''].join(''));
      },
    });
  };
  return (
    <Form<Fields> layout="vertical" onFinish={send} initialValues={{ persons: [...task.persons], team: task.team ?? undefined, from: today }}>
      <Form.Item name="persons" label={t.people} rules={needed}><PersonsField people={teams?.people} many /></Form.Item>
      <Form.Item name="team" label={t.team} rules={needed}>
        <Select options={[...(teams?.items ?? []).map((it) => ({ value: it.team, label: it.name })), { value: DAYS_ONLY, label: t.none }]} />
      </Form.Item>
      <Form.Item name="from" label={t.from} extra={t.fromHint} rules={needed}><DayField /></Form.Item>
      {placing.error ? <Form.Item><ErrorNote refusal={placing.error.refusal} placeName={(at) => nameAt(at, teams)} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={placing.isPending}>{t.place}</Button>
    </Form>
  );

  function nameAt(at: string, known: Teams | undefined): string {
    const index = /^persons\.(\d+)$/.exec(at)?.[1];
    const person = index === undefined ? undefined : placing.variables?.persons[Number(index)];
    return known?.people.find((it) => it.id === person)?.name ?? at;
  }
}
