import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { namedSubject, subjectWords } from '#domain/audit/words.ts';
import { batchTable } from '#domain/imports/batch-contract.ts';
import { checkoutFolder } from '#server/platform/data-folder.ts';

const textsIn = (folder: string, ending: string): readonly string[] => {
  const place = join(checkoutFolder(), folder);
  return readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending)).map((name) => readFileSync(join(place, name), 'utf8'));
};
const sources = textsIn('src/web', '.tsx');

/** What stands for a part of a name in the page that gives it. */
const parts: Readonly<Record<string, readonly string[]>> = { whose: ['members', 'branches'], table: batchTable.options, register: ['visit'], 'register.id': ['visit'] };
const written = (name: string): readonly string[] => {
  const found = /\$\{([^}]+)\}/.exec(name);
  return found === null ? [name] : (parts[found[1] ?? ''] ?? [name]).map((part) => name.replace(found[0], part));
};

/** The names that pages give their tables, from the tag or the call to the title behind it: each can be taken away under its own. */
const given = sources.flatMap((text) => text.split(/<(?:DataTable|EarlierBatches|SaveTable)\b|\btake\(async/).slice(1)).map((text) => /\bname[=:]([\s\S]*?)\btitle\b/.exec(text.slice(0, 300))?.[1] ?? '');
const names = [...new Set(given.flatMap((text) => [...text.matchAll(/(=== )?['"`]([\w.${}-]+)['"`]/g)].flatMap(([, compared, name]) => (compared || !name ? [] : written(name)))))];

it('finds the tables of the pages', () => {
  expect(names.length).toBeGreaterThan(45);
  expect(names).toEqual(expect.arrayContaining(['people', 'my-objections', 'objections', 'register.visit', 'register.visit.withdrawn', 'scheme-trial-years-members', 'leave-batches', 'my-grounds', 'grounds', 'target-plan']));
});

it('calls every table that can be taken away by a name of its own in the audit trail', () => {
  const said = [...names, 'people-changes'].map((name) => [name, namedSubject('table', name, { zh: '谈心谈话', en: 'Talks' })] as const);
  expect(said.filter(([, words]) => words === null).map(([name]) => name)).toEqual([]);
  expect(said.filter(([name, words]) => words?.zh.includes(name) || /[a-z]/.test(words?.zh ?? '')).map(([name]) => name)).toEqual([]);
});

it('has a word for every kind of thing that an operation names in the audit trail', () => {
  const kinds = [...new Set(textsIn('src/server', '.ts').flatMap((text) => [...text.matchAll(/(?:audit\(|writeAudit\([^[]*\[)\{ kind: '(\w+)'/g)].map(([, kind]) => kind ?? '')))];
  expect(kinds.length).toBeGreaterThan(30);
  expect(kinds.filter((kind) => !Object.hasOwn(subjectWords, kind))).toEqual([]);
});
