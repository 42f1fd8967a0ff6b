import type { Words } from '#domain/words/words.ts';
import type { FactKind } from './contract.ts';

const both = (zh: string, en: string): Words => ({ zh, en });

/** What the fields of the states, and of the texts beside them, are called where two versions are laid side by side. */
const fields: Readonly<Record<string, Words>> = {
  category: both('组织类别', 'Category'), number: both('编号', 'Number'), name: both('名称', 'Name'), shortName: both('简称', 'Short name'), founded: both('成立日期', 'Founded'),
  dissolved: both('撤销日期', 'Dissolved'), placements: both('隶属', 'Place in the tree'), parent: both('上级', 'Above it'), from: both('起', 'From'), to: both('止', 'To'),
  person: both('人员', 'Person'), organisation: both('党组织', 'Organisation'), group: both('党小组', 'Group'), stage: both('状态', 'Stage'), staffKind: both('人员身份', 'Kind of staff'),
  post: both('职务', 'Post'), anchor: both('周期起点', 'First day of the cycle'), cycle: both('班次周期', 'Cycle'), start: both('开始', 'Begins'), hours: both('时长（小时）', 'Hours'),
  restHours: both('下夜班休整（小时）', 'Hours of rest'), team: both('班组', 'Shift team'), reason: both('事由', 'Reason'), persons: both('人员', 'Persons'), studyAtPost: both('驻地组织学习', 'Study at the post'),
  scope: both('范围', 'Scope'), activities: both('活动', 'Activities'), day: both('日期', 'Day'), movedTo: both('顺延至', 'Postponed to'), contents: both('学习内容', 'Contents'), sitting: both('场次', 'Sitting'),
  organisations: both('党组织', 'Organisations'), arrangement: both('学习安排', 'Arrangement'), topic: both('主题', 'Topic'), period: both('所属期', 'Period'), sittings: both('时间', 'Times'),
  host: both('主持人', 'Host'), minuteTaker: both('记录人', 'Minute-taker'), speakers: both('主讲人', 'Speakers'), exchanges: both('交流发言', 'Contributions'), attendees: both('列席', 'In attendance'),
  marks: both('出勤', 'Attendance'), mark: both('出勤情况', 'Mark'), allPresent: both('全部实到', 'All present'), agenda: both('议题', 'Agenda'), firstItem: both('第一议题', 'First item'),
  resolutions: both('决议', 'Resolutions'), vote: both('表决', 'Vote'), entitled: both('应到', 'Entitled'), present: both('实到', 'Present'), yes: both('赞成', 'Yes'), no: both('反对', 'No'), abstained: both('弃权', 'Abstained'),
  studied: both('课程、党课', 'Courses and lectures'), of: both('来源', 'Of'), lesson: both('课次', 'Lesson'), session: both('活动', 'Session'), way: both('方式', 'Way'), register: both('登记簿', 'Register'),
  until: both('止', 'Until'), as: both('担任', 'Part'), values: both('内容', 'Contents'), fields: both('内容', 'Contents'), handedInOn: both('提交日期', 'Handed in'), joinedParty: both('加入党组织日期', 'Joined the Party'),
  missing: both('未填栏目数', 'Columns missing'), fact: both('记录', 'Fact'), version: both('版本', 'Version'), scheme: both('考核方案', 'Scheme'), year: both('年度', 'Year'), holidays: both('放假', 'Holidays'),
  names: both('节日', 'Holiday'), workdays: both('调休上班', 'Make-up workdays'), window: both('所属期', 'Period'), total: both('合计', 'Total'), month: both('本月', 'Month'), parts: both('各项', 'Parts'), part: both('项目', 'Part'),
  schemeVersion: both('方案版本', 'Version of the scheme'), evaluator: both('计算程序版本', 'Version of the evaluator'), asOfSeq: both('截至记录号', 'Known up to entry'), date: both('计算日期', 'Reckoned on'),
  issuedOn: both('出具日期', 'Issued'), objectUntil: both('异议截止', 'Last day to object'), disputed: both('异议事项', 'Disputed'), verdict: both('结论', 'Verdict'), answered: both('答复时限', 'Answered'),
  movedOn: both('办理日期', 'Day of this stage'), items: both('考核项目', 'Items'), item: both('考核项目', 'Item'), filedOn: both('首次提交日期', 'First filed'), filed: both('提交时限', 'Filed'), returned: both('退回', 'Returned'),
  seconds: both('填报用时（秒）', 'Seconds'), deputy: both('代行人', 'Deputy'), result: both('考核结果', 'Result'), revision: both('修订次数', 'Revision'), selfUntil: both('自评截止', 'Self-review until'), pin: both('计算依据', 'Reckoned by'),
  branches: both('党支部', 'Branches'), score: both('得分', 'Score'), value: both('分值', 'Value'), gaps: both('缺项', 'Gaps'), vetoes: both('一票否决', 'Vetoes'), atMost: both('最高等次', 'Best grade'), ties: both('同分排序', 'Ties'),
  ungraded: both('不定等次', 'Not graded'), proposed: both('建议等次', 'Proposed grade'), grade: both('等次', 'Grade'), deliberatedOn: both('研究日期', 'Deliberated'), notice: both('公示', 'Public notice'), listed: both('公示名单', 'Listed'),
  approvedOn: both('审定日期', 'Approved'), circulatedOn: both('通报日期', 'Circulated'), share: both('抽取比例', 'Share'), quarters: both('连续未抽季度数', 'Quarters'), list: both('名单', 'List'), stratum: both('分层', 'Stratum'),
  last: both('上次抽中', 'Drawn last'), marked: both('仅抽查评分', 'Marked by a check'), words: both('词语', 'Words'), drawn: both('抽中', 'Drawn'), because: both('原因', 'Because'), draw: both('抽取', 'Draw'), judges: both('检查组成员', 'Team'),
  markedBy: both('评分人', 'Marked by'), confirmedBy: both('复核人', 'Confirmed by'), why: both('抽查原因', 'Why'), full: both('满分', 'Full marks'), computed: both('计算分', 'Computed'), selfMark: both('自评分', 'Own mark'), selfFull: both('自评满分', 'Own full marks'),
  checked: both('核定分', 'Checked'), asked: both('抽问人数', 'Asked'), problems: both('问题', 'Problems'), sheet: both('抽查评分表', 'Sheet'), finders: both('发现人', 'Found by'), closedOn: both('销号日期', 'Closed'), steps: both('步骤', 'Steps'), step: both('步骤', 'Step'),
  ballots: both('民主测评', 'Ballots'), papers: both('测评票', 'Papers'), issued: both('发出', 'Issued'), received: both('收回', 'Received'), valid: both('有效', 'Valid'), members: both('党员', 'Members'), exempt: both('不参加评价', 'Not evaluated'),
  figures: both('各项', 'Figures'), tied: both('同分', 'Tied'), talkedOn: both('谈话日期', 'Talked over'), gradedOn: both('评定日期', 'Graded'), deciders: both('评定人', 'Deciders'), review: both('综合评价', 'Evaluation'), toldOn: both('告知日期', 'Told'),
  regraded: both('改评', 'Regraded'), on: both('日期', 'On'), about: both('异议对象', 'About'), kind: both('类别', 'Kind'), selection: both('评选', 'Selection'), matter: both('事项', 'Matter'), subject: both('对象', 'Subject'), id: both('对象', 'Subject'),
  raisedBy: both('提出人', 'Raised by'), body: both('答复单位', 'Answered by'), correction: both('更正', 'Correction'), raisedOn: both('提出日期', 'Raised'), answeredOn: both('答复日期', 'Answered'), appealedOn: both('申请复核日期', 'Appealed'), decidedOn: both('复核日期', 'Decided'),
  lines: both('任务', 'Lines'), unit: both('单位', 'Unit'), target: both('目标', 'Target'), split: both('分月（季）', 'Spread'), responsible: both('责任人', 'Responsible'), due: both('完成时限', 'Due'), assignedOn: both('落实到人日期', 'Assigned'),
  place: both('地点', 'Place'), places: both('地点', 'Places'), lecturer: both('授课人', 'Lecturer'), material: both('学习材料', 'Material'), otherAttendees: both('其他列席', 'Others in attendance'), discussion: both('讨论发言', 'Discussion'),
  what: both('事项', 'What'), report: both('完成情况', 'Report'), said: both('意见', 'Said'), withdrawal: both('撤回理由', 'Why withdrawn'), document: both('文号', 'Document'), standards: both('完成标准', 'Standards'), reasons: both('理由', 'Reasons'),
  looked: both('查看情况', 'What was looked at'), opinion: both('反馈意见', 'Feedback'), remark: both('备注', 'Remark'), measures: both('整改措施', 'Measures'), minutes: both('会议记录', 'Minutes'), circular: both('通报', 'Circular'), back: both('退回理由', 'Why sent back'),
};

/** Where a field of one kind has a name of its own. */
const own: Readonly<Partial<Record<FactKind, Readonly<Record<string, Words>>>>> = {
  membership: { stage: both('人员类别', 'Stage') },
  session: { of: both('所学', 'Taken up') },
  assignment: { day: both('交办日期', 'Handed out'), until: both('办结时限', 'Due') },
  selfCheck: { mark: both('自查分', 'Mark') },
  problem: { until: both('整改时限', 'Due') },
};

/** Null for a name that is none of ours: a field of a register, which the scheme names. */
export const fieldWords = (kind: FactKind, field: string): Words | null => own[kind]?.[field] ?? (Object.hasOwn(fields, field) ? fields[field] : null) ?? null;
