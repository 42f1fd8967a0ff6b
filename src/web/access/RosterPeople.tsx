import { Checkbox } from 'antd';
import { roleLabels } from '#domain/access/roles.ts';
import type { RosterAccount } from '#domain/access/roster-contract.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { grouped } from './grouped.ts';
import { postRoleKey } from './PostRoles.tsx';

const texts = defineTexts({
  zh: { title: '人员', all: (name: string, chosen: number, count: number) => `${name}（${chosen} / ${count}）`, has: (userName: string) => `已有账号 ${userName}`, new: '新开账号', show: '展开名单' },
  en: { title: 'People', all: (name, chosen, count) => `${name} (${chosen} of ${count})`, has: (userName) => `has ${userName}`, new: 'new account', show: 'Show the people' },
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
        {branches.map((rows) => {
          const chosen = rows.filter((it) => !left.has(it.person)).length;
          const name = rows[0]?.branch.name ?? '';
          return (
            <details key={rows[0]?.branch.id} open={branches.length === 1}>
              <summary aria-label={`${name} ${t.show}`}>
                <Checkbox checked={chosen === rows.length} indeterminate={chosen > 0 && chosen < rows.length} onChange={({ target }) => onTurn(rows.map((it) => it.person), target.checked)}>
                  {t.all(name, chosen, rows.length)}
                </Checkbox>
              </summary>
              <ul>{rows.map((it) => <Line key={it.person} row={it} chosen={!left.has(it.person)} without={without} onTurn={(on) => onTurn([it.person], on)} />)}</ul>
            </details>
          );
        })}
      </div>
    </section>
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
