import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { refusing } from '#domain/contracts/refusal.ts';

export const assignmentRefusals = {
  DueBeforeHanded: {
    status: 422,
    say: ({ day }: { day: CivilDate }) => ({ zh: `完成时限不能早于交办日期 ${day}，请核对。`, en: `It cannot be due before ${day}, the day it is handed out. Check the date.` }),
  },
  AssigneeNotHere: {
    status: 422,
    say: ({ day }: { day: CivilDate }) => ({ zh: `承办人 ${day} 不在本党组织，请重新选择。`, en: `Whoever is to do it does not belong here on ${day}. Choose again.` }),
  },
  AssignmentToOneself: {
    status: 422,
    say: () => ({ zh: '不能给自己交办任务，请由其他委员或书记交办。', en: 'Nobody hands out a task to himself; another member of the committee does.' }),
  },
  NotHandedIn: {
    status: 409,
    say: () => ({ zh: '承办人还没有报结，不能办结或退回。', en: 'It has not been handed in yet, so it can be neither accepted nor returned.' }),
  },
  NothingToTakeBack: {
    status: 409,
    say: () => ({ zh: '这项任务没有等待办结的报结，不必撤回。', en: 'Nothing of this task waits to be accepted, so there is nothing to take back.' }),
  },
  PassedToNobodyElse: {
    status: 422,
    say: () => ({ zh: '请转交给另一位同志：不能转给现在的承办人，也不能转回交办人。办不了的，请交办人取消。', en: 'Pass it on to somebody else: not to whoever has it, nor back to whoever handed it out, who may cancel it.' }),
  },
  AlreadyHandedIn: {
    status: 409,
    say: () => ({ zh: '这项任务已报结，正等待交办人办理。', en: 'The task has been handed in and waits for whoever handed it out.' }),
  },
  AssignmentSettled: {
    status: 409,
    say: () => ({ zh: '这项任务已经办结、取消或记为未完成，不能再办理。', en: 'The task is settled: accepted, cancelled or not done.' }),
  },
  NothingToReopen: {
    status: 409,
    say: () => ({ zh: '这项任务没有取消或记为未完成，或已由他人恢复，请刷新查看。', en: 'The task is neither cancelled nor written down as not done, or somebody took it up again. Look again.' }),
  },
  NotYourTask: {
    status: 403,
    say: () => ({ zh: '任务由承办人本人报结。', en: 'A task is handed in by whoever was asked to do it.' }),
  },
  OwnTask: {
    status: 403,
    say: () => ({ zh: '自己承办的任务，由交办人或支部书记办结。', en: 'Nobody settles his own task: whoever handed it out does, or the secretary.' }),
  },
  NotTheHander: {
    status: 403,
    say: () => ({ zh: '任务由交办人或支部书记、副书记办结、退回和取消。', en: 'A task is settled by whoever handed it out, by the secretary or the deputy.' }),
  },
} as const;

export const refuseAssignment = refusing(assignmentRefusals);
