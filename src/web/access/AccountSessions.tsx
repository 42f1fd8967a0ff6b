import { Button } from 'antd';
import { endSessions, type AccountPage } from '#domain/access/account-contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { SessionList } from './SessionList.tsx';

const texts = defineTexts({
  zh: { title: '登录', none: '现在没有登录。', all: '全部退出', ended: (count: number) => `已退出 ${count} 处登录。` },
  en: { title: 'Sessions', none: 'Not signed in anywhere now.', all: 'End all', ended: (count) => `${count} ${count === 1 ? 'session' : 'sessions'} ended.` },
});

/** Where the account is signed in now; a lost phone is signed out from here. */
export function AccountSessions({ page, onDone }: { readonly page: AccountPage; readonly onDone: (said: string) => void }) {
  const t = useTexts(texts);
  const ending = useWrite(endSessions);
  const end = (session?: string) => ending.mutate({ account: page.account.id, ...(session === undefined ? {} : { session }) }, { onSuccess: ({ ended }) => onDone(t.ended(ended)) });
  return (
    <section className="room-section">
      <h2>{t.title}</h2>
      {ending.error ? <ErrorNote refusal={ending.error.refusal} /> : null}
      {page.sessions.length === 0 ? <p className="faint">{t.none}</p> : <SessionList sessions={page.sessions} ending={ending.isPending} onEnd={end} />}
      {page.sessions.length > 1 && !page.own ? <Button className="unprinted" loading={ending.isPending} onClick={() => end()}>{t.all}</Button> : null}
    </section>
  );
}
