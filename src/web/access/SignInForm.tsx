import { Button, Form, Input } from 'antd';
import { signIn, type WhoAmI } from '#domain/access/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { CodeField } from './CodeField.tsx';

const texts = defineTexts({
  zh: {
    userName: '用户名', password: '密码', enter: '登录',
    userNameMissing: '请填写用户名', passwordMissing: '请填写密码',
  },
  en: {
    userName: 'User name', password: 'Password', enter: 'Sign in',
    userNameMissing: 'Enter the user name', passwordMissing: 'Enter the password',
  },
});

interface Fields {
  readonly userName: string;
  readonly password: string;
  readonly code?: string;
}

interface Properties {
  /** Fixed when somebody comes back to his own page. */
  readonly userName?: string;
  /** Below another way in, which is the main one then. */
  readonly second?: boolean;
  readonly onDone: (who: WhoAmI) => void;
}

/** Name and password; the code of a second factor is asked for after them, from those who have one. */
export function SignInForm({ userName, second = false, onDone }: Properties) {
  const words = useTexts(texts);
  const signing = useWrite(signIn);
  const refused = signing.error?.refusal;
  const asksCode = refused?.name === 'SecondFactorNeeded' || refused?.name === 'SecondFactorWrong' || signing.variables?.code !== undefined;
  const send = ({ code, ...proof }: Fields) => signing.mutate(asksCode && code ? { ...proof, code } : proof, { onSuccess: onDone });
  return (
    <Form<Fields> layout="vertical" requiredMark={false} initialValues={{ userName, password: '' }} onFinish={send}>
      <Form.Item name="userName" label={words.userName} rules={[{ required: true, whitespace: true, message: words.userNameMissing }]}>
        <Input autoComplete="username" autoFocus={userName === undefined && !second} disabled={userName !== undefined} maxLength={60} />
      </Form.Item>
      <Form.Item name="password" label={words.password} rules={[{ required: true, message: words.passwordMissing }]}>
        <Input.Password autoComplete="current-password" autoFocus={userName !== undefined && !second} maxLength={200} />
      </Form.Item>
      {asksCode ? <CodeField /> : null}
      {refused ? <Form.Item><ErrorNote refusal={refused} /></Form.Item> : null}
      <Button type={second ? 'default' : 'primary'} htmlType="submit" block loading={signing.isPending}>{words.enter}</Button>
    </Form>
  );
}
