import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { reviewSelfCheck, type SelfCheckView } from '#domain/months/self-check-contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { KeptForm } from '#web/shell/KeptForm.tsx';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';

const texts = defineTexts({
  zh: { pass: '通过', back: '退回并说明', passed: '已通过，自查锁定。', returned: '已退回支部。', which: '退回的项目', why: '理由', missing: '请填写', more: '再加一项', send: '退回' },
  en: { pass: 'Pass', back: 'Return with reasons', passed: 'Passed; the self-check is locked.', returned: 'Returned to the branch.', which: 'Item', why: 'Reason', missing: 'Fill this in', more: 'Another item', send: 'Return' },
});

interface Fields {
  readonly reasons: { readonly item: string; readonly words: string }[];
}

interface Properties {
  readonly of: SelfCheckView;
  readonly onDone: (said: string) => void;
}

/** The office passes the sheet, or returns items of it, each with its reason. */
export function ReviewBar({ of, onDone }: Properties) {
  const t = useTexts(texts);
  const say = useWords();
  const [returning, setReturning] = useState(false);
  const reviewing = useWrite(reviewSelfCheck);
  const about = { selfCheck: of.selfCheck ?? '', version: of.version ?? 0 };
  const pass = () => reviewing.mutate({ ...about, verdict: 'pass', reasons: [] }, { onSuccess: () => onDone(t.passed) });
  const send = ({ reasons }: Fields) => reviewing.mutate({ ...about, verdict: 'return', reasons }, { onSuccess: () => { setReturning(false); onDone(t.returned); } });
  const needed = [{ required: true, message: t.missing }];
  const options = of.aspects.flatMap(({ items }) => items).map(({ item, label }) => ({ value: item, label: say(label) }));
  return (
    <div className="self-check-review unprinted">
      <Button type="primary" loading={reviewing.isPending} onClick={pass}>{t.pass}</Button>
      <Button onClick={() => setReturning(true)}>{t.back}</Button>
      {reviewing.error && !returning ? <ErrorNote refusal={reviewing.error.refusal} /> : null}
      <SideForm title={t.back} open={returning} onClose={() => setReturning(false)}>
        <KeptForm<Fields> of={`return ${about.selfCheck} ${about.version}`} layout="vertical" onFinish={send} initialValues={{ reasons: [{}] }}>
          <NonClassifiedNotice />
          <Form.List name="reasons">
            {(rows, { add }) => (
              <>
                {rows.map(({ key, name }) => (
                  <div key={key}>
                    <Form.Item name={[name, 'item']} label={t.which} rules={needed}><Select showSearch={{ optionFilterProp: 'label' }} options={options} /></Form.Item>
                    <Form.Item name={[name, 'words']} label={t.why} rules={[{ required: true, min: 2, message: t.missing }]}><Input.TextArea rows={2} maxLength={300} /></Form.Item>
                  </div>
                ))}
                <Form.Item><Button onClick={() => add({})}>{t.more}</Button></Form.Item>
              </>
            )}
          </Form.List>
          {reviewing.error ? <Form.Item><ErrorNote refusal={reviewing.error.refusal} /></Form.Item> : null}
          <Button type="primary" htmlType="submit" loading={reviewing.isPending}>{t.send}</Button>
        </KeptForm>
      </SideForm>
    </div>
  );
}
