import type { Role } from '#domain/access/roles.ts';
import type { SampleAccount } from '#server/access/routes.ts';
import { hashPassword } from '#server/access/passwords.ts';
import type { Call } from '#server/platform/call.ts';
import { newId } from '#server/platform/ids.ts';
import { sql } from '#server/platform/sql.ts';
import { idOf, type DemoStaff } from './staff.ts';

/** The one password of all sample accounts; a demo bureau holds nothing real. */
export const DEMO_PASSWORD = 'zhibu-demo-2026';

interface Sample {
  readonly userName: string;
  readonly zh: string;
  readonly en: string;
  /** The person: the holder of this post in the branch, or an ordinary member of it. */
  readonly of: { readonly branch: string; readonly post: string | null } | null;
  readonly role: Role | null;
  readonly on: string;
}

const JAIL = 'A118';

const samples: readonly Sample[] = [
  { userName: 'ganshi', zh: '机关党委 党务干部', en: 'Party-affairs officer of the organs committee', of: { branch: 'A102', post: 'organiser' }, role: 'partyAffairsOfficer', on: 'A' },
  { userName: 'fushuji', zh: '机关党委 专职副书记', en: 'Full-time deputy secretary', of: { branch: 'A102', post: 'deputySecretary' }, role: 'organsDeputy', on: 'A' },
  { userName: 'shuji', zh: '看守所党支部 书记', en: 'Secretary, detention centre branch', of: { branch: JAIL, post: 'secretary' }, role: 'secretary', on: JAIL },
  { userName: 'neiqin', zh: '看守所党支部 记录员（内勤）', en: 'Recorder, detention centre branch', of: { branch: JAIL, post: 'publicist' }, role: 'recorder', on: JAIL },
  { userName: 'dangyuan', zh: '看守所党支部 党员', en: 'Member, detention centre branch', of: { branch: JAIL, post: null }, role: null, on: JAIL },
  { userName: 'jiwei', zh: '机关纪委', en: 'Discipline commission', of: { branch: 'A102', post: 'disciplineOfficer' }, role: 'organsDiscipline', on: 'A2' },
  { userName: 'jiancha', zh: '检查组成员', en: 'Member of an inspection team', of: { branch: 'A104', post: 'secretary' }, role: 'inspector', on: 'A1' },
  { userName: 'juling', zh: '局领导', en: 'Bureau leader', of: { branch: 'A101', post: 'secretary' }, role: 'bureauLeader', on: 'A' },
  { userName: 'xitong', zh: '系统管理员', en: 'System administrator', of: null, role: 'systemAdministrator', on: 'A' },
  { userName: 'anquan', zh: '安全管理员', en: 'Security administrator', of: null, role: 'securityAdministrator', on: 'A' },
  { userName: 'shenji', zh: '审计管理员', en: 'Audit administrator', of: null, role: 'auditAdministrator', on: 'A' },
];

export const sampleAccounts: readonly SampleAccount[] = samples.map((it) => ({ userName: it.userName, password: DEMO_PASSWORD, zh: it.zh, en: it.en }));

/** Accounts of the sample people with their grants; they need not change the first password. */
export async function writeAccounts(call: Call, staff: DemoStaff, from: string): Promise<void> {
  const hash = await hashPassword(DEMO_PASSWORD);
  for (const it of samples) {
    const account = newId();
    await call.tx.run(sql`INSERT INTO account (id, user_name, person_id, password_hash, must_change_password)
      VALUES (${account}, ${it.userName}, ${personOf(it, staff)}, ${hash}, false)`);
    if (it.role === null) continue;
    await call.tx.run(sql`INSERT INTO role_grant (id, account_id, role, organisation_id, from_day)
      VALUES (${newId()}, ${account}, ${it.role}, ${idOf(staff.organisation, it.on)}, ${from})`);
  }
}

function personOf(sample: Sample, staff: DemoStaff): string | null {
  const { of } = sample;
  if (of === null) return null;
  const members = staff.people.filter((it) => it.branch === of.branch && it.post === of.post && it.stage === 'full');
  const found = of.post === null ? members.at(-1) : members[0];
  if (!found) throw new Error(`the demo has nobody for ${sample.userName}`);
  return idOf(staff.person, found.number);
}
