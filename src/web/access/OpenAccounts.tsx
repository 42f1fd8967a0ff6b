import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { readAccountCandidates } from '#domain/access/account-contract.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { SearchField } from '#web/ui/SearchField.tsx';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import { HandOver } from './HandOver.tsx';
import { OrganisationField } from './OrganisationField.tsx';
import { useOpenAccounts } from './use-open-accounts.ts';

const texts = defineTexts({
  zh: {
    hint: '用户名即警号。每人得到一个初始密码，只在开通后显示一次，首次登录须修改。职责另行授予。',
    where: '党组织', everywhere: '全部党组织', search: '姓名、警号或拼音', all: (count: number) => `全选（${count} 人）`,
    more: (shown: number, total: number) => `共 ${total} 人没有账号，这里列出前 ${shown} 人；请选择党支部或搜索。`,
    open: (count: number) => (count === 0 ? '开通账号' : `开通 ${count} 个账号`), opening: (done: number, all: number) => `正在开通 ${done} / ${all}`,
    none: '没有待开通账号的人员', next: '范围内的人员都已有账号，或者还没有导入花名册。',
  },
  en: {
    hint: 'The user name is the number. Everybody gets a first password that is shown once, right after opening, and must be changed at the first sign-in. Roles are granted apart.',
    where: 'Organisation', everywhere: 'All organisations', search: 'Name, number or pinyin', all: (count) => `All ${count}`,
    more: (shown, total) => `${total} people have no account; the first ${shown} are listed. Choose a branch or search.`,
    open: (count) => (count === 0 ? 'Open accounts' : `Open ${count} ${count === 1 ? 'account' : 'accounts'}`), opening: (done, all) => `Opening ${done} of ${all}`,
    none: 'Nobody is without an account', next: 'Everybody here has one, or no roster has been imported yet.',
  },
});

interface Properties {
  /** First passwords are about to be shown: the form must not be lost by a click beside it. */
  readonly onHanding: () => void;
  readonly onDone: () => void;
}

/** Opens accounts for people of a branch, as many as one ticks, and hands their first passwords over once. */
export function OpenAccounts({ onHanding, onDone }: Properties) {
  const t = useTexts(texts);
  const who = useWhoAmI();
  const [organisation, setOrganisation] = useState('');
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const candidates = useCall(readAccountCandidates, { ...(search === '' ? {} : { search }), ...(organisation === '' ? {} : { organisation }) }, { keep: true });
  const opening = useOpenAccounts();
  if (opening.opened.length > 0 && !opening.running) return <HandOver bureau={who.bureau} slips={opening.opened} onDone={onDone} />;
  const people = candidates.data?.items ?? [];
  const ticked = people.filter((it) => chosen.has(it.id));
  const turn = (person: string, on: boolean) => setChosen((before) => (on ? new Set([...before, person]) : new Set([...before].filter((it) => it !== person))));
  return (
    <div className="open-accounts">
      <p className="room-hint">{t.hint}</p>
      <OrganisationField label={t.where} value={organisation} onChange={setOrganisation} everywhere={t.everywhere} />
      <SearchField value={search} onSearch={setSearch} placeholder={t.search} />
      {candidates.error ? <ErrorNote refusal={candidates.error.refusal} onRetry={() => void candidates.refetch()} /> : null}
      {candidates.isPending ? <LinesSkeleton count={6} /> : null}
      {candidates.data && people.length === 0 ? <EmptyState title={t.none} next={t.next} /> : null}
      {candidates.data && people.length < candidates.data.total ? <p className="room-hint">{t.more(people.length, candidates.data.total)}</p> : null}
      {people.length < 2 ? null : (
        <Checkbox checked={ticked.length === people.length} indeterminate={ticked.length > 0 && ticked.length < people.length} onChange={({ target }) => setChosen(new Set(target.checked ? people.map((it) => it.id) : []))}>
          {t.all(people.length)}
        </Checkbox>
      )}
      <ul className="candidates">
        {people.map((it) => (
          <li key={it.id}>
            <Checkbox checked={chosen.has(it.id)} onChange={({ target }) => turn(it.id, target.checked)}>{it.name} <span className="faint">{it.number} · {it.branch.name}</span></Checkbox>
          </li>
        ))}
      </ul>
      <div className="side-foot">
        <Button type="primary" disabled={ticked.length === 0} loading={opening.running} onClick={() => { onHanding(); void opening.open(ticked); }}>
          {opening.running ? t.opening(opening.opened.length, ticked.length) : t.open(ticked.length)}
        </Button>
      </div>
    </div>
  );
}
