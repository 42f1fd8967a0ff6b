import type { ReactNode } from 'react';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { LanguageSwitch } from '#web/shell/LanguageSwitch.tsx';
import { useSignOut } from '#web/shell/sign-out.ts';
import './sign-in.css';

const texts = defineTexts({ zh: { product: '支部', out: '退出登录' }, en: { product: 'Zhibu', out: 'Sign out' } });

/** Alone on the screen, without a menu: nothing else answers before what is asked here is done. */
export function AlonePage({ children }: { readonly children: ReactNode }) {
  const { product, out } = useTexts(texts);
  const signOut = useSignOut();
  return (
    <div className="sign-in">
      <header className="sign-in-head">
        <span className="sign-in-product">{product}</span>
        <span><LanguageSwitch /><button type="button" className="bar-button" onClick={signOut}>{out}</button></span>
      </header>
      <main className="sign-in-body"><section className="sign-in-card">{children}</section></main>
    </div>
  );
}
