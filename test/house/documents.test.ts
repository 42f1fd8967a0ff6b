import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkoutFolder } from '#server/platform/data-folder.ts';
import { libraryWalls } from './walls.ts';

const root = checkoutFolder();
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
const manifest: { readonly scripts: Record<string, string>; readonly dependencies: Record<string, string> } = JSON.parse(textOf('package.json'));

const decisions = readdirSync(join(root, 'docs', 'decisions')).map((name) => `docs/decisions/${name}`);
const documents = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`), ...decisions,
];

/** First cells of the rows of a table, without their backticks, from a heading on to the next one. */
const firstCells = (text: string): string[] => [...text.matchAll(/^\| `([^`]+)` \|/gm)].map(([, cell = '']) => cell);
const section = (path: string, heading: string): string => textOf(path).split(/^(?=## )/m).find((it) => it.startsWith(`## ${heading}`)) ?? '';

const limits = [
  { path: 'README.md', most: 100 }, { path: 'ARCHITECTURE.md', most: 150 }, { path: 'STYLE.md', most: 200 },
  ...decisions.map((path) => ({ path, most: 45 })),
];
test.each(limits)('$path has at most $most lines', ({ path, most }) => {
  expect(textOf(path).trimEnd().split('\n').length).toBeLessThanOrEqual(most);
});

test('decisions are numbered without gaps and dated', () => {
  expect(decisions.map((path) => Number(/\/(\d{4})-/.exec(path)?.[1]))).toEqual(decisions.map((_, at) => at + 1));
  const wrong = decisions.filter((path, at) => !new RegExp(`^# ${at + 1}\\. .+\\n\\n\\d{4}-\\d\\d-\\d\\d\\n`).test(textOf(path)));
  expect(wrong).toEqual([]);
});

test.each(documents)('%s names only files and commands that are there', (path) => {
  const text = textOf(path);
  const files = [...text.matchAll(/`((?:src|test|docs|scripts|migrations|schemes|bench)\/[\w./-]*)`/g)].map(([, file = '']) => file);
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)\)/g)].map(([, link = '']) => join(path, '..', link));
  expect([...files, ...links].filter((it) => !existsSync(join(root, it)))).toEqual([]);
  const commands = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
  expect(commands.filter((name) => !(name in manifest.scripts))).toEqual([]);
});

test('the decision on dependencies lists those of package.json, with their versions', () => {
  const listed = [...textOf('docs/decisions/0008-runtime-dependencies.md').matchAll(/^\| `([^`]+)` \| (\S+) \|/gm)].map(([, name, version]) => [name, version]);
  expect(Object.fromEntries(listed)).toEqual(manifest.dependencies);
});

test('STYLE.md says of every library where it may stand, as the walls do', () => {
  const rows = [...section('STYLE.md', 'Which library where').matchAll(/^\| `([^`]+)` \| (.+?) \|/gm)].map(([, library = '', where = '']) => ({
    library, places: [...where.matchAll(/`([^`]+)`/g)].map(([, place = '']) => place.replace('**/*', 'room/').replace(/\/$/, '/a-file.ts')),
  }));
  expect(rows.map(({ library }) => library).toSorted()).toEqual(Object.keys(manifest.dependencies).toSorted());
  const walled = rows.flatMap(({ library, places }) => places.filter((place) => !libraryWalls(library, place, false)).map((place) => `${library} not in ${place}`));
  expect(walled).toEqual([]);
});

test('ARCHITECTURE.md names every folder of domain, server and web', () => {
  const folders = ['src/domain', 'src/server', 'src/web'].flatMap((half) =>
    readdirSync(join(root, half), { withFileTypes: true }).filter((it) => it.isDirectory() && it.name !== 'public').map((it) => it.name));
  const told = textOf('ARCHITECTURE.md');
  expect([...new Set(folders)].filter((name) => !told.includes(`\`${name}\``))).toEqual([]);
});

/** Variables of the system, which nobody sets for us. */
const OF_THE_SYSTEM = ['PATH', 'XDG_DATA_HOME'];

test('docs/operations.md has the environment variables that server and portal read, and no other', () => {
  const read = readdirSync(join(root, 'src/server'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap((name) => [...textOf(join('src/server', name)).matchAll(/env\['(\w+)'\]|const \{ (TLS_CERT): \w+, (TLS_KEY): \w+ \} = env/g)])
    .flatMap(([, ...names]) => names.filter((name) => name !== undefined));
  const told = ['Environment', 'Single sign-on'].flatMap((heading) => firstCells(section('docs/operations.md', heading).replaceAll('`, `', '` |\n| `')));
  expect(told.toSorted()).toEqual([...new Set(read)].filter((name) => !OF_THE_SYSTEM.includes(name)).toSorted());
});
