import type { Words } from '#domain/words/words.ts';
import type { ReadFile } from './file-shape.ts';
import { guideShape } from './guide-shape.ts';
import { guideTemplates, type GuideTemplate } from './guide-templates.ts';
import { rawNodes, type RawNode } from './node-list.ts';
import type { Finder, Path } from './problem.ts';
import { fieldOf, itemsOf } from './raw-value.ts';
import { shownAnswer } from './vocabulary.ts';

/** A template that the duty cannot have: a meeting has no template of a register, an entry is no session. */
export function findGuideProblems(file: unknown, find: Finder): void {
  const fitting: Readonly<Record<'activities' | 'records', readonly GuideTemplate[]>> = { activities: ['signInSheet', 'minutes', 'ballotSheet'], records: ['registerTemplate', 'ballotSheet'] };
  for (const list of ['activities', 'records'] as const) {
    itemsOf(fieldOf(file, list)).forEach((raw, index) => {
      const written = guideShape.shape.template.safeParse(fieldOf(fieldOf(raw, 'guide'), 'template')).data;
      if (written !== undefined && !fitting[list].includes(written)) find.atValue([list, index, 'guide', 'template'], unfit(written, fitting[list]));
    });
  }
  for (const { raw, path } of [...rawNodes(file, 'points'), ...rawNodes(file, 'indicators')]) {
    const template = fieldOf(fieldOf(raw, 'guide'), 'template');
    if (template === 'registerTemplate') find.atValue([...path, 'guide', 'template'], unfit(template, guideTemplates.filter((it) => it !== template)));
  }
}

const unfit = (written: string, fitting: readonly string[]): Words => ({
  zh: `此处用不上 ${shownAnswer(written, 'template')}，可以写：${fitting.map((it) => shownAnswer(it, 'template')).join('、')}；没有合适的就不写。`,
  en: `“${written}” does not fit here. Possible: ${fitting.join(', ')}; leave it out where none fits.`,
});

/**
 * Duties of branches whose how nobody has written, once the scheme has begun to say it (S1-04). A guide of the item itself, of a
 * part above it, or of everything it asks for will do.
 */
export function findMissingGuides(file: unknown, read: ReadFile, find: Finder): void {
  const told = new Map([...(read.activities ?? []), ...(read.records ?? [])].map(({ id, guide }) => [id, guide !== undefined]));
  const nodes = rawNodes(file, 'indicators');
  if (![...told.values()].includes(true) && !nodes.some(({ raw }) => fieldOf(raw, 'guide') !== undefined)) return;
  const isTold = (asked: readonly string[]): boolean => asked.length > 0 && asked.every((id) => told.get(id) ?? true);
  const visit = ({ raw, rule, path, children }: RawNode, above: boolean): void => {
    const covered = above || fieldOf(raw, 'guide') !== undefined;
    if (rule !== null && !covered && isDue(rule.value.kind) && !isTold(askedBy(rule.match))) find.atValue([...path, 'label'], unguided(rule.label));
    for (const child of children) visit(child, covered);
  };
  for (const root of nodes.slice(0, 1)) visit(root, false);
  (read.requirements ?? []).forEach(({ label, match }, index) => {
    const path: Path = ['requirements', index, 'label'];
    if (!isTold(askedBy(match))) find.atValue(path, unguided(label));
  });
}

/** Ways to pay that something has to be done for within its time. */
const isDue = (kind: string): boolean => kind === 'duty' || kind === 'answered' || kind === 'held';
const askedBy = ({ activities = [], records = [] }: { readonly activities?: readonly string[] | undefined; readonly records?: readonly string[] | undefined }) => [...activities, ...records];

const unguided = (label: Words): Words => ({
  zh: `“${label.zh}”到期要办，却没有办理指引（guide）；请在本项，或在它要求的活动、登记簿写明怎样办。`,
  en: `“${label.en}” falls due, but nothing says how it is done. Write a guide here, or at the activity or register that it asks for.`,
});
