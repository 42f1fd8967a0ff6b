import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkoutFolder } from '#server/platform/data-folder.ts';

/** A sentence beside the button that sends it, asked for when somebody is about to press that: typed and sent in one go. */
const oneSentence: readonly string[] = [
  'activities/ReasonDrawer', 'evaluations/ReviewForms', 'months/GrantForm', 'months/ReopenForm', 'registers/EntryActions', 'reviews/ResultReceipt', 'reviews/review-forms',
  'selections/OfficeForms', 'shell/EarlierBatches', 'spot-checks/CircularActs', 'spot-checks/RecusalForm', 'spot-checks/SheetActs', 'targets/PlanActions', 'training/InvitationView',
];

/** A part of a form that keeps its draft, or a text of a scheme, which is kept as a whole. */
const partOfAnother: readonly string[] = ['activities/MinutesBlock', 'evaluations/GradeRows', 'schemes/ItemForm', 'schemes/SchemeEditor', 'ui/ValueField'];

const web = join(checkoutFolder(), 'src/web');
const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx')).map((name) => name.replaceAll('\\', '/'));
const textOf = (name: string): string => readFileSync(join(web, name), 'utf8');

const asksForText = (text: string): boolean => /<(Input\.TextArea|TextArea|textarea)\b/.test(text);
const keeps = (text: string): boolean => /<KeptForm\b|useKeptState[<(]/.test(text);

test('whoever writes more than a sentence finds it again after signing out, or the list says why not', () => {
  const asking = files.filter((name) => asksForText(textOf(name)));
  expect(asking.filter((name) => !keeps(textOf(name))).map((name) => name.replace('.tsx', '')).toSorted()).toEqual([...oneSentence, ...partOfAnother].toSorted());
  expect(asking.filter((name) => keeps(textOf(name))).length).toBeGreaterThan(14);
});

test('a form that keeps nothing is seen', () => {
  expect(asksForText('<Form><Input.TextArea rows={2} /></Form>') && !keeps('<Form><Input.TextArea rows={2} /></Form>')).toBe(true);
});
