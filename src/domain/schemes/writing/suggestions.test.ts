import { describe, expect, it } from 'vitest';
import { isFields } from '#domain/schemes/format/raw-value.ts';
import { schemeJsonSchema } from '#domain/schemes/format/json-schema.ts';
import { suggestionsAt } from './suggestions.ts';

const found: unknown = schemeJsonSchema();
const schema = isFields(found) ? found : {};

/** What is offered where the bar stands. */
function offered(marked: string): readonly string[] {
  const offset = marked.indexOf('|');
  return suggestionsAt(schema, marked.replace('|', ''), offset).items.map(({ text }) => text);
}

const file = `scheme: sample
activities:
  - id: mondayStudy
    label: { zh: 周一集中学习, en: Monday study }
    audience: members
  - { id: partyLecture, label: { zh: 党课 } }
records:
  - id: honour
    label: { zh: 荣誉 }
    fields:
      - { id: level, label: { zh: 级别 }, kind: level, levels: [{ id: bureau, label: { zh: 市局 } }, { id: city, label: { zh: 市级 } }] }
      - id: document
        kind: matter
framework: [{ id: loyalty, label: { zh: 忠诚 } }]
points:
  kind: part
  id: total
  children:
    - kind: rule
      id: attending
      label: { zh: 参学 }
`;

describe('words of the vocabulary', () => {
  it('are those that may stand in a block and do not yet, needed ones first', () => {
    expect(offered('activities:\n  - id: a\n    |')).toEqual(['label', 'audience', 'heldBy', 'from', 'to', ...offered('activities:\n  - id: a\n    |').slice(5)]);
    expect(offered('activities:\n  - id: a\n    hel|\n    from: 19:00')).toEqual(['heldBy']);
    expect(offered('activities:\n  - id: a\n    |\n    heldBy: branch')).not.toContain('heldBy');
    expect(offered('scheme: a\n|')).toContain('takesEffect');
  });

  it('follow the kind of value or part that stands beside them', () => {
    expect(offered(`${file}      value: { kind: hours, full: 8.00, tar| }`)).toEqual(['targetHours']);
    expect(offered(`${file}      value: { kind: share, | }`)).not.toContain('targetHours');
    expect(offered(`${file}      |`)).toContain('match');
    expect(offered('points:\n  kind: part\n  |')).not.toContain('match');
  });

  it('are found by their Chinese names as well', () => {
    expect(offered('activities:\n  - id: a\n    补学|')).toEqual(['makeUpDays']);
  });
});

describe('answers', () => {
  it('are those of the word before, in a block and in braces', () => {
    expect(offered('activities:\n  - audience: |')).toEqual(['members', 'committee', 'everybody']);
    expect(offered('activities:\n  - { id: a, heldBy: gr| }')).toEqual(['group']);
    expect(offered('excuses:\n  - id: a\n    exempts: |')).toEqual(['true', 'false']);
    expect(offered('activities:\n  - id: a\n    exceptStaff: [officer, ret|]')).toEqual(['retired']);
    expect(offered('activities:\n  - id: a\n    exceptStaff: [|\n    heldBy: branch')).toContain('retired');
    expect(offered('activities:\n  - id: a\n    exceptStaff: [officer,\n      ret|]\n    heldBy: branch')).toEqual(['retired']);
    expect(offered(`${file}      value: { kind: | }`)).toContain('answered');
  });
});

describe('ids of this file', () => {
  it('stand where one is named, with what they are called', () => {
    expect(offered(`${file}      match: { activities: [|], part: attendance }`)).toEqual(['mondayStudy', 'partyLecture']);
    const { items } = suggestionsAt(schema, `${file}      match: { activities: [`, file.length + '      match: { activities: ['.length);
    expect(items[1]).toEqual({ text: 'partyLecture', zh: '党课', en: '党课', kind: 'id' });
    expect(offered(`${file}      match: { records: [hon|] }`)).toEqual(['honour']);
    expect(offered(`${file}      labels: [|]`)).toEqual(['loyalty']);
    expect(offered(`${file}proposals:\n  - { id: talk, of: att| }`)).toEqual(['attending']);
  });

  it('know the fields and levels of registers', () => {
    expect(offered(`${file}      value: { kind: table, by: | }`)).toEqual(['level', 'document', 'outcome', 'items', 'stage', 'filed', 'assignedOn', 'days', 'persons']);
    expect(offered(`${file}      value: { kind: table, by: level, marks: { | } }`)).toEqual(expect.arrayContaining(['bureau', 'city', 'onTime']));
    expect(offered(`${file}      match: { records: [honour], where: { level: [b|] } }`)[0]).toBe('bureau');
    expect(offered(`${file}      match: { records: [honour], where: { lev| } }`)).toEqual(['level']);
  });
});

it('has nothing to say in a label, a number, a comment or a text in quotes', () => {
  expect(offered('activities:\n  - label: { zh: 周一|集中学习 }')).toEqual([]);
  expect(offered('activities:\n  - makeUpDays: 1|')).toEqual([]);
  expect(offered('activities: # act|')).toEqual([]);
  expect(offered(`${file}      clause: "第 |条"`)).toEqual([]);
});

it('replaces the whole word around the caret', () => {
  const text = 'activities:\n  - audience: members\n';
  const at = text.indexOf('mbers');
  const { from, to, items } = suggestionsAt(schema, text, at);
  expect([text.slice(from, to), items.map((it) => it.text)]).toEqual(['members', ['members']]);
});
