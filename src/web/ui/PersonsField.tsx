import { Select } from 'antd';
import { isFoundBy } from '#domain/people/search-pattern.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useTyped } from './use-typed.ts';

const texts = defineTexts({
  zh: { none: '名单中没有找到，可输入姓名、编号或拼音' },
  en: { none: 'Nobody on this list; type a name, a number or pinyin' },
});

interface Choosable {
  readonly id: string;
  readonly name: string;
  /** A number or, where people are told apart by it, a post; left out where the name alone tells. */
  readonly number?: string;
  /** Left out where nobody is chosen any more. */
  readonly key?: string;
}

interface Properties {
  readonly id?: string;
  readonly value?: readonly string[] | string | null;
  readonly onChange?: (chosen: string[] & string) => void;
  readonly people: readonly Choosable[] | undefined;
  readonly many?: boolean;
  readonly disabled?: boolean;
  readonly clearable?: boolean;
  /** Where no label stands beside it. */
  readonly label?: string;
}

/** People of a list by name, number or pinyin, one or several: the search that finds persons everywhere, over what is at hand. */
export function PersonsField({ id, value, onChange, people, many = false, disabled = false, clearable = false, label }: Properties) {
  const t = useTexts(texts);
  const { typed, settle, composition } = useTyped(0);
  return (
    <div {...composition}>
      <Select
        {...(label === undefined ? {} : { 'aria-label': label, placeholder: label })}
        {...(id === undefined ? {} : { id })} {...(many ? { mode: 'multiple' as const } : {})} value={value as never} loading={!people} disabled={disabled} allowClear={clearable}
        showSearch={{ filterOption: (_, option) => isFoundBy(option?.find ?? '', typed), onSearch: settle }} notFoundContent={t.none}
        options={(people ?? []).map(({ id: person, name, number = '', key }) => ({ value: person, label: number === '' ? name : `${name}　${number}`, find: `${key ?? name} ${number}` }))}
        onChange={(chosen) => { settle(''); onChange?.(chosen as never); }}
      />
    </div>
  );
}
