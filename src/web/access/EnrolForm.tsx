import { PrinterOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Input, QRCode } from 'antd';
import { useState } from 'react';
import { keyUri, newRecoveryCodes, newSecret } from '#domain/access/second-factor.ts';
import { enrolSecondFactor } from '#domain/access/second-factor-contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { randomBelow } from './random-below.ts';

const texts = defineTexts({
  zh: {
    scan: '一、用手机上的动态口令应用扫描二维码，或手工输入密钥。', secret: '密钥', picture: '动态口令二维码',
    keep: '二、抄录或打印恢复码，妥善保管。手机不在身边时，每个恢复码可代替一次口令；密钥和恢复码只在这里显示一次。', print: '打印恢复码', kept: '恢复码已妥善保管',
    prove: '三、输入手机上显示的 6 位口令和当前密码。', code: '动态口令', password: '当前密码', enrol: '启用', missing: '请填写', digits: '6 位数字', tick: '请先保管好恢复码',
  },
  en: {
    scan: '1. Scan the picture with an authenticator on your phone, or type the key in.', secret: 'Key', picture: 'Second factor as a QR code',
    keep: '2. Copy or print the recovery codes and keep them safe. Each replaces the phone once; key and codes are shown here once.', print: 'Print the codes', kept: 'The recovery codes are kept safe',
    prove: '3. Enter the six digits that the phone shows, and your password.', code: 'Code', password: 'Current password', enrol: 'Enrol', missing: 'Fill this in', digits: 'Six digits', tick: 'Keep the recovery codes first',
  },
});

interface Fields {
  readonly code: string;
  readonly password: string;
  readonly kept: boolean;
}

/** Secret and recovery codes are made here and shown once; the code of the phone proves that it has them. */
export function EnrolForm({ onDone }: { readonly onDone: () => void }) {
  const t = useTexts(texts);
  const say = useWords();
  const who = useWhoAmI();
  const enrolling = useWrite(enrolSecondFactor);
  // One for the intention: a repeat after a lost answer sends the same, so that what is shown is what holds.
  const [{ secret, recoveryCodes }] = useState(() => ({ secret: newSecret(randomBelow), recoveryCodes: [...newRecoveryCodes(randomBelow)] }));
  const needed = { required: true, message: t.missing };
  return (
    <Form<Fields> layout="vertical" requiredMark={false} onFinish={({ code, password }) => enrolling.mutate({ code, password, secret, recoveryCodes }, { onSuccess: onDone })}>
      <p>{t.scan}</p>
      <div className="enrol-key">
        <div role="img" aria-label={t.picture}><span aria-hidden="true"><QRCode type="svg" value={keyUri(secret, who.userName, say(who.bureau))} color="#000" bgColor="#fff" size={176} /></span></div>
        <dl><dt>{t.secret}</dt><dd className="mono">{secret.match(/.{4}/g)?.join(' ')}</dd></dl>
      </div>
      <p>{t.keep}</p>
      <ul className="recovery-codes mono">{recoveryCodes.map((it) => <li key={it}>{it}</li>)}</ul>
      <Button className="unprinted" size="small" icon={<PrinterOutlined />} onClick={() => window.print()}>{t.print}</Button>
      <Form.Item name="kept" valuePropName="checked" rules={[{ validator: async (_, on: boolean) => { if (!on) throw new Error(t.tick); } }]}><Checkbox>{t.kept}</Checkbox></Form.Item>
      <p>{t.prove}</p>
      <input type="text" autoComplete="username" value={who.userName} readOnly hidden />
      <Form.Item name="code" label={t.code} rules={[needed, { pattern: /^\d{6}$/, message: t.digits }]}><Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} /></Form.Item>
      <Form.Item name="password" label={t.password} rules={[needed]}><Input.Password autoComplete="current-password" maxLength={200} /></Form.Item>
      {enrolling.error ? <Form.Item><ErrorNote refusal={enrolling.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={enrolling.isPending}>{t.enrol}</Button>
    </Form>
  );
}
