import { Button, Form, Input } from 'antd';
import { changePassword } from '#domain/access/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useSessionChange, useWhoAmI } from '#web/shell/session.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import './change-password.css';

const texts = defineTexts({
  zh: {
    title: '修改密码', first: '首次登录须先修改初始密码，之后即可办理业务。',
    current: '当前密码', next: '新密码', again: '再输一次新密码',
    rule: '至少 10 位，含字母、数字、符号中的两类，不含用户名。',
    missing: '请填写', differ: '两次输入的新密码不一致', change: '修改', done: '密码已修改，其他设备上的登录已失效。',
  },
  en: {
    title: 'Change the password', first: 'Change the first password before anything else.',
    current: 'Current password', next: 'New password', again: 'New password once more',
    rule: 'At least 10 characters, two kinds out of letters, digits and symbols, without the user name.',
    missing: 'Fill this in', differ: 'The two new passwords differ', change: 'Change', done: 'The password is changed. Sessions on other devices have ended.',
  },
});

interface Fields {
  readonly current: string;
  readonly next: string;
  readonly again: string;
}

export function ChangePasswordPage() {
  const words = useTexts(texts);
  const who = useWhoAmI();
  const change = useSessionChange();
  const changing = useWrite(changePassword);
  const [form] = Form.useForm<Fields>();
  const needed = [{ required: true, message: words.missing }];
  const send = ({ current, next }: Fields) => changing.mutate({ current, next }, {
    onSuccess: (answer) => { form.resetFields(); change(answer); },
  });
  return (
    <div className="change-password">
      <PageHeader title={words.title} />
      {who.mustChangePassword ? <p className="change-password-first">{words.first}</p> : null}
      {changing.isSuccess ? <SuccessNote>{words.done}</SuccessNote> : null}
      <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={send}>
        <input type="text" autoComplete="username" value={who.userName} readOnly hidden />
        <Form.Item name="current" label={words.current} rules={needed}>
          <Input.Password autoComplete="current-password" maxLength={200} />
        </Form.Item>
        <Form.Item name="next" label={words.next} extra={words.rule} rules={needed}>
          <Input.Password autoComplete="new-password" maxLength={200} />
        </Form.Item>
        <Form.Item
          name="again" label={words.again} dependencies={['next']}
          rules={[...needed, ({ getFieldValue }) => ({
            validator: async (_, value: string) => { if (value && value !== getFieldValue('next')) throw new Error(words.differ); },
          })]}
        >
          <Input.Password autoComplete="new-password" maxLength={200} />
        </Form.Item>
        {changing.error ? <Form.Item><ErrorNote refusal={changing.error.refusal} /></Form.Item> : null}
        <Button type="primary" htmlType="submit" loading={changing.isPending}>{words.change}</Button>
      </Form>
    </div>
  );
}
