import { Modal } from 'antd';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import type { SignInAgainProperties } from '#web/shell/session.tsx';
import { SignInForm } from './SignInForm.tsx';
import './sign-in.css';

const texts = defineTexts({
  zh: { title: '登录已过期', note: '请再次输入密码。已填写的内容都在，登录后接着办理。', other: '换人登录（已填写的内容不保留）' },
  en: { title: 'The session has ended', note: 'Enter the password again. What you typed is still here and goes on afterwards.', other: 'Sign in as somebody else (what was typed is dropped)' },
});

/** Over the page, for the same person only: another one must not go on with what somebody else typed. */
export function SignInAgain({ who, onBack, onLeave }: SignInAgainProperties) {
  const { title, note, other } = useTexts(texts);
  return (
    <Modal open title={title} footer={null} closable={false} mask={{ closable: false }} keyboard={false} width={400}>
      <p className="sign-in-note">{note}</p>
      <SignInForm userName={who.userName} onDone={onBack} />
      <button type="button" className="sign-in-other" onClick={onLeave}>{other}</button>
    </Modal>
  );
}
