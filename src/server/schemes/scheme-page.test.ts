import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { evaluate } from '#domain/engine/evaluate.ts';
import { explain } from '#domain/engine/explain.ts';
import { resultOf } from '#domain/engine/results.ts';
import { branch, member } from '#domain/engine/subject.ts';
import { columnsOf, factTables, tableIds } from '#domain/schemes/facts-file/columns.ts';
import type { NamedFacts } from '#domain/schemes/facts-file/facts-log.ts';
import { isFields, itemsOf } from '#domain/schemes/format/raw-value.ts';
import { answerName, wordNames } from '#domain/schemes/format/word-names.ts';
import type { Named, Scheme } from '#domain/schemes/scheme.ts';
import { run } from '#server/cli/run.ts';
import { readFacts } from './read-facts.ts';
import { readScheme } from './read-scheme.ts';

const page = readFileSync('docs/scheme.md', 'utf8');

interface Section {
  readonly heading: string;
  readonly text: string;
  /** From here to the end of the chapter: several words may share the example that follows them. */
  readonly rest: string;
}

/** The parts of the page below its headings of the third level, chapter by chapter. */
const sections: readonly Section[] = page.split(/^## /m).flatMap((chapter) => {
  const parts = chapter.split(/^### /m).slice(1);
  return parts.map((part, index) => {
    const [heading = '', ...lines] = part.split('\n');
    return { heading, text: lines.join('\n'), rest: parts.slice(index).join('\n') };
  });
});

const blocksOf = (text: string, kind: string): string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${kind}\\n(.*?)^\`\`\``, 'gms'))].map((found) => found[1] ?? '');

const [example = ''] = blocksOf(page, 'yaml scheme');
const [registers = ''] = blocksOf(page, 'yaml registers');
const [facts = '', manyFacts = ''] = blocksOf(page, 'yaml facts');

function schemeOf(text: string): Scheme {
  const read = readScheme(text);
  if ('problems' in read) throw new Error(`${JSON.stringify(read.problems, null, 1)}\n${text}`);
  return read.scheme;
}

async function factsOf(text: string, scheme: Scheme): Promise<NamedFacts> {
  const read = await readFacts('facts.yaml', new TextEncoder().encode(text), scheme);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems, null, 1));
  return read;
}

/** The facts of the example, with the labels that a fragment may have changed in the place of the first ones. */
function factsInWordsOf({ activities, excuses }: Scheme): string {
  const word = (list: readonly Named[], id: string): string => list.find((each) => each.id === id)?.label.zh ?? '×';
  return facts.replaceAll('活动: 周一集中学习', `活动: ${word(activities, 'mondayStudy')}`).replaceAll('活动: 党课', `活动: ${word(activities, 'partyLecture')}`)
    .replaceAll('值班备勤', word(excuses, 'onDuty')).replaceAll('事假', word(excuses, 'personalLeave'));
}

/** The whole example and the registers of the page, with the words of a fragment in the place of its own. */
const withFragment = (fragment: string): string => stringify({ ...parse(example), ...parse(registers), ...parse(fragment) });

/** The examples that show a word: those under its heading, or else the next one of the chapter that holds it. */
function blocksFor({ heading, text, rest }: Section): readonly string[] {
  const word = new RegExp(`\\b${heading.split(' ')[0] ?? ''}:`);
  const own = blocksOf(text, 'yaml');
  return own.length > 0 ? own : blocksOf(rest, 'yaml').filter((block) => word.test(block)).slice(0, 1);
}

const answers = answersOf(JSON.parse(readFileSync('schemes/scheme.schema.json', 'utf8')));

/** The closed lists of the format: which answers each word allows, wherever it stands. */
function answersOf(schema: unknown): Readonly<Record<string, readonly string[]>> {
  const answers: Record<string, string[]> = {};
  const look = (inside: unknown, word: string): void => {
    if (Array.isArray(inside)) inside.forEach((each) => { look(each, word); });
    if (!isFields(inside)) return;
    const allowed = [...itemsOf(inside['enum']), inside['const']].filter((answer) => typeof answer === 'string');
    if (allowed.length > 0) answers[word] = [...new Set([...(answers[word] ?? []), ...allowed])];
    for (const [key, below] of Object.entries(inside)) {
      if (key === 'properties' && isFields(below)) Object.entries(below).forEach(([name, each]) => { look(each, name); });
      else look(below, word);
    }
  };
  look(schema, '');
  return answers;
}

/** Every word of the format, once. */
function wordsOf(schema: unknown): string[] {
  const words = new Set<string>();
  const look = (inside: unknown): void => {
    if (Array.isArray(inside)) inside.forEach(look);
    if (!isFields(inside)) return;
    for (const [key, below] of Object.entries(inside)) {
      if (key === 'properties' && isFields(below)) Object.keys(below).forEach((word) => words.add(word));
      Object.values(key === 'properties' && isFields(below) ? below : { below }).forEach(look);
    }
  };
  look(schema);
  return [...words].toSorted();
}

const wordSections = sections.filter(({ heading }) => Object.hasOwn(wordNames, heading.split(' ')[0] ?? ''));
const tableSections = sections.filter(({ heading }) => tableIds.some((id) => heading === `${factTables[id].zh} ${id}`));

describe('the page about schemes', () => {
  it('has one heading for every word of the format, with its Chinese name, and no other', () => {
    expect(wordSections.map(({ heading }) => heading).toSorted()).toEqual(Object.entries(wordNames).map(([word, zh]) => `${word} ${zh}`).toSorted());
    expect(wordSections.length + tableSections.length).toBe(sections.length);
  });

  it('names every word that the format knows', () => {
    expect(Object.keys(wordNames).toSorted()).toEqual(wordsOf(JSON.parse(readFileSync('schemes/scheme.schema.json', 'utf8'))));
  });

  it.each(wordSections.map((section) => [section.heading, section] as const))('shows %s in an example that is checked and run', async (heading, section) => {
    const word = heading.split(' ')[0] ?? '';
    const blocks = blocksFor(section);
    expect(blocks.length).toBeGreaterThan(0);
    for (const block of blocks) {
      expect(block).toMatch(new RegExp(`\\b${word}:`));
      const scheme = schemeOf(withFragment(block));
      const { log } = await factsOf(factsInWordsOf(scheme), scheme);
      const { totals, reading } = evaluate({ schemes: [{ scheme, from: '2026-01-01' }], log, upTo: { seq: log.length, date: '2026-12-31' } });
      expect(totals.filter(({ year }) => year === 2026)).toHaveLength(2);
      const subjects = log.flatMap((entry) => (entry.kind === 'organisation' ? [branch(entry.factId)] : entry.kind === 'membership' ? [member(entry.state.person)] : []));
      for (const result of scheme.results) {
        for (const { id } of subjects.filter(({ kind }) => kind === result.of)) expect(resultOf(reading, result, id, 2026).grounds.id).toBe(result.id);
      }
      if (scheme.indicators === null) continue;
      for (const subject of subjects.filter(({ kind }) => kind === 'branch')) expect(explain(reading, subject, 2026)?.id).toBe(scheme.indicators.id);
    }
  });

  it.each(Object.entries(answers))('explains every answer that %s allows', (word, allowed) => {
    const section = wordSections.find(({ heading }) => heading.startsWith(`${word} `));
    for (const answer of allowed) {
      expect(section?.text).toContain(`\`${answer}\``);
      expect(answerName(answer, word), answer).not.toBeNull();
    }
  });

  it('shows a whole example whose totals come out as the page says', async () => {
    const [expected = ''] = blocksOf(page, 'text result');
    const folder = await mkdtemp(join(tmpdir(), 'zhibu-page-'));
    await writeFile(join(folder, 'scheme.yaml'), example);
    await writeFile(join(folder, 'facts.yaml'), facts);
    const written: string[] = [];
    const code = await run(['scheme', 'try', join(folder, 'scheme.yaml'), '--facts', join(folder, 'facts.yaml'), '--at', '2026-12-31'], {
      out: (text) => { written.push(text); }, error: (text) => { written.push(text); }, env: {}, today: '2026-12-31',
    });
    await rm(folder, { recursive: true });
    expect(code).toBe(0);
    expect(written.join('')).toContain(expected);
  });

  it('describes every table of a facts file and all its columns', () => {
    expect(tableSections.map(({ heading }) => heading).toSorted()).toEqual(tableIds.map((id) => `${factTables[id].zh} ${id}`).toSorted());
    for (const id of tableIds) {
      const text = tableSections.find(({ heading }) => heading.endsWith(` ${id}`))?.text ?? '';
      const rows = [...text.matchAll(/^\| (\S+) \| ([a-zA-Z]+) \| (是)? ?\|$/gm)].map(([, zh, column, required]) => ({ id: column, zh, required: required === '是' }));
      expect(rows, id).toEqual(columnsOf(id));
    }
  });

  it('shows facts of every table, and they are read', async () => {
    expect(Object.keys(parse(manyFacts))).toEqual(tableIds.map((id) => factTables[id].zh));
    const { log } = await factsOf(manyFacts, schemeOf(example));
    expect(new Set(log.map(({ kind }) => kind)).size).toBe(12);
  });

  it('shows entries of registers, and they are read', async () => {
    const [entries = ''] = blocksOf(page, 'yaml register facts');
    const scheme = schemeOf(withFragment(''));
    const { log } = await factsOf(entries, scheme);
    expect(log.flatMap((entry) => (entry.kind === 'record' ? [entry.state] : []))).toMatchObject([
      { register: 'honour', until: null, values: { level: 'bureau' } },
      { register: 'decision', until: '2026-08-01', values: { level: 'criticised', selfReported: true } },
      { register: 'mission', persons: [{ as: 'leader' }, { as: 'crew' }] },
      { register: 'ballot', values: { excellent: 9, good: 10, poor: 1 } },
      { register: 'panel', persons: [], values: { score: 850 } },
    ]);
  });
});
