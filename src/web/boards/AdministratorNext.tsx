import { paths } from '#web/paths.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { holding } from '#web/shell/needs.ts';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';

const texts = defineTexts({
  zh: {
    none: '目前没有待办事项。', noRole: '管理账号不参加学习，没有积分，也没有业务待办。',
    security: '有新到人员时按花名册开通账号；人员离岗、换岗时停用账号或收回职责。', accounts: '账号与职责', roster: '按花名册开通账号',
    audit: '可查看近日的操作：谁在何时改了什么，重点看授权、合规开关和导出。', trail: '操作日志',
    system: '可查看系统是否正常：备份是否按时、磁盘是否够用、后台任务有无失败。', state: '系统运行',
  },
  en: {
    none: 'Nothing is due right now.', noRole: 'An account that administers does not take part in studies; it has no points and no matters of the work.',
    security: 'Open accounts from the roster when people arrive; close them or take roles back when people leave or change posts.', accounts: 'Accounts and roles', roster: 'Accounts from the roster',
    audit: 'Look at what was done lately: who changed what and when, above all grants, compliance switches and exports.', trail: 'Audit trail',
    system: 'See whether all is well: backups in time, enough room on the disk, no background job that failed.', state: 'System',
  },
});

/** The three administrators have no matters of the work; what they look after is one step away. */
export function AdministratorNext() {
  const t = useTexts(texts);
  const who = useWhoAmI();
  const [next, ways] = holding('securityAdministrator')(who) ? [t.security, [[paths.accounts(), t.accounts], [paths.rosterAccounts(), t.roster]] as const]
    : holding('auditAdministrator')(who) ? [t.audit, [[paths.audit(), t.trail]] as const]
      : holding('systemAdministrator')(who) ? [t.system, [[paths.systemState(), t.state]] as const] : [t.noRole, []];
  return <EmptyState title={t.none} next={next} action={ways.length === 0 ? undefined : <>{ways.map(([to, name]) => <PathLink key={to} to={to} className="link-button">{name}</PathLink>)}</>} />;
}
