import { Button, Form } from 'antd';
import { showParticulars } from '#domain/people/disclosure-contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { personTexts } from './person-texts.ts';

const texts = defineTexts({
  zh: { change: '显示并修改', unchanged: '不显示则保持原号码。显示时以“核对信息”为由记入操作日志。' },
  en: { change: 'Show to edit', unchanged: 'Stays as it is unless shown; the audit trail keeps that as a check of the particulars.' },
});

interface Properties {
  readonly person: string;
  readonly mask: string;
  readonly onShown: (phone: string) => void;
}

/** In the form, a number that was not shown is no field: nobody can save its mask. */
export function KeptPhone({ person, mask, onShown }: Properties) {
  const t = useTexts(texts);
  const { phone } = useTexts(personTexts);
  const showing = useWrite(showParticulars);
  const ask = () => showing.mutate({ person, purpose: 'verification' }, { onSuccess: (shown) => onShown(shown.phone ?? '') });
  return (
    <Form.Item label={phone} extra={t.unchanged}>
      <span className="hidden-number">{mask}<Button type="link" size="small" loading={showing.isPending} onClick={ask}>{t.change}</Button></span>
      {showing.error ? <ErrorNote refusal={showing.error.refusal} /> : null}
    </Form.Item>
  );
}
