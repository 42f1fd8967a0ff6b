import { Modal } from 'antd';
import { useCallback, useState } from 'react';
import { readSignInPage } from '#domain/access/contract.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import type { SignInAgainProperties } from '#web/shell/session.tsx';
import { PortalButton } from './PortalButton.tsx';
import { SignInForm } from './SignInForm.tsx';
import { useSignedInElsewhere } from './signed-in-elsewhere.ts';
import './sign-in.css';

const texts = defineTexts({
  zh: {
    title: '登录已过期', note: '请再次输入密码。已填写的内容都在，登录后接着办理。', other: '换人登录（已填写的内容不保留）',
    either: '已填写的内容都在。请在新窗口从统一门户进入，再回到本页接着办理。', or: '或再次输入密码', another: '刚才进入的是另一个账号，本页的内容不能由他接着办理。',
  },
  en: {
    title: 'The session has ended', note: 'Enter the password again. What you typed is still here and goes on afterwards.', other: 'Sign in as somebody else (what was typed is dropped)',
    either: 'What you typed is still here. Enter from the portal in a new window, then come back to this page and go on.', or: 'or enter the password again', another: 'Another account has come in just now, and cannot go on with what stands here.',
  },
});

/** Over the page, for the same person only: another one must not go on with what somebody else typed. */
export function SignInAgain({ who, onBack, onLeave }: SignInAgainProperties) {
  const { title, note, either, or, another, other } = useTexts(texts);
  const portal = useCall(readSignInPage, {}).data?.portal ?? null;
  const [stranger, setStranger] = useState(false);
  const heard = useCallback((account: string) => {
    if (account === who.account) onBack();
    else setStranger(true);
  }, [who.account, onBack]);
  useSignedInElsewhere(heard);
  return (
    <Modal open title={title} footer={null} closable={false} mask={{ closable: false }} keyboard={false} width={400}>
      <p className="sign-in-note">{portal === null ? note : either}</p>
      {stranger ? <p className="sign-in-note" role="alert">{another}</p> : null}
      {portal === null ? null : <><PortalButton portal={portal} apart /><p className="sign-in-or">{or}</p></>}
      <SignInForm userName={who.userName} second={portal !== null} onDone={onBack} />
      <button type="button" className="sign-in-other" onClick={onLeave}>{other}</button>
    </Modal>
  );
}
