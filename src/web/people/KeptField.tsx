import { Button, Form } from 'antd';
import type { HiddenParticular } from '#domain/people/contract.ts';
import { showParticulars } from '#domain/people/disclosure-contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { personTexts } from './person-texts.ts';

const texts = defineTexts({
  zh: { change: '显示并修改', unchanged: '不显示则保持原内容。显示时以“核对信息”为由记入操作日志。' },
  en: { change: 'Show to edit', unchanged: 'Stays as it is unless shown; the audit trail keeps that as a check of the particulars.' },
});

interface Properties {
  readonly person: string;
  readonly field: HiddenParticular;
  readonly mask: string;
  readonly onShown: (field: HiddenParticular, value: string) => void;
}

/** In the form, what was not shown is no field: nobody can save its mask. */
export function KeptField({ person, field, mask, onShown }: Properties) {
  const t = useTexts(texts);
  const words = useTexts(personTexts);
  const showing = useWrite(showParticulars);
  const ask = () => showing.mutate({ person, purpose: 'verification', fields: [field] }, { onSuccess: (shown) => onShown(field, shown[field] ?? '') });
  return (
    <Form.Item label={words[field]} extra={t.unchanged}>
      <span className="hidden-number">{mask}<Button type="link" size="small" loading={showing.isPending} onClick={ask}>{t.change}</Button></span>
      {showing.error ? <ErrorNote refusal={showing.error.refusal} /> : null}
    </Form.Item>
  );
}
