import { Select } from 'antd';
import { categoryLabels } from '#domain/orgs/categories.ts';
import type { OrganisationNode } from '#domain/orgs/contract.ts';
import { useMarks, useWords } from '#web/shell/language.tsx';

interface Properties {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (organisation: string) => void;
  readonly nodes: readonly OrganisationNode[];
}

/** One of some organisations, found by name or number. */
export function ParentField({ id, value, onChange, nodes }: Properties) {
  const say = useWords();
  const marks = useMarks();
  return (
    <Select
      {...(id === undefined ? {} : { id })} value={value ?? null} showSearch={{ optionFilterProp: 'find' }} onChange={(chosen) => { if (chosen) onChange?.(chosen); }}
      options={nodes.map((it) => ({ value: it.id, label: `${it.shortName}${marks.aside(say(categoryLabels[it.category]))}`, find: `${it.number} ${it.name} ${it.shortName}` }))}
    />
  );
}
