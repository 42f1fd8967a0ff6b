import { expect, it } from 'vitest';
import type { LogEntry } from '#domain/facts/fact.ts';
import type { ExcuseReason, Scheme } from '#domain/schemes/scheme.ts';
import { schemeOf } from '#test/scheme-parts.ts';
import { withReasonsAlike } from './alike-reasons.ts';

const reason = (id: string, more: Partial<ExcuseReason> = {}): ExcuseReason =>
  ({ id, label: { zh: id, en: id }, exempts: true, makeUp: 'optional', shownAs: 'leave', broughtBy: null, ...more });
const scheme = (version: number, excuses: readonly ExcuseReason[]): Scheme =>
  schemeOf([], { version, excuses });
const leave = (id: string): LogEntry => ({
  seq: 1, factId: id, version: 1, kind: 'leave', change: 'recorded', state: { person: 'p', reason: id, from: '2026-11-02', to: '2026-11-02' },
  day: '2026-11-02', period: '2026-11', recordedBy: null, recordedOn: '2026-11-02', standing: 'counted' });
const reasonsOf = (log: readonly LogEntry[]): string[] => log.flatMap((it) => (it.kind === 'leave' ? it.state.reason : []));

it('takes reasons for one that every version treats in the same way, and keeps apart those that only one does', () => {
  const first = scheme(1, [reason('annual'), reason('sick'), reason('personal'), reason('mission', { shownAs: 'duty' })]);
  const second = scheme(2, [reason('annual'), reason('sick'), reason('personal', { exempts: false })]);
  const log = ['annual', 'sick', 'personal', 'mission', 'unknown'].map(leave);
  expect(reasonsOf(withReasonsAlike(log, [first]))).toEqual(['annual', 'annual', 'annual', 'mission', 'unknown']);
  expect(reasonsOf(withReasonsAlike(log, [first, second]))).toEqual(['annual', 'annual', 'personal', 'mission', 'unknown']);
});
