import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkoutFolder } from '#server/platform/data-folder.ts';

/** What a list must have, wherever it stands in an address. */
const ALWAYS = ['year', 'month', 'view', 'list'];

/** What narrows no list on that page: what is open beside it, or what it must have. */
const NO_FILTER: Readonly<Record<string, { readonly names: readonly string[]; readonly because: string }>> = {
  'assignments/AssignmentsPage.tsx': { names: ['task'], because: 'the task that is open' },
  'months/StatementsPage.tsx': { names: ['branch'], because: 'statements are those of one branch' },
  'points/BranchPointsPage.tsx': { names: ['branch'], because: 'points are those of one branch' },
  'activities/ConfirmSessionsPage.tsx': { names: ['organisation'], because: 'came with the link of a branch; a queue is worked off, not searched' },
  'reviews/GradeHistoryPage.tsx': { names: ['organisation', 'from', 'to', 'was', 'is', 'movement'], because: 'a cell of its matrix is chosen, and left by the link below it' },
  'reviews/ReviewPage.tsx': { names: ['organisation', 'revision'], because: 'a review is that of one committee' },
  'spot-checks/ProblemsPage.tsx': { names: ['problem'], because: 'the problem that is open' },
  'training/CoursesPage.tsx': { names: ['course', 'branch'], because: 'one course, and the branch that is open' },
  'training/LecturersPage.tsx': { names: ['organisation', 'person', 'lectures', 'invite', 'invitation'], because: 'those choose among the invitations below, and what is open' },
  'training/LecturesPage.tsx': { names: ['heard'], because: 'the lecture that is open' },
};

const folder = join(checkoutFolder(), 'src/web');
const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'))
  .map((name) => ({ path: name.replaceAll('\\', '/'), text: readFileSync(join(folder, name), 'utf8') }));

/** The names that a page with a table reads from its address, as far as it writes them in place. */
function namesIn(text: string): readonly string[] {
  if (!/useTableView\(/.test(text)) return [];
  return [...text.matchAll(/useAddress\(\{(.*)\}\)/g)].flatMap(([, literal = '']) => [...literal.matchAll(/(?:^|, ?| )(\w+): /g)].map(([, name = '']) => name));
}
const clearedIn = (text: string): readonly string[] =>
  [...text.matchAll(/useTableView\(\w+, \[(.*?)\]\)/g)].flatMap(([, names = '']) => [...names.matchAll(/'(\w+)'/g)].map(([, name = '']) => name));

test('what narrows a table from the address is cleared by its button', () => {
  const read = pages.filter(({ text }) => namesIn(text).length > 0);
  expect(read.length).toBeGreaterThan(15);
  const missed = read.flatMap(({ path, text }) => {
    const known = [...ALWAYS, ...(NO_FILTER[path]?.names ?? []), ...clearedIn(text)];
    return namesIn(text).filter((name) => !known.includes(name)).map((name) => `${path}: ${name}`);
  });
  expect(missed).toEqual([]);
});

test('the list names only what those pages read, and do not clear', () => {
  const wrong = Object.entries(NO_FILTER).flatMap(([path, { names }]) => {
    const text = pages.find((it) => it.path === path)?.text ?? '';
    return names.filter((name) => !namesIn(text).includes(name) || clearedIn(text).includes(name)).map((name) => `${path}: ${name}`);
  });
  expect(wrong).toEqual([]);
});
