import { Button, Form, Input } from 'antd';
import { signIn, type WhoAmI } from '#domain/access/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';

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
}

interface Properties {
  /** Fixed when somebody comes back to his own page. */
  readonly userName?: string;
  readonly onDone: (who: WhoAmI) => void;
}

export function SignInForm({ userName, onDone }: Properties) {
  const words = useTexts(texts);
  const signing = useWrite(signIn);
  return (
    <Form<Fields>
      layout="vertical" requiredMark={false} initialValues={{ userName, password: '' }}
      onFinish={(fields) => signing.mutate(fields, { onSuccess: onDone })}
    >
      <Form.Item name="userName" label={words.userName} rules={[{ required: true, whitespace: true, message: words.userNameMissing }]}>
        <Input autoComplete="username" autoFocus={userName === undefined} disabled={userName !== undefined} maxLength={60} />
      </Form.Item>
      <Form.Item name="password" label={words.password} rules={[{ required: true, message: words.passwordMissing }]}>
        <Input.Password autoComplete="current-password" autoFocus={userName !== undefined} maxLength={200} />
      </Form.Item>
      {signing.error ? <Form.Item><ErrorNote refusal={signing.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" block loading={signing.isPending}>{words.enter}</Button>
    </Form>
  );
}
