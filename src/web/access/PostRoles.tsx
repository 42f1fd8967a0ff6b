import { Checkbox } from 'antd';
import { roleLabels, type Role } from '#domain/access/roles.ts';
import type { RosterAccount } from '#domain/access/roster-contract.ts';
import { postLabels, type Post } from '#domain/people/posts.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { grouped } from './grouped.ts';

const texts = defineTexts({
  zh: {
    title: '按职务拟授职责', hint: '由现任党内职务推出，取消勾选即不授予；记录员、党务干部、检查组成员等不由职务推出，开通后逐人授予。',
    post: '现任职务', role: '拟授职责', people: '人数', none: '选中的人员没有由职务推出的职责。',
  },
  en: {
    title: 'Roles proposed by posts', hint: 'They follow from posts held today; what is not ticked is not granted. Recorders, officers and inspectors follow from no post and are granted one by one.',
    post: 'Post held', role: 'Role proposed', people: 'People', none: 'No role follows from the posts of those chosen.',
  },
});

export const postRoleKey = (it: { readonly post: Post; readonly role: Role }): string => `${it.post} ${it.role}`;

interface Properties {
  readonly people: readonly RosterAccount[];
  readonly without: ReadonlySet<string>;
  readonly onTurn: (key: string, on: boolean) => void;
}

/** Which role follows from which post, and how many would get it; shown before anything is granted. */
export function PostRoles({ people, without, onTurn }: Properties) {
  const t = useTexts(texts);
  const say = useWords();
  const lines = grouped(people.flatMap((it) => it.proposed), postRoleKey).map(([key, all]) => ({ key, count: all.length, first: all[0] }));
  return (
    <section className="room-section">
      <h2>{t.title}</h2>
      <p className="room-hint">{t.hint}</p>
      {lines.length === 0 ? <p className="faint">{t.none}</p> : (
        <table className="post-roles">
          <thead><tr><th>{t.post}</th><th>{t.role}</th><th>{t.people}</th></tr></thead>
          <tbody>
            {lines.map(({ key, count, first }) => first && (
              <tr key={key}>
                <td>{say(postLabels[first.post])}</td>
                <td><Checkbox checked={!without.has(key)} onChange={({ target }) => onTurn(key, target.checked)}>{say(roleLabels[first.role])}</Checkbox></td>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
