import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkoutFolder } from '#server/platform/data-folder.ts';

/** Operations that take something away, and are not undone where they are offered: what stands before them, and why. */
const ASKED: Readonly<Record<string, string>> = {
  cancelJob: 'Work that ends before it has written anything; it is started again where it was.',
  endGrant: 'A form with the last day of a role; granting it again is a decision of its own.',
  endMembership: 'A form with the last day and where to; a wrong one is corrected on the same page.',
  endPost: 'A form with the last day; a wrong one is withdrawn and appointed anew on the same page.',
  endRecusal: 'A form with the day; a recusal is declared anew by the person himself.',
  endMySessions: 'Signing in again is all that it costs.',
  endSessions: 'Signing in again is all that it costs.',
  signOut: 'Signing in again is all that it costs.',
  mergeBranch: 'A form that says who moves and what ends; people have moved, and going back is moving them again.',
  removeSecondFactor: 'Asks for the password; the phone is enrolled anew by its owner alone.',
  resetSecondFactor: 'A form that says what becomes void; only its owner can enrol it anew.',
  reopenMonth: 'A form with the reason; a month is locked again by the button beside it.',
  reportNotHeld: 'Takes a reason, and is no end: the session can still be recorded, and withdrawn.',
  returnAssignment: 'Takes a reason that the person has read; he hands in again.',
  returnMemberReview: 'Takes a reason that the branch has read; it submits again.',
  returnReview: 'Takes a reason; the step is taken again.',
  returnSelection: 'Takes a reason; what was public before cannot be as if it had stood all the time.',
  returnTargetPlan: 'Takes a reason that the branch has read; it files again.',
  reviseReview: 'Takes a reason; what was circulated stays.',
  voidDraw: 'Takes a reason; words that were given for a list hold for no other.',
  withdrawAttendanceBatch: 'Takes a reason and says how many go; the file is brought in again.',
  withdrawBallots: 'Takes a reason and says that all counts go; ballots are counted again by two.',
  withdrawImportBatch: 'Takes a reason and says how many go; the file is brought in again.',
  withdrawInvitation: 'Takes a reason that the lecturer reads; another invitation is answered anew.',
  withdrawObjection: 'Takes its words and says that nothing changes; an objection is raised anew in its time.',
  withdrawRegisterBatch: 'Takes a reason and says how many go; the file is brought in again.',
};

/** Those that bring something back, or undo another. */
const BRINGS_BACK = /^(restore|reopen(Account|Assignment)$)/;

/** Questions before what takes nothing away, but can be taken back by somebody else alone, or not at all. */
const QUESTIONS: Readonly<Record<string, string>> = {
  'src/web/assignments/AssignmentView.tsx': 'Taking back what was handed in after its day: handed in again, it is late.',
  'src/web/months/MonthTable.tsx': 'What is published for a month does not change any more.',
  'src/web/months/YearBar.tsx': 'A year is final.',
  'src/web/reviews/ReviewActions.tsx': 'A year is final.',
  'src/web/schemes/AdoptForm.tsx': 'A scheme in force is followed by another version, never taken back.',
  'src/web/schemes/ReplaceButton.tsx': 'A text that was typed and not kept would be lost.',
  'src/web/targets/PlanActions.tsx': 'What was filed only the office returns.',
};

const root = checkoutFolder();
const textsIn = (folder: string, wanted: RegExp): ReadonlyMap<string, string> => new Map(readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  .filter((name) => wanted.test(name) && !/\.test\.tsx?$/.test(name)).map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
  .map((path) => [path, readFileSync(join(root, path), 'utf8')]));
const pages = textsIn('src/web', /\.tsx?$/);
const operations = [...textsIn('src/domain', /contract\.ts$/).values()].flatMap((text) => [...text.matchAll(/name: '(\w+)', method: '([A-Z]+)', path: '([^']+)'/g)])
  .map(([, name = '', method = '', path = '']) => ({ name, method, path }));

/** By its address: what is deleted, withdrawn, closed, ended, returned or made void. */
const TAKES_AWAY = /\/(withdrawal|closure|cancellation|voiding|end|return|dissolution|merger|reopening|revision|not-held)$/;
const takesAway = ({ method, path, name }: { readonly method: string; readonly path: string; readonly name: string }): boolean =>
  method !== 'GET' && !BRINGS_BACK.test(name) && (method === 'DELETE' || TAKES_AWAY.test(path));
const takingAway = operations.filter(takesAway).map(({ name }) => name);

const callers = (operation: string): string[] => [...pages].filter(([, text]) => new RegExp(`useWrite\\(${operation}\\)`).test(text)).map(([path]) => path);
/** It offers the undoing itself: the file that takes away calls for it after it has. */
const undoes = (path: string): boolean => /offerUndo\(/.test(pages.get(path) ?? '');

test('what takes something away is undone where it is offered, or stands in the list with its reason', () => {
  expect(takingAway.length).toBeGreaterThan(35);
  const wrong = takingAway.filter((name) => !(name in ASKED)).filter((name) => callers(name).length === 0 || !callers(name).every(undoes));
  expect(wrong).toEqual([]);
});

test('the list names nothing that is gone, brings nothing back, or is undone by now', () => {
  expect(Object.keys(ASKED).filter((name) => !takingAway.includes(name))).toEqual([]);
});

test('a question stands only where nothing can be undone by who is asked', () => {
  const asking = [...pages].filter(([, text]) => /<Popconfirm|Modal\.confirm|modal\.confirm/.test(text)).map(([path]) => path).toSorted();
  expect(asking).toEqual(Object.keys(QUESTIONS).toSorted());
});

test('an operation that takes away is told by its address', () => {
  expect(takesAway({ method: 'DELETE', path: '/calendars/:calendar', name: 'withdrawCalendar' })).toBe(true);
  expect(takesAway({ method: 'POST', path: '/arrangements/:arrangement/withdrawal', name: 'withdrawArrangement' })).toBe(true);
  expect(takesAway({ method: 'DELETE', path: '/sessions/:session/withdrawal', name: 'restoreSession' })).toBe(false);
  expect(takesAway({ method: 'POST', path: '/session-confirmations', name: 'confirmSessions' })).toBe(false);
});
