import { useEffect } from 'react';
import { readBeginning, type Beginning, type BeginningStep } from '#domain/bureau/contract.ts';
import { isAfterwards, type StepKind } from '#domain/bureau/beginning.ts';
import { roleLabels, type Role } from '#domain/access/roles.ts';
import { paths } from '#web/paths.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { useOfferedPages } from '#web/shell/offered-pages.ts';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { BureauNameForm } from './BureauNameForm.tsx';
import '#web/ui/room.css';
import './bureau.css';

const texts = defineTexts({
  zh: {
    title: '开始使用', whole: '五步都已完成。', left: (count: number) => `还有 ${count} 步待办理。可以随时离开，也不必按顺序：办成一项，这里就少一项。`,
    by: (who: string) => `由${who} 办理`, waiting: '（尚未首次登录）', after: '建成之后', join: '、', or: '或',
    bureau: '单位名称与代码', administrators: '三个管理员', organisations: '组织机构', roster: '花名册', scheme: '考核方案', accounts: '发放账号', calendar: '工作日历',
    about: {
      bureau: '单位名称显示在每一页和每张打印件上。类别代码用全国统一的党组织类别（611 党委、621 党总支部、631 党支部……）。',
      administrators: '系统、安全、审计三个管理员相互独立，没有谁什么都能做；起步账号的初始密码印在首次启动的窗口里。',
      organisations: '从上到下建立党委、党总支、党支部、党小组；成批的可从表格导入。最上级的成立日期不能晚于下级；花名册按党支部或单位的名称对应，请先建好党支部。',
      roster: '手头的花名册直接上传，或下载模板填写，先检查、后导入；关键字是警号，没有警号的先编一个，不需要身份证号。',
      scheme: '可以直接启用示例方案，也可以按本单位办法修改后启用；启用前可以试算。',
      accounts: '安全管理员按花名册成批开通，职责由现任职务推出，初始密码按支部打印一次。',
      calendar: '报送、答复、锁定都按工作日算：按国务院办公厅公布的放假安排，录入本年的节假日和调休上班。',
    },
    go: { bureau: '修改最上级党组织', administrators: '账号与职责', organisations: '去建组织', roster: '去导入', scheme: '去启用', accounts: '按花名册开通账号', calendar: '去录入' }, table: '导入组织机构',
  },
  en: {
    title: 'Getting started', whole: 'All five steps are done.', left: (count) => `${count} ${count === 1 ? 'step' : 'steps'} to go. Leave and come back at any time, in any order: what is done is not asked for again.`,
    by: (who) => `Done by: ${who}`, waiting: ' (has not signed in yet)', after: 'After that', join: ', ', or: ' or ',
    bureau: 'Name and codes', administrators: 'Three administrators', organisations: 'Organisations', roster: 'Roster', scheme: 'Scheme', accounts: 'Accounts', calendar: 'Working calendar',
    about: {
      bureau: 'The name stands on every page and paper. Categories follow the national list (611 committee, 621 general branch, 631 branch …).',
      administrators: 'System, security and audit administrator are separate; nobody can do everything. The first passwords were printed where the server was started.',
      organisations: 'Committees, general branches, branches and groups, from the top down, one by one or from a table; the roster names branches, so they come first.',
      roster: 'Upload the roster at hand, or fill in the template: it is checked first and imported after. The key is the number, which whoever has none is given first; no ID number is needed.',
      scheme: 'Adopt the sample as it is, or change it first; a scheme can be tried before it is adopted.',
      accounts: 'The security administrator opens them from the roster; roles follow from posts, first passwords are printed once, by branch.',
      calendar: 'Filing, answers and closing are reckoned in working days: enter the holidays and make-up workdays of the year as announced.',
    },
    go: { bureau: 'Change the organisation at the top', administrators: 'Accounts and roles', organisations: 'To the organisations', roster: 'To the import', scheme: 'To the schemes', accounts: 'Accounts from the roster', calendar: 'To the calendar' }, table: 'Import organisations',
  },
});

const places: Readonly<Record<Exclude<StepKind, 'bureau'>, () => string>> = {
  administrators: paths.accounts, organisations: paths.organisations, roster: paths.rosterImport, scheme: paths.schemes, accounts: paths.rosterAccounts, calendar: paths.calendar,
};

/** An empty bureau is led through: what is done, what is missing, and whose hands it needs. */
export function StartPage() {
  const t = useTexts(texts);
  const beginning = useCall(readBeginning, {});
  const { refetch } = beginning;
  // The note above every page keeps the answer alive, and an import ends without a write of this page.
  useEffect(() => void refetch(), [refetch]);
  if (beginning.error) return <PageFault refusal={beginning.error.refusal} onRetry={() => void beginning.refetch()} />;
  if (!beginning.data) return <PageSkeleton />;
  const { steps, left } = beginning.data;
  const numbered = steps.filter((it) => !isAfterwards(it.step));
  const after = steps.filter((it) => isAfterwards(it.step));
  return (
    <>
      <PageHeader title={t.title} />
      <p className="room-hint">{left === 0 ? t.whole : t.left(left)}</p>
      <ol className="start-steps">{numbered.map((it, at) => <StepCard key={it.step} number={at + 1} step={it} beginning={beginning.data} />)}</ol>
      <h2 className="start-after">{t.after}</h2>
      <ol className="start-steps">{after.map((it) => <StepCard key={it.step} step={it} beginning={beginning.data} />)}</ol>
    </>
  );
}

function StepCard({ step, number, beginning }: { readonly step: BeginningStep; readonly number?: number; readonly beginning: Beginning }) {
  const t = useTexts(texts);
  const say = useWords();
  const who = useWhoAmI();
  const offered = useOfferedPages();
  const mine = who.grants.some((it) => step.by.includes(it.role));
  const place = step.step === 'bureau' ? (beginning.top ? paths.organisation(beginning.top.id) : null) : places[step.step]();
  const reachable = place !== null && (step.step === 'bureau' || offered.some((it) => it.path === place));
  return (
    <li className={step.done ? 'start-step' : 'start-step open'}>
      <div className="start-step-head">
        {number === undefined ? null : <span className="start-number">{number}</span>}
        <h2>{t[step.step]}</h2>
        <StatusTag status={step.done ? 'done' : 'toDo'} />
      </div>
      <p className="faint">{t.about[step.step]}</p>
      {[...step.there, ...step.missing].length === 0 ? null : (
        <ul>
          {step.missing.map((it) => <li key={it.en} className="start-missing">{say(it)}</li>)}
          {step.there.map((it) => <li key={it.en}>{say(it)}</li>)}
        </ul>
      )}
      {step.done ? null : <p className="start-by">{t.by(byWords(step.by, beginning, t, say))}</p>}
      {step.step === 'bureau' && mine ? <BureauNameForm /> : null}
      {mine && reachable && place !== null ? <PathLink to={place} className="link-button">{t.go[step.step]}</PathLink> : null}
      {mine && reachable && step.step === 'organisations' ? <PathLink to={paths.organisationsImport()} className="link-button">{t.table}</PathLink> : null}
    </li>
  );
}

/** `专职副书记（dangwu）`: the roles, with the accounts that hold them now. */
function byWords(roles: readonly Role[], { holders }: Beginning, t: { readonly join: string; readonly or: string; readonly waiting: string }, say: ReturnType<typeof useWords>): string {
  const held = roles.filter((role) => holders.some((it) => it.role === role));
  return (held.length > 0 ? held : roles).map((role) => {
    const names = holders.filter((it) => it.role === role).map((it) => `${it.userName}${it.waiting ? t.waiting : ''}`);
    return `${say(roleLabels[role])}${names.length === 0 ? '' : ` ${names.join(t.join)}`}`;
  }).join(t.or);
}
