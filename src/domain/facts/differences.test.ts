import { describe, expect, it } from 'vitest';
import { type FactKind, factStates } from './contract.ts';
import { differences } from './differences.ts';
import { fieldWords } from './field-words.ts';
import { outerField, sayDifference } from './said-difference.ts';
import { valueWords } from './value-words.ts';

const WENLAN = '0192aaaa-0000-7000-8000-000000000001';
const names: Readonly<Record<string, string>> = { [WENLAN]: '温岚', partyDay: '主题党日', sickLeave: '病假', amount: '金额' };
const name = (id: string) => (names[id] === undefined ? undefined : { zh: names[id], en: names[id] });
const said = (kind: FactKind, before: unknown, after: unknown): string[] => differences(before, after).map((it) => sayDifference(kind, it, name))
  .map(({ field, before: was, after: is }) => `${field.zh}：${was?.zh ?? '—'} → ${is?.zh ?? '—'}`);

describe('two versions side by side', () => {
  it('tell of a list of people only those who changed, wherever they stand', () => {
    const other = { person: 'b', mark: 'present', reason: null, sitting: 0 };
    const wenlan = { person: WENLAN, mark: 'present', reason: null, sitting: 0 };
    expect(said('session', { marks: [wenlan, other] }, { marks: [other, { ...wenlan, mark: 'excused', reason: 'sickLeave' }] }))
      .toEqual(['出勤 · 温岚 · 出勤情况：实到 → 免计', '出勤 · 温岚 · 事由：— → 病假']);
    expect(said('session', { marks: [other] }, { marks: [other, wenlan] })).toEqual(['出勤 · 温岚：— → 出勤情况：实到；场次：第 1 场']);
  });

  it('say words, days, flags, marks and fields of a register as a clerk reads them', () => {
    expect(said('membership', { stage: 'probationary', to: null }, { stage: 'full', to: '2026-06-30' })).toEqual(['人员类别：预备党员 → 正式党员', '止：— → 2026-06-30']);
    expect(said('selfCheck', { total: 9550, items: [{ item: 'a', mark: 100 }] }, { total: 9600, items: [{ item: 'a', mark: 150 }] })).toEqual(['合计：95.50 → 96.00', '考核项目 · a · 自查分：1.00 → 1.50']);
    expect(said('record', { values: { amount: 5, matter: '#0123456789abcdef' } }, { values: { amount: 7, matter: '#fedcba9876543210' } })).toEqual(['金额：5 → 7']);
    expect(said('draw', { share: 2000 }, { share: 2500 })).toEqual([expect.stringMatching(/：20% → 25%$/)]);
    expect(said('closing', { stage: 'closed' }, { stage: 'reopened' })).toEqual(['状态：已锁定 → 已解锁']);
  });

  it('leave out what only proves something, and what did not change', () => {
    expect(differences({ groundsHash: 'a', asOfSeq: 1, day: '2026-01-01' }, { groundsHash: 'b', asOfSeq: 2, day: '2026-01-01' })).toEqual([]);
    expect(differences({ until: null }, {})).toEqual([]);
  });

  it('of long lists say what went and what came', () => {
    const many = Array.from({ length: 20 }, (_, at) => `p${at}`);
    expect(differences({ attendees: many }, { attendees: [...many.slice(1), 'x'] })).toMatchObject([{ before: ['p0'], after: ['x'] }]);
  });

  it('can be named without saying of whom', () => {
    const [first] = differences({ marks: [{ person: WENLAN, mark: 'present' }] }, { marks: [{ person: WENLAN, mark: 'absent' }] });
    expect(first && outerField('session', first.path, name).zh).toBe('出勤');
  });
});

/** Every field and every word of ours that a state can hold, found in its own description. */
function fieldsIn(schema: unknown, field: string, found: [string, string | null][]): void {
  const { def } = schema as { def: { type: string; shape?: object; element?: unknown; innerType?: unknown; options?: unknown[]; valueType?: unknown; entries?: object } };
  if (def.shape) for (const [name, inner] of Object.entries(def.shape)) {
    found.push([name, null]);
    fieldsIn(inner, name, found);
  }
  for (const inner of [def.element, def.innerType, ...(def.options ?? [])]) if (inner !== undefined) fieldsIn(inner, field, found);
  if (def.entries) for (const word of Object.keys(def.entries)) found.push([field, word]);
}

it.each(Object.entries(factStates))('every field of %s has a name, and every word of ours in it', (kind, schema) => {
  const found: [string, string | null][] = [];
  fieldsIn(schema, kind, found);
  const machine = ['groundsHash', 'textHash', 'listHash', 'hash', 'seed'];
  expect(found.filter(([field, word]) => (word === null ? !machine.includes(field) && fieldWords(kind as FactKind, field) === null : valueWords(kind as FactKind, field, word) === undefined))).toEqual([]);
});
