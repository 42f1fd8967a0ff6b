import { Select } from 'antd';
import type { PersonCard } from '#domain/rota/contract.ts';

interface Properties {
  readonly id?: string;
  readonly value?: readonly string[] | string | null;
  readonly onChange?: (chosen: string[] & string) => void;
  readonly people: readonly PersonCard[] | undefined;
  readonly many?: boolean;
  readonly disabled?: boolean;
}

/** People of the organisation by name or number. */
export function PeopleField({ id, value, onChange, people, many = false, disabled = false }: Properties) {
  return (
    <Select
      {...(id === undefined ? {} : { id })} {...(many ? { mode: 'multiple' as const, maxTagCount: 'responsive' as const } : {})} value={value as never} loading={!people} disabled={disabled}
      showSearch={{ optionFilterProp: 'label' }} options={(people ?? []).map((it) => ({ value: it.id, label: `${it.name}　${it.number}` }))}
      onChange={(chosen) => onChange?.(chosen as never)}
    />
  );
}
