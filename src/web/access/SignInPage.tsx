import { useEffect } from 'react';
import { readSignInPage, signIn } from '#domain/access/contract.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { LanguageSwitch } from '#web/shell/LanguageSwitch.tsx';
import { LargeSwitch } from '#web/shell/LargeSwitch.tsx';
import { useSessionChange } from '#web/shell/session.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { PortalButton } from './PortalButton.tsx';
import { SampleAccounts } from './SampleAccounts.tsx';
import { SignInForm } from './SignInForm.tsx';
import './sign-in.css';

const texts = defineTexts({
  zh: { product: '支部', title: '登录', or: '或用本系统的账号登录', page: '登录 · 支部' },
  en: { product: 'Zhibu', title: 'Sign in', or: 'or with an account of this system', page: 'Sign in · Zhibu' },
});

/** Shown in place of any page until somebody signs in; the address stays, so a link leads where it should afterwards. */
export function SignInPage() {
  const { product, title, or, page } = useTexts(texts);
  const say = useWords();
  const change = useSessionChange();
  const about = useCall(readSignInPage, {});
  const sample = useWrite(signIn);
  useEffect(() => { document.title = page; }, [page]);
  const portal = about.data?.portal ?? null;
  const samples = about.data?.samples ?? [];
  return (
    <div className="sign-in">
      <header className="sign-in-head"><span className="sign-in-product">{product}</span><span className="sign-in-choices"><LargeSwitch /><LanguageSwitch /></span></header>
      <main className={samples.length > 0 ? 'sign-in-body with-samples' : 'sign-in-body'}>
        <section className="sign-in-card" aria-labelledby="sign-in-title">
          <h1 id="sign-in-title">{about.data ? say(about.data.bureau) : title}</h1>
          <NonClassifiedNotice />
          {about.error ? <ErrorNote refusal={about.error.refusal} onRetry={() => void about.refetch()} /> : null}
          {portal === null ? null : <><PortalButton portal={portal} /><p className="sign-in-or">{or}</p></>}
          <SignInForm second={portal !== null} onDone={change} />
        </section>
        {samples.length === 0 ? null : (
          <SampleAccounts
            samples={samples} busy={sample.isPending} refusal={sample.error?.refusal ?? null}
            onChoose={(account) => sample.mutate(account, { onSuccess: change })}
          />
        )}
      </main>
    </div>
  );
}
