import type { ReadFile } from './file-shape.ts';
import { findMissingGuides } from './guide-problems.ts';
import { rawNodes } from './node-list.ts';
import { findPolicyWarnings } from './policy-warnings.ts';
import type { Finder } from './problem.ts';

/** What is allowed and yet should be thought over before the scheme is adopted. */
export function findWarnings(file: unknown, read: ReadFile, find: Finder): void {
  findPolicyWarnings(file, read, find);
  findMissingGuides(file, read, find);
  for (const { rule, path } of rawNodes(file, 'points')) {
    if (rule === null || rule.value.kind !== 'fixed' || rule.value.perSession !== true) continue;
    find.atValue([...path, 'value'], {
      zh: `“${rule.label.zh}”按次计分且有班次人员的，轮班人员最高得分低于常日班人员；建议改为按参学率（kind: share）。`,
      en: `“${rule.label.en}” pays by the session: whoever works in shifts can reach less than an office worker. Consider kind: share.`,
    });
  }
}
