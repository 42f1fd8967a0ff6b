import { Form, Input } from 'antd';
import { defineTexts, useTexts } from '#web/shell/language.tsx';

const texts = defineTexts({
  zh: { code: '动态口令', hint: '手机上显示的 6 位数字；手机不在身边，填一个恢复码。', missing: '6 位数字，或形如 k7mq-x2vd 的恢复码' },
  en: { code: 'Code', hint: 'Six digits from your phone; without it, one of your recovery codes.', missing: 'Six digits, or a recovery code such as k7mq-x2vd' },
});

const CODE = /^(\d{6}|[a-z2-9]{4}-[a-z2-9]{4})$/;

/** The code of the phone or a recovery code, in the field `code` of a form. */
export function CodeField() {
  const { code, hint, missing } = useTexts(texts);
  return (
    <Form.Item name="code" label={code} extra={hint} rules={[{ required: true, pattern: CODE, message: missing }]}>
      <Input autoComplete="one-time-code" autoFocus maxLength={9} />
    </Form.Item>
  );
}
