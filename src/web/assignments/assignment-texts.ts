import { defineTexts } from '#web/shell/language.tsx';

export const assignmentTexts = defineTexts({
  zh: {
    title: '交办任务', what: '任务', person: '承办人', by: '交办人', until: '完成时限', handedInOn: '报结日期', standing: '状态', organisation: '党组织', system: '公用账号',
    act: { open: '交办', handedIn: '报结', returned: '退回', accepted: '办结', notDone: '记为未完成', cancelled: '取消' }, amended: '修改',
    stage: { open: '待报结', handedIn: '待办结', returned: '已退回', accepted: '办结', notDone: '未完成', cancelled: '已取消' }, late: '逾期',
  },
  en: {
    title: 'Tasks', what: 'Task', person: 'Who does it', by: 'Handed out by', until: 'Due', handedInOn: 'Handed in', standing: 'State', organisation: 'Organisation', system: 'an office account',
    act: { open: 'Handed out', handedIn: 'Handed in', returned: 'Returned', accepted: 'Accepted', notDone: 'Written down as not done', cancelled: 'Cancelled' }, amended: 'Amended',
    stage: { open: 'to be done', handedIn: 'to be accepted', returned: 'returned', accepted: 'accepted', notDone: 'not done', cancelled: 'cancelled' }, late: 'late',
  },
});
