import { Button, Form, Select } from 'antd';
import { isBranch, isGroup } from '#domain/orgs/categories.ts';
import { readOrganisations } from '#domain/orgs/contract.ts';
import { appointPost, type PersonPage } from '#domain/people/contract.ts';
import { postLabels, type Post } from '#domain/people/posts.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { personTexts } from './person-texts.ts';

const texts = defineTexts({
  zh: { where: '组织', hint: '本支部、本小组，或者党委。', post: '职务', appoint: '任职', done: (post: string, from: string) => `已任${post}，自 ${from} 起。登录后的权限由安全管理员另行授予。` },
  en: { where: 'Organisation', hint: 'The own branch or group, or a committee.', post: 'Post', appoint: 'Appoint', done: (post, from) => `${post} from ${from} on. What the account may do is granted by the security administrator.` },
});

interface Fields {
  readonly organisation: string;
  readonly post: Post;
  readonly from: string;
}

/** A post from a day on, in the own branch or group or in a committee. */
export function AppointForm({ person, onDone }: { readonly person: PersonPage; readonly onDone: (said: string) => void }) {
  const t = useTexts(texts);
  const words = useTexts(personTexts);
  const say = useWords();
  const { today } = useWhoAmI();
  const appointing = useWrite(appointPost);
  const tree = useCall(readOrganisations, {});
  const [form] = Form.useForm<Fields>();
  const home = person.memberships[0];
  const places = (tree.data?.items ?? []).filter((it) => it.id === home?.branch.id || it.id === home?.group?.id || (!isBranch(it.category) && !isGroup(it.category)));
  const place = Form.useWatch('organisation', form) ?? home?.branch.id;
  const chosen = places.find((it) => it.id === place);
  const posts = (Object.keys(postLabels) as Post[]).filter((it) => (it === 'groupLeader') === (chosen !== undefined && isGroup(chosen.category)));
  const needed = [{ required: true, message: words.choose }];
  const send = (fields: Fields) => appointing.mutate({ person: person.id, ...fields }, { onSuccess: () => onDone(t.done(say(postLabels[fields.post]), fields.from)) });
  return (
    <Form<Fields> form={form} layout="vertical" initialValues={{ organisation: home?.branch.id, from: today }} onFinish={send}>
      <Form.Item name="organisation" label={t.where} extra={t.hint} rules={needed}>
        <Select showSearch={{ optionFilterProp: 'label' }} loading={tree.isPending} options={places.map((it) => ({ value: it.id, label: it.shortName }))} onChange={() => form.resetFields(['post'])} />
      </Form.Item>
      <Form.Item name="post" label={t.post} rules={needed}><Select options={posts.map((it) => ({ value: it, label: say(postLabels[it]) }))} /></Form.Item>
      <Form.Item name="from" label={words.from} rules={needed}><DayField latest={today} /></Form.Item>
      {appointing.error ? <Form.Item><ErrorNote refusal={appointing.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={appointing.isPending}>{t.appoint}</Button>
    </Form>
  );
}
