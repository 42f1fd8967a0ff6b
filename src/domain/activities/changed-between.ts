import type { FactState } from '#domain/facts/contract.ts';
import type { Words } from '#domain/words/words.ts';
import type { SessionText } from './contract.ts';

export interface SessionVersion {
  readonly state: FactState<'session'>;
  /** Null where the text was blanked. */
  readonly text: SessionText | null;
}

type Labels<F> = readonly (readonly [F, Words])[];

const stateLabels: Labels<keyof FactState<'session'>> = [
  ['stage', { zh: '状态', en: 'stage' }], ['activities', { zh: '活动', en: 'activities' }], ['contents', { zh: '学习内容', en: 'contents' }], ['studied', { zh: '课程、党课', en: 'courses and lectures' }],
  ['sittings', { zh: '时间', en: 'times' }], ['period', { zh: '所属期', en: 'period' }], ['host', { zh: '主持人', en: 'host' }],
  ['minuteTaker', { zh: '记录人', en: 'minute-taker' }], ['speakers', { zh: '主讲人', en: 'speakers' }],
  ['exchanges', { zh: '交流发言', en: 'contributions' }], ['attendees', { zh: '列席', en: 'in attendance' }],
  ['marks', { zh: '出勤', en: 'attendance' }], ['agenda', { zh: '议题', en: 'agenda' }], ['resolutions', { zh: '决议', en: 'resolutions' }],
];
const textLabels: Labels<keyof SessionText> = [
  ['topic', { zh: '主题', en: 'topic' }], ['places', { zh: '地点', en: 'places' }], ['lecturer', { zh: '授课人', en: 'lecturer' }],
  ['material', { zh: '学习材料', en: 'material' }], ['otherAttendees', { zh: '列席', en: 'in attendance' }],
  ['agenda', { zh: '议题', en: 'agenda' }], ['resolutions', { zh: '决议', en: 'resolutions' }],
  ['discussion', { zh: '讨论发言', en: 'discussion' }], ['reason', { zh: '说明', en: 'reason' }],
];

/** Names of what differs between two versions of a session, each once. */
export function changedBetween(before: SessionVersion, after: SessionVersion): Words[] {
  const inState = stateLabels.filter(([field]) => !same(before.state[field], after.state[field]));
  const inText = textLabels.filter(([field]) => !same(before.text?.[field], after.text?.[field]));
  return [...new Map([...inState, ...inText].map(([, label]) => [label.zh, label])).values()];
}

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);
