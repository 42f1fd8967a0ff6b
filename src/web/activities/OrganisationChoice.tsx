import { Select } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import type { RecordForm } from '#domain/activities/contract.ts';
import { paths } from '#web/paths.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';

const texts = defineTexts({ zh: { organisation: '开展单位' }, en: { organisation: 'Held by' } });

/** Whose session it is. Only a new one can be another organisation's; who has one branch sees its name. */
export function OrganisationChoice({ form }: { readonly form: RecordForm }) {
  const t = useTexts(texts);
  const navigate = useNavigate();
  if (form.session !== null || form.choices.length < 2) return <span>{form.organisation.name}</span>;
  return (
    <Select
      className="organisation-choice" aria-label={t.organisation} value={form.organisation.id} showSearch={{ optionFilterProp: 'label' }}
      options={form.choices.map((it) => ({ value: it.id, label: it.name }))} onChange={(chosen) => void navigate({ to: paths.record(chosen), replace: true })}
    />
  );
}
