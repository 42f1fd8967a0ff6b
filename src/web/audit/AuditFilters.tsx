import { CloseOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import type { Words } from '#domain/words/words.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { FoldedFilters } from '#web/ui/FoldedFilters.tsx';
import { SearchField } from '#web/ui/SearchField.tsx';

const texts = defineTexts({
  zh: { who: '用户名、姓名或拼音', operation: '操作', every: '全部操作', from: '起', to: '止', subject: '只看一个对象' },
  en: { who: 'User name, name or pinyin', operation: 'Operation', every: 'Any operation', from: 'From', to: 'To', subject: 'One thing only' },
});

export const NOTHING_ASKED = { operation: '', who: '', subject: '', from: '', to: '' } as const;
export type AskedTrail = Readonly<Record<keyof typeof NOTHING_ASKED, string>>;

interface Properties {
  readonly asked: AskedTrail;
  readonly onAsk: (change: Partial<AskedTrail>) => void;
  readonly operations: readonly { readonly operation: string; readonly words: Words }[];
}

export function AuditFilters({ asked, onAsk, operations }: Properties) {
  const t = useTexts(texts);
  const say = useWords();
  const options = operations.map((it) => ({ value: it.operation, label: say(it.words), find: `${it.words.zh} ${it.words.en} ${it.operation}` }));
  return (
    <FoldedFilters search={<SearchField value={asked.who} onSearch={(who) => onAsk({ who })} placeholder={t.who} />} values={[asked.operation, asked.from, asked.to, asked.subject]}>
      <Select
        className="audit-filter" aria-label={t.operation} value={asked.operation} showSearch={{ optionFilterProp: 'find' }} onChange={(operation) => onAsk({ operation })}
        options={[{ value: '', label: t.every, find: '' }, ...options]}
      />
      <span className="audit-days">
        <DayField label={t.from} placeholder={t.from} value={asked.from} clearable onChange={(day) => onAsk({ from: day ?? '' })} />
        <DayField label={t.to} placeholder={t.to} value={asked.to} clearable onChange={(day) => onAsk({ to: day ?? '' })} />
      </span>
      {asked.subject === '' ? null : <Button icon={<CloseOutlined />} iconPlacement="end" onClick={() => onAsk({ subject: '' })}>{t.subject}</Button>}
    </FoldedFilters>
  );
}
