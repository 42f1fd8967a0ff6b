import { Button, Form } from 'antd';
import { useEffect } from 'react';
import { readSignInPage } from '#domain/access/contract.ts';
import { signInByTicket } from '#domain/access/ticket-contract.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { LanguageSwitch } from '#web/shell/LanguageSwitch.tsx';
import { LargeSwitch } from '#web/shell/LargeSwitch.tsx';
import { base } from '#web/shell/place.ts';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { pageAfterTicket } from './after-ticket.ts';
import { CodeField } from './CodeField.tsx';
import { PortalButton } from './PortalButton.tsx';
import { tellSignedIn } from './signed-in-elsewhere.ts';
import { holderOf, takeTicket, type TicketHolder } from './ticket-in-address.ts';
import './sign-in.css';

const texts = defineTexts({
  zh: {
    product: '支部', title: '从统一门户进入', page: '从统一门户进入 · 支部', named: '票据上的身份', number: (number: string) => `警号 ${number}`,
    check: '是本人请点“进入”；不是本人，请关闭本页，不要进入。', enter: '进入', missing: '地址中没有登录票据，或票据不完整。请从统一门户重新进入。', password: '改用用户名和密码登录',
  },
  en: {
    product: 'Zhibu', title: 'Enter from the portal', page: 'Enter from the portal · Zhibu', named: 'The ticket names', number: (number) => `number ${number}`,
    check: 'If that is you, enter. If not, close this page and do not enter.', enter: 'Enter', missing: 'The address brings no ticket, or a part of one. Enter from the portal again.', password: 'Sign in with user name and password',
  },
});

// Once for this page as it was loaded; another ticket in the same window loads it anew.
const ticket = takeTicket();
const holder = holderOf(ticket);
addEventListener('hashchange', () => location.reload());

/** After these the same ticket may be shown again; after any other refusal a new one is needed. */
const WHOLE = new Set(['SecondFactorNeeded', 'SecondFactorWrong', 'SignInDelayed', 'Unreachable', 'Unreadable', 'Fault']);

/** Where the bureau's portal sends people: who one is about to be, and a button. Nobody is signed in by following an address alone. */
export function TicketPage() {
  const words = useTexts(texts);
  const say = useWords();
  const about = useCall(readSignInPage, {});
  const entering = useWrite(signInByTicket);
  useEffect(() => { document.title = words.page; }, [words.page]);
  const refused = entering.error?.refusal;
  const over = holder === null || (refused !== undefined && !WHOLE.has(refused.name));
  const asksCode = refused?.name.startsWith('SecondFactor') || entering.variables?.code !== undefined;
  const enter = ({ code }: { readonly code?: string }) => entering.mutate(code ? { ticket, code } : { ticket }, {
    onSuccess: ({ account }) => {
      tellSignedIn(account);
      location.replace(pageAfterTicket());
    },
  });
  return (
    <div className="sign-in">
      <header className="sign-in-head"><span className="sign-in-product">{words.product}</span><span className="sign-in-choices"><LargeSwitch /><LanguageSwitch /></span></header>
      <main className="sign-in-body">
        <section className="sign-in-card" aria-labelledby="ticket-title">
          <h1 id="ticket-title">{about.data ? say(about.data.bureau) : words.title}</h1>
          <NonClassifiedNotice />
          {holder === null ? <p className="sign-in-note" role="alert">{words.missing}</p> : <Named holder={holder} check={!over} />}
          <Form layout="vertical" requiredMark={false} onFinish={enter}>
            {asksCode && !over ? <CodeField /> : null}
            {refused ? <Form.Item><ErrorNote refusal={refused} /></Form.Item> : null}
            {over ? null : <Button type="primary" htmlType="submit" block loading={entering.isPending || entering.isSuccess}>{words.enter}</Button>}
          </Form>
          {over && about.data?.portal ? <PortalButton portal={about.data.portal} /> : null}
          <a className="sign-in-other" href={`${base()}/`}>{words.password}</a>
        </section>
      </main>
    </div>
  );
}

function Named({ holder: { name, number }, check }: { readonly holder: TicketHolder; readonly check: boolean }) {
  const words = useTexts(texts);
  return (
    <div className="ticket-holder">
      <p>{words.named}</p>
      <p className="ticket-name">{name === null ? words.number(number) : <><b>{name}</b> <span>{words.number(number)}</span></>}</p>
      {check ? <p>{words.check}</p> : null}
    </div>
  );
}
