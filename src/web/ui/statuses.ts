import {
  CheckCircleOutlined, CheckOutlined, ClockCircleOutlined, CloseCircleOutlined, ExclamationCircleOutlined, FieldTimeOutlined, LockOutlined,
  MinusCircleOutlined, MinusOutlined, QuestionCircleOutlined, ReloadOutlined, StopOutlined, SyncOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import type { Words } from '#domain/words/words.ts';

export type Tone = 'green' | 'blue' | 'amber' | 'slate' | 'grey' | 'outline' | 'violet';

interface StatusLook {
  readonly words: Words;
  readonly tone: Tone;
  readonly Icon: ComponentType;
}

/** Every status of the product: a word, an icon and a colour, so that none is told by colour alone. */
export const statuses = {
  well: { words: { zh: '正常', en: 'Well' }, tone: 'green', Icon: CheckCircleOutlined },
  toWatch: { words: { zh: '注意', en: 'Mind' }, tone: 'amber', Icon: ExclamationCircleOutlined },
  broken: { words: { zh: '故障', en: 'Failed' }, tone: 'slate', Icon: CloseCircleOutlined },

  onTime: { words: { zh: '按时', en: 'On time' }, tone: 'green', Icon: CheckCircleOutlined },
  completed: { words: { zh: '办结', en: 'Completed' }, tone: 'green', Icon: CheckCircleOutlined },
  done: { words: { zh: '已完成', en: 'Done' }, tone: 'green', Icon: CheckCircleOutlined },
  doneLate: { words: { zh: '逾期完成', en: 'Done late' }, tone: 'amber', Icon: FieldTimeOutlined },
  toDo: { words: { zh: '待办', en: 'To do' }, tone: 'blue', Icon: ClockCircleOutlined },
  overdue: { words: { zh: '逾期', en: 'Overdue' }, tone: 'amber', Icon: FieldTimeOutlined },
  missing: { words: { zh: '缺项', en: 'Missing' }, tone: 'slate', Icon: ExclamationCircleOutlined },
  notApplicable: { words: { zh: '不适用', en: 'Not applicable' }, tone: 'grey', Icon: MinusOutlined },
  notDue: { words: { zh: '未到期', en: 'Not due' }, tone: 'outline', Icon: ClockCircleOutlined },
  inProgress: { words: { zh: '推进中', en: 'In progress' }, tone: 'outline', Icon: SyncOutlined },
  nothingYet: { words: { zh: '暂未发生', en: 'Nothing came up' }, tone: 'outline', Icon: MinusOutlined },
  notIncluded: { words: { zh: '未纳入', en: 'Not included' }, tone: 'grey', Icon: MinusOutlined },
  notPlanned: { words: { zh: '未列入分解', en: 'Not in the plan' }, tone: 'slate', Icon: ExclamationCircleOutlined },
  objected: { words: { zh: '异议中', en: 'Under objection' }, tone: 'violet', Icon: QuestionCircleOutlined },

  handedIn: { words: { zh: '待办结', en: 'To be accepted' }, tone: 'blue', Icon: ClockCircleOutlined },
  returned: { words: { zh: '已退回', en: 'Returned' }, tone: 'amber', Icon: ReloadOutlined },
  notDone: { words: { zh: '未完成', en: 'Not done' }, tone: 'slate', Icon: CloseCircleOutlined },
  cancelled: { words: { zh: '已取消', en: 'Cancelled' }, tone: 'grey', Icon: MinusOutlined },

  present: { words: { zh: '实到', en: 'Present' }, tone: 'green', Icon: CheckOutlined },
  madeUp: { words: { zh: '补学', en: 'Made up' }, tone: 'green', Icon: ReloadOutlined },
  excused: { words: { zh: '免计', en: 'Not counted' }, tone: 'grey', Icon: MinusCircleOutlined },
  absent: { words: { zh: '缺席', en: 'Absent' }, tone: 'slate', Icon: CloseCircleOutlined },
  notExpected: { words: { zh: '不在应到范围', en: 'Not expected' }, tone: 'grey', Icon: MinusOutlined },

  counted: { words: { zh: '计入', en: 'Counted' }, tone: 'green', Icon: CheckOutlined },
  proposed: { words: { zh: '待确认', en: 'To be confirmed' }, tone: 'blue', Icon: ClockCircleOutlined },
  outdone: { words: { zh: '不重复计', en: 'Counted elsewhere' }, tone: 'grey', Icon: StopOutlined },

  arranged: { words: { zh: '已安排', en: 'Arranged' }, tone: 'outline', Icon: ClockCircleOutlined },
  held: { words: { zh: '已开展', en: 'Held' }, tone: 'green', Icon: CheckOutlined },
  notHeld: { words: { zh: '未开展', en: 'Not held' }, tone: 'slate', Icon: MinusCircleOutlined },

  toConfirm: { words: { zh: '待本人确认', en: 'Waits for the member' }, tone: 'blue', Icon: ClockCircleOutlined },
  confirmed: { words: { zh: '已确认', en: 'Confirmed' }, tone: 'green', Icon: CheckCircleOutlined },
  silent: { words: { zh: '期满视为确认', en: 'Confirmed by silence' }, tone: 'green', Icon: CheckOutlined },
  answered: { words: { zh: '已答复', en: 'Answered' }, tone: 'outline', Icon: CheckOutlined },
  appealed: { words: { zh: '复核中', en: 'Under review' }, tone: 'violet', Icon: QuestionCircleOutlined },
  reviewed: { words: { zh: '已复核', en: 'Reviewed' }, tone: 'outline', Icon: CheckCircleOutlined },

  unanswered: { words: { zh: '逾期未答复', en: 'No answer in time' }, tone: 'amber', Icon: FieldTimeOutlined },
  settled: { words: { zh: '已办结', en: 'Settled' }, tone: 'outline', Icon: CheckCircleOutlined },
  withdrawn: { words: { zh: '已撤回', en: 'Withdrawn' }, tone: 'grey', Icon: MinusOutlined },

  notFiled: { words: { zh: '未交', en: 'Not filed' }, tone: 'slate', Icon: ExclamationCircleOutlined },
  filled: { words: { zh: '待审核', en: 'To be confirmed by the branch' }, tone: 'blue', Icon: ClockCircleOutlined },
  submitted: { words: { zh: '已交', en: 'Filed' }, tone: 'green', Icon: CheckOutlined },
  passed: { words: { zh: '已通过', en: 'Passed' }, tone: 'green', Icon: CheckCircleOutlined },

  notMade: { words: { zh: '未编制', en: 'Not made' }, tone: 'slate', Icon: ExclamationCircleOutlined },
  drafted: { words: { zh: '编制中', en: 'Being made' }, tone: 'blue', Icon: ClockCircleOutlined },
  changed: { words: { zh: '修改待上报', en: 'Changed, to be filed again' }, tone: 'blue', Icon: ClockCircleOutlined },
  filed: { words: { zh: '已上报', en: 'Filed' }, tone: 'green', Icon: CheckOutlined },
  filedLate: { words: { zh: '逾期上报', en: 'Filed late' }, tone: 'amber', Icon: FieldTimeOutlined },

  dueNow: { words: { zh: '今日截止', en: 'Due' }, tone: 'blue', Icon: FieldTimeOutlined },
  locked: { words: { zh: '已锁定', en: 'Locked' }, tone: 'grey', Icon: LockOutlined },
  final: { words: { zh: '已终审', en: 'Final' }, tone: 'grey', Icon: LockOutlined },

  listPublished: { words: { zh: '名单已公布', en: 'List published' }, tone: 'blue', Icon: ClockCircleOutlined },
  drawn: { words: { zh: '已抽取', en: 'Drawn' }, tone: 'green', Icon: CheckCircleOutlined },
  voided: { words: { zh: '已作废', en: 'Voided' }, tone: 'grey', Icon: StopOutlined },

  notBegun: { words: { zh: '未开始', en: 'Not begun' }, tone: 'outline', Icon: ClockCircleOutlined },
  underWay: { words: { zh: '办理中', en: 'Under way' }, tone: 'blue', Icon: SyncOutlined },
  balloted: { words: { zh: '待核对票数', en: 'Counts to be checked' }, tone: 'blue', Icon: ClockCircleOutlined },
  scored: { words: { zh: '待组织评定', en: 'To be graded' }, tone: 'blue', Icon: ClockCircleOutlined },
  graded: { words: { zh: '已评定', en: 'Graded' }, tone: 'outline', Icon: CheckOutlined },
  toApprove: { words: { zh: '待审定', en: 'To be approved' }, tone: 'blue', Icon: ClockCircleOutlined },
  approved: { words: { zh: '已审定', en: 'Approved' }, tone: 'green', Icon: CheckCircleOutlined },
  toRead: { words: { zh: '待本人阅知', en: 'To be read by the member' }, tone: 'blue', Icon: ClockCircleOutlined },
  teamFormed: { words: { zh: '待检查', en: 'To be checked' }, tone: 'outline', Icon: ClockCircleOutlined },
  marked: { words: { zh: '待确认', en: 'To be confirmed' }, tone: 'blue', Icon: ClockCircleOutlined },
  sheetConfirmed: { words: { zh: '待反馈', en: 'To be sent' }, tone: 'blue', Icon: CheckOutlined },
  sent: { words: { zh: '待签收', en: 'To be signed for' }, tone: 'blue', Icon: ClockCircleOutlined },
  signed: { words: { zh: '已签收', en: 'Signed for' }, tone: 'green', Icon: CheckCircleOutlined },
  opened: { words: { zh: '挂账', en: 'Opened' }, tone: 'slate', Icon: ExclamationCircleOutlined },
  rectifying: { words: { zh: '整改中', en: 'Being put right' }, tone: 'outline', Icon: SyncOutlined },
  applied: { words: { zh: '申请销号', en: 'Closure asked for' }, tone: 'blue', Icon: ClockCircleOutlined },
  problemReturned: { words: { zh: '复核退回', en: 'Returned' }, tone: 'amber', Icon: ReloadOutlined },
  problemClosed: { words: { zh: '销号', en: 'Closed' }, tone: 'green', Icon: CheckCircleOutlined },

  invited: { words: { zh: '待答复', en: 'Waits for an answer' }, tone: 'blue', Icon: ClockCircleOutlined },
  accepted: { words: { zh: '已应邀', en: 'Accepted' }, tone: 'outline', Icon: CheckOutlined },
  recommended: { words: { zh: '已推荐', en: 'Recommended' }, tone: 'green', Icon: CheckOutlined },
  declined: { words: { zh: '已婉拒', en: 'Declined' }, tone: 'slate', Icon: CloseCircleOutlined },

  proposing: { words: { zh: '推荐中', en: 'Branches propose' }, tone: 'blue', Icon: SyncOutlined },
  onNotice: { words: { zh: '公示中', en: 'On public notice' }, tone: 'blue', Icon: ClockCircleOutlined },
  decided: { words: { zh: '已决定', en: 'Decided' }, tone: 'green', Icon: CheckCircleOutlined },

  announced: { words: { zh: '已公告', en: 'Announced' }, tone: 'green', Icon: CheckCircleOutlined },
  notAnnounced: { words: { zh: '待公告', en: 'Not yet announced' }, tone: 'outline', Icon: QuestionCircleOutlined },
} as const satisfies Record<string, StatusLook>;

export type Status = keyof typeof statuses;
