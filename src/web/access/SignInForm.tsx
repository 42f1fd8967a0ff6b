import { Button, Form, Input } from 'antd';
import { signIn, type WhoAmI } from '#domain/access/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';

const texts = defineTexts({
  zh: {
    userName: '用户名', password: '密码', enter: '登录',
    userNameMissing: '请填写用户名', passwordMissing: '请填写密码',
    code: '动态口令', codeHint: '手机上显示的 6 位数字；手机不在身边，填一个恢复码。', codeMissing: '6 位数字，或形如 k7mq-x2vd 的恢复码',
  },
  en: {
    userName: 'User name', password: 'Password', enter: 'Sign in',
    userNameMissing: 'Enter the user name', passwordMissing: 'Enter the password',
    code: 'Code', codeHint: 'Six digits from your phone; without it, one of your recovery codes.', codeMissing: 'Six digits, or a recovery code such as k7mq-x2vd',
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
  readonly onDone: (who: WhoAmI) => void;
}

const CODE = /^(\d{6}|[a-z2-9]{4}-[a-z2-9]{4})$/;

/** Name and password; the code of a second factor is asked for after them, from those who have one. */
export function SignInForm({ userName, onDone }: Properties) {
  const words = useTexts(texts);
  const signing = useWrite(signIn);
  const refused = signing.error?.refusal;
  const asksCode = refused?.name === 'SecondFactorNeeded' || refused?.name === 'SecondFactorWrong' || signing.variables?.code !== undefined;
  const send = ({ code, ...proof }: Fields) => signing.mutate(asksCode && code ? { ...proof, code } : proof, { onSuccess: onDone });
  return (
    <Form<Fields> layout="vertical" requiredMark={false} initialValues={{ userName, password: '' }} onFinish={send}>
      <Form.Item name="userName" label={words.userName} rules={[{ required: true, whitespace: true, message: words.userNameMissing }]}>
        <Input autoComplete="username" autoFocus={userName === undefined} disabled={userName !== undefined} maxLength={60} />
      </Form.Item>
      <Form.Item name="password" label={words.password} rules={[{ required: true, message: words.passwordMissing }]}>
        <Input.Password autoComplete="current-password" autoFocus={userName !== undefined} maxLength={200} />
      </Form.Item>
      {asksCode ? (
        <Form.Item name="code" label={words.code} extra={words.codeHint} rules={[{ required: true, pattern: CODE, message: words.codeMissing }]}>
          <Input autoComplete="one-time-code" autoFocus maxLength={9} />
        </Form.Item>
      ) : null}
      {refused ? <Form.Item><ErrorNote refusal={refused} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" block loading={signing.isPending}>{words.enter}</Button>
    </Form>
  );
}
