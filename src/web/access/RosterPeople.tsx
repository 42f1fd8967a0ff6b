import { Button, Checkbox } from 'antd';
import { useId, useState } from 'react';
import { roleLabels } from '#domain/access/roles.ts';
import type { RosterAccount } from '#domain/access/roster-contract.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { grouped } from './grouped.ts';
import { postRoleKey } from './PostRoles.tsx';

const texts = defineTexts({
  zh: { title: '人员', all: (name: string, chosen: number, count: number) => `${name}（${chosen} / ${count}）`, has: (userName: string) => `已有账号 ${userName}`, new: '新开账号', show: (name: string) => `展开${name}名单`, fold: (name: string) => `收起${name}名单`, unfolds: '展开', folds: '收起' },
  en: { title: 'People', all: (name, chosen, count) => `${name} (${chosen} of ${count})`, has: (userName) => `has ${userName}`, new: 'new account', show: (name) => `Show the people of ${name}`, fold: (name) => `Hide the people of ${name}`, unfolds: 'Show', folds: 'Hide' },
});

interface Properties {
  readonly people: readonly RosterAccount[];
  /** Who is not to be opened. */
  readonly left: ReadonlySet<string>;
  readonly without: ReadonlySet<string>;
  readonly onTurn: (people: readonly string[], on: boolean) => void;
}

/** Branch by branch, folded, because a bureau has hundreds; a branch or a person is left out by one tick. */
export function RosterPeople({ people, left, without, onTurn }: Properties) {
  const t = useTexts(texts);
  const branches = grouped(people, (it) => it.branch.id).map(([, rows]) => rows);
  return (
    <section className="room-section">
      <h2>{t.title}</h2>
      <div className="roster-branches">
        {branches.map((rows) => <Branch key={rows[0]?.branch.id} people={rows} alone={branches.length === 1} {...{ left, without, onTurn }} />)}
      </div>
    </section>
  );
}

function Branch({ people, alone, left, without, onTurn }: Properties & { readonly alone: boolean }) {
  const t = useTexts(texts);
  const list = useId();
  const [open, setOpen] = useState(alone);
  const chosen = people.filter((it) => !left.has(it.person)).length;
  const name = people[0]?.branch.name ?? '';
  return (
    <div className="roster-branch">
      <div className="roster-branch-head">
        <Checkbox checked={chosen === people.length} indeterminate={chosen > 0 && chosen < people.length} onChange={({ target }) => onTurn(people.map((it) => it.person), target.checked)}>
          {t.all(name, chosen, people.length)}
        </Checkbox>
        <Button type="link" size="small" aria-expanded={open} aria-controls={list} aria-label={(open ? t.fold : t.show)(name)} onClick={() => setOpen(!open)}>{open ? t.folds : t.unfolds}</Button>
      </div>
      <ul id={list} hidden={!open}>
        {open ? people.map((it) => <Line key={it.person} row={it} chosen={!left.has(it.person)} without={without} onTurn={(on) => onTurn([it.person], on)} />) : null}
      </ul>
    </div>
  );
}

function Line({ row, chosen, without, onTurn }: { readonly row: RosterAccount; readonly chosen: boolean; readonly without: ReadonlySet<string>; readonly onTurn: (on: boolean) => void }) {
  const t = useTexts(texts);
  const say = useWords();
  const roles = row.proposed.filter((it) => !without.has(postRoleKey(it)));
  return (
    <li>
      <Checkbox checked={chosen} onChange={({ target }) => onTurn(target.checked)}>{row.name} <span className="faint">{row.number}</span></Checkbox>
      <span className="faint">{row.userName === null ? t.new : t.has(row.userName)}</span>
      {roles.map((it) => <span key={`${it.role} ${it.organisation}`}>{say(roleLabels[it.role])} · {it.organisationName}</span>)}
    </li>
  );
}
