import { Button } from 'antd';
import { useState } from 'react';
import { endMySessions, readMySessions } from '#domain/access/account-contract.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { SessionList } from './SessionList.tsx';
import '#web/ui/room.css';
import './accounts.css';

const texts = defineTexts({
  zh: {
    title: '我的登录', hint: '看到不认识的登录，请先退出它，再修改密码。两小时不用自动退出，最长十二小时。', others: '退出其他登录', ended: (count: number) => `已退出 ${count} 处登录。`,
  },
  en: {
    title: 'My sessions', hint: 'If there is one you do not know, end it and change your password. A session ends after two idle hours, and after twelve in any case.', others: 'End the others',
    ended: (count) => `${count} ${count === 1 ? 'session' : 'sessions'} ended.`,
  },
});

/** Where I am signed in; every other place can be signed out from here. */
export function MySessionsPage() {
  const t = useTexts(texts);
  const mine = useCall(readMySessions, {});
  const ending = useWrite(endMySessions);
  const [done, setDone] = useState<string | null>(null);
  if (mine.error) return <PageFault refusal={mine.error.refusal} onRetry={() => void mine.refetch()} />;
  if (!mine.data) return <PageSkeleton />;
  const { items } = mine.data;
  const end = (session?: string) => ending.mutate(session === undefined ? {} : { session }, { onSuccess: ({ ended }) => setDone(t.ended(ended)) });
  return (
    <>
      <PageHeader title={t.title} actions={items.length > 1 ? <Button loading={ending.isPending} onClick={() => end()}>{t.others}</Button> : undefined} />
      {done === null ? null : <SuccessNote>{done}</SuccessNote>}
      {ending.error ? <ErrorNote refusal={ending.error.refusal} /> : null}
      <p className="room-hint">{t.hint}</p>
      <SessionList sessions={items} ending={ending.isPending} onEnd={end} />
    </>
  );
}
