import { describe, expect, it } from 'vitest';
import { beginningOf, firstBureauName, firstTop, type BeginningState, type Holder, type StepKind } from './beginning.ts';

const holder = (role: Holder['role'], change: Partial<Holder> = {}): Holder => ({ role, userName: role, waiting: false, person: false, ...change });
const three = [holder('systemAdministrator'), holder('securityAdministrator'), holder('auditAdministrator')];
const empty: BeginningState = {
  name: firstBureauName, top: firstTop, branches: 0, people: 0, withoutAccount: 0, notEntered: 0, schemeFrom: null, year: 2026, announced: false,
  holders: [...three.map((it) => ({ ...it, waiting: true })), holder('organsDeputy', { waiting: true })],
};
const whole: BeginningState = {
  name: { zh: '示例市公安局', en: 'Sample' }, top: { name: '中共示例市公安局委员会', number: 'A' }, branches: 3, people: 40, withoutAccount: 0, notEntered: 0,
  schemeFrom: '2026-01-01', year: 2026, announced: true, holders: [...three, holder('organsDeputy', { person: true })],
};
const stepOf = (state: BeginningState, kind: StepKind) => beginningOf(state).find((it) => it.step === kind);
const open = (state: BeginningState): readonly string[] => beginningOf(state).filter((it) => !it.done).map((it) => it.step);

describe('the beginning of a bureau', () => {
  it('has everything before it at first, and nothing when all of it is there', () => {
    expect(open(empty)).toEqual(['bureau', 'administrators', 'organisations', 'roster', 'scheme', 'accounts', 'calendar']);
    expect(open(whole)).toEqual([]);
  });

  it('goes in any order: what is there is done, whatever else is missing', () => {
    expect(open({ ...empty, schemeFrom: whole.schemeFrom, branches: 2 })).toEqual(['bureau', 'administrators', 'roster', 'accounts', 'calendar']);
    expect(open({ ...whole, branches: 0 })).toEqual(['organisations']);
  });

  it('says that deadlines wait for the holidays of the year', () => {
    expect(open({ ...whole, announced: false })).toEqual(['calendar']);
    expect(stepOf({ ...whole, announced: false }, 'calendar')?.missing[0]?.zh).toContain('2026 年的放假安排还没有录入');
  });

  it('asks for the name of the bureau and of the organisation at its top', () => {
    expect(stepOf({ ...whole, top: firstTop }, 'bureau')?.missing.length).toBe(1);
    expect(stepOf({ ...whole, name: firstBureauName }, 'bureau')?.missing.length).toBe(1);
  });

  it('wants each of the three administrators to have come in with a password of his own', () => {
    const waiting = [...three.slice(0, 2), holder('auditAdministrator', { waiting: true })];
    expect(stepOf({ ...whole, holders: waiting }, 'administrators')?.missing.map((it) => it.en)).toEqual(['Audit administrator auditAdministrator has not changed the first password']);
    expect(stepOf({ ...whole, holders: three.slice(0, 2) }, 'administrators')?.missing.map((it) => it.zh)).toEqual(['没有审计管理员']);
  });

  it('is not over before the office works with accounts of people, and the first one is closed', () => {
    const bare = holder('organsDeputy', { userName: 'dangwu' });
    expect(stepOf({ ...whole, holders: [...three, bare] }, 'accounts')?.missing[0]?.zh).toContain('请为本人账号授予职责');
    expect(stepOf({ ...whole, holders: [...three, bare, holder('organsSecretary', { person: true })] }, 'accounts')?.missing[0]?.zh).toContain('请停用');
    expect(stepOf({ ...whole, withoutAccount: 2 }, 'accounts')?.missing[0]?.zh).toBe('2 人还没有账号');
  });
});
