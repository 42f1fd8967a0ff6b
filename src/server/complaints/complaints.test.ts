import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readMyDesk } from '#domain/boards/contract.ts';
import { answerComplaint, fileComplaint, listComplaints } from '#domain/complaints/contract.ts';
import { sql } from '#server/platform/sql.ts';
import { NOW, testBureau, type TestBureau } from '#test/app.ts';

let bureau: TestBureau;
beforeAll(async () => void (bureau = await testBureau()));
afterAll(() => bureau.drop());
beforeEach(() => bureau.setNow(NOW));

const WORDS = '自查表要填两遍，太繁';
const file = (name: 'wenlan' | 'fangmin' | 'xitong' = 'wenlan', text = WORDS) => bureau.as(name).call(fileComplaint, { kind: 'complaint', text, page: '/self-checks' });
const open = async (name: 'fangmin' | 'shenyi' | 'dangwu') => (await bureau.as(name).call(listComplaints, { list: 'open' })).items;

describe('a complaint', () => {
  it('is filed by anybody from any page, and its clock runs ten working days', async () => {
    const { id, due } = await file();
    expect(due).toBe('2026-12-01');
    const own = await bureau.as('wenlan').call(listComplaints, {});
    expect(own).toMatchObject({ reads: false, items: [{ id, text: WORDS, page: '/self-checks', mine: true, mayAnswer: false, overdue: false, answer: null }] });
  });

  it('is seen by its office with the name, and by nobody beside', async () => {
    const { id } = await file();
    expect((await open('fangmin')).find((it) => it.id === id)).toMatchObject({ from: '温岚', mayAnswer: true });
    for (const name of ['luojian', 'gucheng', 'anquan', 'shenji'] as const) {
      expect((await bureau.as(name).call(listComplaints, { list: 'open' })).items, name).toEqual([]);
      expect(await bureau.as(name).refusal(answerComplaint, { complaint: id, text: '好' })).toBe('NotFound');
    }
  });

  it('waits on the desk of its office until it is answered, without a word of it, and not on that of who wrote it', async () => {
    const waits = async (name: 'fangmin' | 'shenyi' | 'wenlan') => (await bureau.as(name).call(readMyDesk, {})).errands.filter(({ kind }) => kind === 'answerComplaint');
    const { id } = await file('fangmin');
    expect((await waits('shenyi')).find(({ subject }) => subject === id)).toMatchObject({ title: '', until: '2026-12-01' });
    for (const name of ['fangmin', 'wenlan'] as const) expect((await waits(name)).map(({ subject }) => subject), name).not.toContain(id);
    await bureau.as('shenyi').call(answerComplaint, { complaint: id, text: '好' });
    expect((await waits('shenyi')).map(({ subject }) => subject)).not.toContain(id);
  });

  it('of an account without a person goes to the office at the top', async () => {
    const { id } = await file('xitong');
    expect((await open('dangwu')).map((it) => it.id)).toContain(id);
    expect((await open('fangmin')).map((it) => it.id)).not.toContain(id);
  });

  it('is answered once, and the one who wrote reads the answer', async () => {
    const { id } = await file();
    await bureau.as('fangmin').call(answerComplaint, { complaint: id, text: '十二月起自查表由系统预填' });
    expect(await bureau.as('shenyi').refusal(answerComplaint, { complaint: id, text: '另一答复' })).toBe('ComplaintAnswered');
    const own = await bureau.as('wenlan').call(listComplaints, {});
    expect(own.items.find((it) => it.id === id)?.answer?.text).toBe('十二月起自查表由系统预填');
    expect((await bureau.as('shenyi').call(listComplaints, { list: 'done' })).items.map((it) => it.id)).toContain(id);
  });

  it('of somebody of the office is answered by another', async () => {
    const { id } = await file('fangmin');
    expect(await bureau.as('fangmin').refusal(answerComplaint, { complaint: id, text: '好' })).toBe('OwnComplaint');
    await bureau.as('shenyi').call(answerComplaint, { complaint: id, text: '好' });
  });

  it('is overdue when its day has passed, and the trail holds no word of it', async () => {
    const { id } = await file('wenlan', '这是一句不该进日志的话');
    bureau.setNow('2026-12-02T09:00:00+08:00');
    expect((await open('fangmin')).find((it) => it.id === id)?.overdue).toBe(true);
    const trail = await bureau.within(({ tx }) => tx.many<{ it: string }>(sql`SELECT audit_entry::text AS it FROM audit_entry WHERE subject_id = ${id}`));
    expect(trail.length).toBe(1);
    expect(trail[0]?.it).not.toContain('不该进日志');
  });
});
