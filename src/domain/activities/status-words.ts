import type { Words } from '#domain/words/words.ts';
import type { SessionStatus } from './contract.ts';
import type { MakeUpWay } from './record-contract.ts';

/** Where a session stands, in the words of an office. */
export const sessionStatusWords: Readonly<Record<SessionStatus, Words>> = {
  arranged: { zh: '已安排', en: 'Arranged' },
  toRecord: { zh: '待记录', en: 'To be recorded' },
  toConfirm: { zh: '待审核', en: 'To be confirmed' },
  done: { zh: '已办', en: 'Done' },
  notHeld: { zh: '未开展', en: 'Not held' },
  stopped: { zh: '停学', en: 'Cancelled' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
};

export const makeUpWayWords: Readonly<Record<MakeUpWay, Words>> = {
  otherSession: { zh: '参加另一场学习', en: 'At another session' },
  replay: { zh: '集体补看录像', en: 'Replay with the group' },
  reading: { zh: '随党小组长自学', en: 'Reading with the group leader' },
};
