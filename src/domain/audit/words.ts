import { roleLabels } from '#domain/access/roles.ts';
import { restrictedFunctions } from '#domain/bureau/compliance.ts';
import { factLabels } from '#domain/facts/labels.ts';
import { disclosurePurposeLabels } from '#domain/people/labels.ts';
import { postLabels } from '#domain/people/posts.ts';
import { wordsOfTable } from '#domain/tables/table-words.ts';
import type { Words } from '#domain/words/words.ts';

/** Operations that leave a trace without being one of the API. */
export const otherOperations: Readonly<Record<string, Words>> = {
  wrongPassword: { zh: '密码错误', en: 'Wrong password' },
  takeBackup: { zh: '备份', en: 'Backup taken' },
  restoreBackup: { zh: '由备份恢复', en: 'Restored from a backup' },
  unlockAdministrator: { zh: '在服务器上应急重置管理员', en: 'Administrator unlocked on the server' },
  wrongSecondFactor: { zh: '动态口令错误', en: 'Wrong code of a second factor' },
  refusedTicket: { zh: '门户票据被拒', en: 'Ticket of the portal refused' },
  foundDemo: { zh: '建立演示数据', en: 'Demo bureau founded' },
  foundOwn: { zh: '建立单位', en: 'Bureau founded' },
  completeParticulars: { zh: '补全人员信息的记录', en: 'Particulars of people completed in the log' },
};

/** Kinds of things that an entry can be about. */
export const subjectWords: Readonly<Record<string, Words>> = {
  ...factLabels,
  account: { zh: '账号', en: 'Account' },
  ticket: { zh: '登录票据', en: 'Ticket of the portal' },
  complaint: { zh: '投诉建议', en: 'Complaint or suggestion' },
  compliance: { zh: '合规开关', en: 'Compliance switch' },
  bureau: { zh: '单位', en: 'Bureau' },
  secondFactor: { zh: '动态口令规定', en: 'Second factor' },
  person: { zh: '人员', en: 'Person' },
  job: { zh: '后台任务', en: 'Job' },
  file: { zh: '文件', en: 'File' },
  import: { zh: '导入', en: 'Import' },
  factLog: { zh: '工作记录', en: 'Fact log' },
  schemeTrial: { zh: '考核方案试算', en: 'Trial of a scheme' },
  table: { zh: '表格', en: 'Table' },
  auditTrail: { zh: '操作日志', en: 'Audit trail' },
  backup: { zh: '备份', en: 'Backup' },
  invitation: { zh: '授课邀请', en: 'Invitation of a lecturer' },
  selection: { zh: '评选', en: 'Selection for an award' },
};

/**
 * A thing whose id is a word of ours is called by its name: which switch, which table, whose second factor. Null where the id says nothing.
 * @param register what the register is called whose table was taken, where one was
 */
export function namedSubject(kind: string, id: string, register: Words | null): Words | null {
  const name = nameOf(kind, id, register);
  const what = subjectWords[kind];
  return name === null || what === undefined ? null : { zh: `${what.zh}“${name.zh}”`, en: `${what.en} “${name.en}”` };
}

function nameOf(kind: string, id: string, register: Words | null): Words | null {
  if (kind === 'compliance') return restrictedFunctions.find((it) => it.switch === id)?.name ?? null;
  if (kind === 'table') return wordsOfTable(id, register);
  return kind === 'secondFactor' ? valueWords['role']?.[id] ?? null : null;
}

/** An operation that no contract names any more keeps its bare name. */
export const wordsOr = (table: Readonly<Record<string, Words>>, name: string): Words =>
  (Object.hasOwn(table, name) ? table[name] : undefined) ?? { zh: name, en: name };

/** What the particulars of an entry are called; what has no word here is not shown. */
export const detailWords: Readonly<Record<string, Words>> = {
  role: { zh: '职责', en: 'Role' },
  from: { zh: '起', en: 'From' },
  to: { zh: '止', en: 'To' },
  last: { zh: '终止于', en: 'Last day' },
  day: { zh: '日期', en: 'Day' },
  ended: { zh: '退出登录数', en: 'Sessions ended' },
  opened: { zh: '开关', en: 'Switch' },
  demanded: { zh: '须用动态口令', en: 'Demanded' },
  tries: { zh: '连续输错', en: 'Wrong tries in a row' },
  ticketFault: { zh: '拒绝原因', en: 'Why refused' },
  cameBy: { zh: '登录方式', en: 'Came by' },
  secondFactorGone: { zh: '解除动态口令', en: 'Second factor taken away' },
  version: { zh: '版本', en: 'Version' },
  year: { zh: '年度', en: 'Year' },
  window: { zh: '所属期', en: 'Period' },
  sessions: { zh: '场次', en: 'Sessions' },
  entries: { zh: '条数', en: 'Entries' },
  followed: { zh: '随之修改', en: 'Changed with it' },
  withdrawn: { zh: '撤回', en: 'Withdrawn' },
  created: { zh: '新增', en: 'Created' },
  changed: { zh: '变更', en: 'Changed' },
  unchanged: { zh: '未变', en: 'Unchanged' },
  there: { zh: '已登记', en: 'There already' },
  leftOut: { zh: '未导入', en: 'Left out' }, makeUps: { zh: '补学', en: 'Make-ups' },
  grant: { zh: '授权编号', en: 'Grant' },
  of: { zh: '所属记录', en: 'Belongs to' },
  parent: { zh: '上级', en: 'Parent' },
  left: { zh: '转出组织', en: 'Left' },
  post: { zh: '职务', en: 'Post' },
  team: { zh: '班组', en: 'Shift team' },
  people: { zh: '人数', en: 'People' },
  arranged: { zh: '涉及场次', en: 'Sessions concerned' },
  moved: { zh: '顺延', en: 'Postponed' },
  movedBack: { zh: '恢复场次', en: 'Sessions moved back' },
  recorded: { zh: '已记录场次', en: 'Sessions recorded already' },
  operation: { zh: '操作', en: 'Operation' },
  who: { zh: '人员或账号', en: 'Who' },
  subject: { zh: '对象', en: 'Subject' },
  page: { zh: '页', en: 'Page' },
  verdict: { zh: '结论', en: 'Verdict' },
  bytes: { zh: '字节数', en: 'Bytes' }, sha256: { zh: '文件校验值（SHA-256）', en: 'SHA-256 of the file' }, sm3: { zh: '文件校验值（SM3）', en: 'SM3 of the file' },
  rows: { zh: '行数', en: 'Rows' },
  encrypted: { zh: '加密', en: 'Encrypted' },
  rehearsed: { zh: '已演练恢复', en: 'Restored and compared' },
  stage: { zh: '状态', en: 'Stage' },
  recommended: { zh: '推荐', en: 'Recommended' },
  proposed: { zh: '推荐人选', en: 'Proposed' },
  fields: { zh: '改动栏目', en: 'Fields changed' },
  purpose: { zh: '查看事由', en: 'Shown for' },
  shown: { zh: '显示栏目', en: 'Shown' },
  state: { zh: '账号状态', en: 'State of the account' },
  enrolled: { zh: '已绑定动态口令', en: 'Second factor enrolled' },
  progress: { zh: '任务状态', en: 'State of the job' },
  replied: { zh: '已答复', en: 'Answered' },
  decision: { zh: '决定序号', en: 'Number of the decision' },
  naming: { zh: '更名序号', en: 'Number of the naming' },
};

export type Detail = string | number | boolean | null;

/**
 * The particulars that may be shown, in words. An entry is written by many hands; a reason or a text that slipped into
 * one stops here, because only what has a word above passes.
 */
export const shownDetails = (details: Readonly<Record<string, Detail>>): Record<string, Detail> =>
  Object.fromEntries(Object.entries(details).filter(([name]) => Object.hasOwn(detailWords, name)));

/** Particulars of a person by name; what stands in them stands in no trail. */
const particularWords: Readonly<Record<string, Words>> = {
  number: { zh: '编号', en: 'number' }, name: { zh: '姓名', en: 'name' }, gender: { zh: '性别', en: 'gender' }, birthDate: { zh: '出生日期', en: 'day of birth' },
  ethnicity: { zh: '民族', en: 'ethnicity' }, education: { zh: '学历', en: 'education' }, position: { zh: '工作岗位', en: 'position' }, phone: { zh: '联系电话', en: 'phone' },
  joinedParty: { zh: '加入党组织日期', en: 'day of joining the Party' }, becameFull: { zh: '转为正式党员日期', en: 'day of full membership' },
};

/** 异议的结论. */
export const verdictWords = { upheld: { zh: '采纳', en: 'upheld' }, partly: { zh: '部分采纳', en: 'partly upheld' }, rejected: { zh: '不采纳', en: 'rejected' } } as const;

/** Particulars that are words of ours, with what those words are called. */
const valueWords: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  role: roleLabels, post: postLabels, purpose: disclosurePurposeLabels,
  state: { open: { zh: '启用', en: 'open' }, closed: { zh: '停用', en: 'closed' } },
  progress: { waiting: { zh: '等待', en: 'waiting' }, running: { zh: '进行中', en: 'running' }, cancelled: { zh: '已取消', en: 'cancelled' } },
  stage: { opened: { zh: '推荐中', en: 'open for proposals' }, asked: { zh: '待答复', en: 'asked' }, accepted: { zh: '应邀', en: 'accepted' }, declined: { zh: '婉拒', en: 'declined' }, withdrawn: { zh: '撤回', en: 'withdrawn' }, noticed: { zh: '公示', en: 'noticed' }, returned: { zh: '撤回公示', en: 'notice taken back' }, decided: { zh: '决定', en: 'decided' } },
  fields: particularWords, shown: particularWords,
  verdict: verdictWords,
  ticketFault: {
    unsigned: { zh: '签名不符', en: 'signature not proven' }, unfit: { zh: '缺项或格式不符', en: 'claims missing or wrong' }, foreign: { zh: '签给另一系统或单位', en: 'for another system or bureau' },
    long: { zh: '有效期不合约定', en: 'made for too long' }, early: { zh: '时间超前', en: 'from the future' }, expired: { zh: '已过期', en: 'expired' }, used: { zh: '已用过', en: 'used already' },
    nobody: { zh: '没有该警号的账号', en: 'nobody with that number has an account' }, closed: { zh: '账号停用或人员已离开', en: 'account closed or person gone' }, administrator: { zh: '三员不得凭票据登录', en: 'administrators come by password' },
  },
  cameBy: { password: { zh: '密码', en: 'password' }, ticket: { zh: '统一门户', en: 'portal' }, strongTicket: { zh: '统一门户（强认证）', en: 'portal with strong proof' } },
};

/** One particular as a clerk reads it: a role by its name, several fields one after the other, yes and no, a dash for what is open. */
export function detailText(name: string, value: Detail, language: keyof Words): string {
  if (value === null) return '—';
  if (typeof value === 'boolean' && name === 'opened') return language === 'zh' ? (value ? '开' : '关') : value ? 'on' : 'off';
  if (typeof value === 'boolean') return language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no';
  const called = valueWords[name];
  if (called === undefined || typeof value === 'number') return String(value);
  return value.split(',').map((it) => called[it]?.[language] ?? it).join(language === 'zh' ? '、' : ', ');
}

/** A particular as it was or is, in both languages; a dash of nothing is left to who draws it. */
export const detailSaid = (name: string, value: Detail | undefined): Words | null =>
  (value === null || value === undefined ? null : { zh: detailText(name, value, 'zh'), en: detailText(name, value, 'en') });
