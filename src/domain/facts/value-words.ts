import { verdictWords } from '#domain/audit/words.ts';
import { holidayWords } from '#domain/calendar/holiday-words.ts';
import { categoryLabels } from '#domain/orgs/categories.ts';
import { staffKindLabels, stageLabels } from '#domain/people/labels.ts';
import { postLabels } from '#domain/people/posts.ts';
import type { Words } from '#domain/words/words.ts';
import type { FactKind } from './contract.ts';

const both = (zh: string, en: string): Words => ({ zh, en });
type Table = Readonly<Record<string, Words>>;

/** One table for all kinds: where two kinds share a stage, they share its word. */
const stages: Table = {
  ...stageLabels, arranged: both('已安排', 'arranged'), held: both('已开展', 'held'), notHeld: both('未开展', 'not held'), open: both('办理中', 'open'), handedIn: both('已提交', 'handed in'),
  returned: both('已退回', 'returned'), accepted: both('已办结', 'accepted'), notDone: both('未完成', 'not done'), cancelled: both('已取消', 'cancelled'), closed: both('已锁定', 'locked'), reopened: both('已解锁', 'reopened'),
  issued: both('已出具', 'issued'), confirmed: both('已确认', 'confirmed'), objected: both('有异议', 'objected'), answered: both('已答复', 'answered'), appealed: both('申请复核', 'appealed'), reviewed: both('已复核', 'reviewed'),
  filled: both('已填报', 'filled in'), submitted: both('已提交', 'submitted'), locked: both('已核定', 'locked'), opened: both('已启动', 'opened'), scored: both('已核算', 'scored'), deliberated: both('已研究', 'deliberated'), noticed: both('公示中', 'on notice'),
  approved: both('已审定', 'approved'), circulated: both('已通报', 'circulated'), published: both('已公布名单', 'published'), drawn: both('已抽取', 'drawn'), void: both('已作废', 'void'), planned: both('已安排', 'planned'), marked: both('已评分', 'marked'),
  sent: both('已反馈', 'sent'), signed: both('已签收', 'signed'), rectifying: both('整改中', 'being put right'), applied: both('申请销号', 'asked to be closed'), balloted: both('已测评', 'balloted'), graded: both('已评定', 'graded'), told: both('已告知', 'told'),
  raised: both('已提出', 'raised'), decided: both('已决定', 'decided'), withdrawn: both('已撤回', 'withdrawn'), draft: both('草稿', 'draft'), filed: both('已上报', 'filed'),
};

const tables: Readonly<Record<string, Table>> = {
  category: categoryLabels, staffKind: staffKindLabels, post: postLabels, names: holidayWords, stage: stages,
  mark: { present: both('实到', 'present'), late: both('迟到', 'late'), excused: both('免计', 'not counted'), absent: both('缺席', 'absent') },
  way: { otherSession: both('参加其他场次', 'another session'), replay: both('观看录像', 'a recording'), reading: both('自学', 'reading') },
  verdict: verdictWords,
  answered: { onTime: both('按时', 'on time'), late: both('逾期', 'late') }, filed: { onTime: both('按时', 'on time'), late: both('逾期', 'late') },
  ungraded: { months: both('时间不足', 'too few months'), excluded: both('按规定不评', 'not evaluated by rule') }, stratum: { shift: both('倒班', 'on shifts'), office: both('机关', 'office') },
  because: { waited: both('久未抽查', 'waited long'), lot: both('抽中', 'by lot'), contact: both('联系点', 'contact'), declared: both('本人提出', 'declared') },
  why: { marked: both('仅抽查评分', 'marked by a check'), gap: both('缺项', 'gap'), lot: both('抽中', 'by lot') },
  kind: { fact: both('记录', 'fact'), item: both('考核项目', 'item'), missing: both('漏记', 'missing'), listing: both('公示名单', 'listing'), person: both('个人', 'person'), branch: both('党支部', 'branch') },
  matter: { attendance: both('出勤', 'attendance'), entry: both('登记', 'entry'), item: both('考核项目', 'item'), spotCheck: both('抽查', 'spot check'), grade: both('等次', 'grade'), missing: both('漏记', 'missing'), listing: both('公示名单', 'listing'), other: both('其他', 'other') },
  body: { branch: both('党支部', 'branch'), office: both('党务办', 'office') },
  unit: { days: both('天', 'days'), weeks: both('周', 'weeks'), months: both('月', 'months'), quarters: both('季度', 'quarters'), halves: both('半年', 'half-years'), times: both('次', 'times'), percent: both('%', '%'), cases: both('起', 'cases') },
};

const own: Readonly<Partial<Record<FactKind, Readonly<Record<string, Table>>>>> = {
  problem: { stage: { opened: both('已挂账', 'opened'), closed: both('已销号', 'closed') } },
};

/** What a word of ours in a field is called; undefined for any other text. */
export function valueWords(kind: FactKind, field: string, value: string): Words | undefined {
  const table = own[kind]?.[field];
  if (table && Object.hasOwn(table, value)) return table[value];
  const shared = tables[field];
  return shared && Object.hasOwn(shared, value) ? shared[value] : undefined;
}
