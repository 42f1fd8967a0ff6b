import { Select } from 'antd';
import { roleLabels } from '#domain/access/roles.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { FoldedFilters } from '#web/ui/FoldedFilters.tsx';
import { SearchField } from '#web/ui/SearchField.tsx';
import { accessTexts } from './access-texts.ts';
import { accountStates } from './StateTag.tsx';

const texts = defineTexts({
  zh: { search: '用户名、姓名、警号或拼音', everyRole: '全部职责', everyState: '全部状态' },
  en: { search: 'User name, name, number or pinyin', everyRole: 'Any role', everyState: 'Any state' },
});

export interface AskedAccounts {
  readonly q: string;
  readonly role: string;
  readonly state: string;
}

export function AccountFilters({ asked, onAsk }: { readonly asked: AskedAccounts; readonly onAsk: (change: Partial<AskedAccounts>) => void }) {
  const t = useTexts(texts);
  const words = useTexts(accessTexts);
  const say = useWords();
  const roles = Object.entries(roleLabels).map(([value, label]) => ({ value, label: say(label) }));
  const states = Object.entries(accountStates).map(([value, look]) => ({ value, label: say(look.words) }));
  return (
    <FoldedFilters search={<SearchField value={asked.q} onSearch={(q) => onAsk({ q })} placeholder={t.search} />} values={[asked.role, asked.state]}>
      <Select className="account-filter" aria-label={words.roles} value={asked.role} showSearch={{ optionFilterProp: 'label' }} onChange={(role) => onAsk({ role })} options={[{ value: '', label: t.everyRole }, ...roles]} />
      <Select className="account-filter" aria-label={words.state} value={asked.state} onChange={(state) => onAsk({ state })} options={[{ value: '', label: t.everyState }, ...states]} />
    </FoldedFilters>
  );
}
