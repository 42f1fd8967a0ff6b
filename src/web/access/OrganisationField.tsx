import { Select } from 'antd';
import { readOrganisations } from '#domain/orgs/contract.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';

const texts = defineTexts({ zh: { choose: '请选择党组织' }, en: { choose: 'Choose an organisation' } });

interface Properties {
  readonly id?: string;
  readonly value?: string | undefined;
  readonly onChange?: (organisation: string) => void;
  readonly label?: string;
  /** What stands for "no organisation in particular"; without it one must be chosen. */
  readonly everywhere?: string;
}

/** One organisation of the tree as it is today, found by name or number. */
export function OrganisationField({ id, value, onChange, label, everywhere }: Properties) {
  const t = useTexts(texts);
  const tree = useCall(readOrganisations, {});
  const options = (tree.data?.items ?? []).map((it) => ({ value: it.id, label: it.shortName, find: `${it.number} ${it.name} ${it.shortName}` }));
  return (
    <Select
      {...(id === undefined ? {} : { id })} {...(label === undefined ? {} : { 'aria-label': label })} className="organisation-field" placeholder={t.choose} value={value ?? null} loading={tree.isPending}
      showSearch={{ optionFilterProp: 'find' }} onChange={(chosen) => onChange?.(chosen ?? '')}
      options={everywhere === undefined ? options : [{ value: '', label: everywhere, find: '' }, ...options]}
    />
  );
}
