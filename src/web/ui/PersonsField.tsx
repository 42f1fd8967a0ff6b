import { Select } from 'antd';
import type { EntryPage } from '#domain/registers/contract.ts';

type PersonCard = Omit<EntryPage['row']['persons'][number], 'as'>;

interface Properties {
  readonly id?: string;
  readonly value?: readonly string[] | string | null;
  readonly onChange?: (chosen: string[] & string) => void;
  readonly people: readonly PersonCard[] | undefined;
  readonly many: boolean;
}

/** People of the organisation by name or number. */
export function PersonsField({ id, value, onChange, people, many }: Properties) {
  return (
    <Select
      {...(id === undefined ? {} : { id })} {...(many ? { mode: 'multiple' as const } : {})} value={value as never} loading={!people}
      showSearch={{ optionFilterProp: 'label' }} options={(people ?? []).map((it) => ({ value: it.id, label: `${it.name}　${it.number}` }))}
      onChange={(chosen) => onChange?.(chosen as never)}
    />
  );
}
