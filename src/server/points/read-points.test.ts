import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grounds, FactLeaf, RuleCard } from '#domain/engine/evaluation.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { readBranchPoints, readPoints } from '#domain/points/contract.ts';
import { amendFact, recordFact } from '#server/facts/record-fact.ts';
import { testBureau, type TestBureau } from '#test/app.ts';

let bureau: TestBureau;
beforeAll(async () => void (bureau = await testBureau()));
afterAll(() => bureau.drop());

function study(over: Partial<FactState<'session'>>): FactState<'session'> {
  return {
    organisation: bureau.cast.organisation.detention, arrangement: null, stage: 'held', activities: ['mondayStudy'], contents: [], day: '2026-11-02',
    period: '2026-11', sittings: [{ day: '2026-11-02', from: '19:00', to: '21:00' }], host: null, minuteTaker: null, speakers: [], exchanges: [],
    attendees: [], marks: [], allPresent: false, agenda: [], resolutions: [], ...over,
  };
}

const rules = ({ rule, children }: Grounds): RuleCard[] => [...(rule === null ? [] : [rule]), ...children.flatMap(rules)];
const leaves = ({ how, children }: Grounds): FactLeaf[] => [...(how.kind === 'fact' ? [how.fact] : []), ...children.flatMap(leaves)];

describe('the points of a member', () => {
  it('say of each evening when it was entered: not when it was arranged, and not when it was corrected', async () => {
    const { wenlan } = bureau.cast.person;
    const marks = [{ person: wenlan, mark: 'present', reason: null, sitting: 0 } as const];
    const arranged = await bureau.within((call) => recordFact(call, { kind: 'session', state: study({ stage: 'arranged' }) }), '2026-10-25T09:00:00+08:00');
    await bureau.within((call) => amendFact(call, { kind: 'session', factId: arranged.factId, version: 1, state: study({ marks }) }), '2026-11-05T09:00:00+08:00');
    await bureau.within((call) => amendFact(call, { kind: 'session', factId: arranged.factId, version: 2, state: study({ marks, contents: ['theory'] }) }), '2026-11-16T09:00:00+08:00');
    const { grounds } = await bureau.as('wenlan').call(readPoints, { person: wenlan });
    const leaf = grounds ? leaves(grounds).find((it) => it.factId === arranged.factId) : undefined;
    expect(leaf).toMatchObject({ lateDays: 3, version: 3, status: 'present' });
  });

  it('are his own, and of those who answer for him; nobody else learns that he exists', async () => {
    const { wenlan } = bureau.cast.person;
    expect((await bureau.as('luojian').call(readPoints, { person: wenlan })).person.name).toBe('温岚');
    expect(await bureau.as('gucheng').refusal(readPoints, { person: wenlan })).toBe('NotFound');
    expect(await bureau.as('jiping').refusal(readPoints, { person: wenlan })).toBe('NotFound');
    expect(await bureau.as('nobody').refusal(readPoints, { person: wenlan })).toBe('NotSignedIn');
  });

  it('show the reason of an excuse to him and his secretary, and only its class to the office', async () => {
    const { tangyue } = bureau.cast.person;
    await bureau.within((call) => recordFact(call, { kind: 'leave', state: { person: tangyue, reason: 'sickLeave', from: '2026-11-02', to: '2026-11-02' } }));
    const seenBy = async (name: 'tangyue' | 'luojian' | 'shenyi' | 'fangmin'): Promise<FactLeaf | undefined> => {
      const { grounds } = await bureau.as(name).call(readPoints, { person: tangyue });
      return grounds ? leaves(grounds).find((it) => it.status === 'excused') : undefined;
    };
    expect(await seenBy('tangyue')).toMatchObject({ reason: 'sickLeave', reasonClass: 'leave' });
    expect(await seenBy('luojian')).toMatchObject({ reason: 'sickLeave', reasonClass: 'leave' });
    expect(await seenBy('shenyi')).toMatchObject({ reason: null, reasonClass: 'leave', because: [] });
    expect(await seenBy('fangmin'), 'finding 14: the office reads a reason').toMatchObject({ reason: null, reasonClass: 'leave', because: [] });
  });

  it('show a discipline decision to him and his secretary; to the office what it takes and whose right hides it', async () => {
    const { zhengqi } = bureau.cast.person;
    const decision = await bureau.within((call) => recordFact(call, { kind: 'record', state: {
      register: 'disciplineDecision', organisation: bureau.cast.organisation.detention, day: '2026-05-04', until: null,
      persons: [{ person: zhengqi, as: null }], values: { level: 'circular', document: '#00000000000000aa' },
    } }));
    const seenBy = async (name: 'zhengqi' | 'luojian' | 'tangyue' | 'fangmin') => {
      const { grounds } = await bureau.as(name).call(readPoints, { person: zhengqi });
      const part = grounds?.children.find(({ id }) => id === 'discipline');
      return { value: part?.value, told: JSON.stringify(grounds).includes(decision.factId), hidden: JSON.stringify(part).includes('内容限本人和') };
    };
    expect(await seenBy('zhengqi')).toEqual({ value: 2500, told: true, hidden: false });
    expect(await seenBy('luojian')).toEqual({ value: 2500, told: true, hidden: false });
    expect(await seenBy('tangyue')).toEqual({ value: 2500, told: false, hidden: true });
    expect(await seenBy('fangmin'), 'finding 14: the office reads a decision').toEqual({ value: 2500, told: false, hidden: true });
  });

  it('call the scheme of their rules by its label', async () => {
    const { wenlan } = bureau.cast.person;
    const { grounds, names } = await bureau.as('wenlan').call(readPoints, { person: wenlan });
    const schemes = new Set((grounds ? rules(grounds) : []).map(({ scheme }) => scheme));
    expect([...schemes].map((id) => names[id]?.zh)).toEqual(['党建工作考核方案（示例）']);
  });

  it('are listed by number, never by points', async () => {
    const { items } = await bureau.as('luojian').call(readBranchPoints, { organisation: bureau.cast.organisation.detention });
    expect(items.map((it) => it.number)).toEqual(items.map((it) => it.number).toSorted());
    expect(items.length).toBeGreaterThan(15);
  });
});
