import { Button, Form } from 'antd';
import type { z } from 'zod';
import { endPost, type postSpell } from '#domain/people/contract.ts';
import { postLabels } from '#domain/people/posts.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { personTexts } from './person-texts.ts';

const texts = defineTexts({
  zh: { end: '免职', done: (post: string, to: string) => `已免去${post}，${to} 为最后一日。` },
  en: { end: 'End the post', done: (post, to) => `No longer ${post}; ${to} is the last day.` },
});

interface Properties {
  readonly post: z.output<typeof postSpell>;
  readonly onDone: (said: string) => void;
}

/** A post ends with a day. */
export function EndPostForm({ post, onDone }: Properties) {
  const t = useTexts(texts);
  const words = useTexts(personTexts);
  const say = useWords();
  const { today } = useWhoAmI();
  const ending = useWrite(endPost);
  const send = ({ to }: { to: string }) => ending.mutate({ post: post.id, version: post.version, to }, { onSuccess: () => onDone(t.done(say(postLabels[post.post]), to)) });
  return (
    <Form<{ to: string }> layout="vertical" initialValues={{ to: today }} onFinish={send}>
      <p className="room-hint">{say(postLabels[post.post])} · {post.organisation.name}</p>
      <Form.Item name="to" label={words.to} rules={[{ required: true, message: words.choose }]}><DayField latest={today} /></Form.Item>
      {ending.error ? <Form.Item><ErrorNote refusal={ending.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={ending.isPending}>{t.end}</Button>
    </Form>
  );
}
