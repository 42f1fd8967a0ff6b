import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';
import { buildScheme } from './build-scheme.ts';
import { fileShape } from './file-shape.ts';
import { findGuideProblems } from './guide-problems.ts';
import { findHeadingProblems } from './heading-problems.ts';
import { findMatchProblems } from './match-problems.ts';
import { findPointsProblems } from './points-problems.ts';
import { finderInto, inFileOrder, type Positions, type Problem } from './problem.ts';
import { findReferenceProblems } from './reference-problems.ts';
import { findRegisterProblems } from './register-problems.ts';
import { findResultProblems } from './result-problems.ts';
import { findShapeProblems } from './shape-problems.ts';
import { findValueProblems } from './value-problems.ts';
import { findWarnings } from './warnings.ts';

/** A scheme that may be tried and adopted, with what the office should know before it does. */
export interface CheckedScheme {
  readonly scheme: Scheme;
  /** 施行日期 as the file says it: the first day of a month. */
  readonly takesEffect: CivilDate;
  readonly warnings: readonly Problem[];
}

export type SchemeOrProblems = CheckedScheme | { readonly problems: readonly Problem[] };

/**
 * Checks a scheme file that has been read into a value, and answers with the scheme or with every problem there is,
 * in the order of the file. It proves what can be proved without facts (engine.md B).
 */
export function checkScheme(file: unknown, positions: Positions): SchemeOrProblems {
  const problems: Problem[] = [];
  const find = finderInto(problems, positions);
  findShapeProblems(file, find);
  findHeadingProblems(file, find);
  findGuideProblems(file, find);
  findReferenceProblems(file, find);
  findRegisterProblems(file, find);
  findMatchProblems(file, find);
  findValueProblems(file, find);
  findPointsProblems(file, find);
  findResultProblems(file, find);
  const parsed = fileShape.safeParse(file);
  if (problems.length > 0 || !parsed.success) return { problems: inFileOrder(problems) };
  const warnings: Problem[] = [];
  findWarnings(file, parsed.data, finderInto(warnings, positions));
  return { scheme: buildScheme(parsed.data), takesEffect: parsed.data.takesEffect, warnings: inFileOrder(warnings) };
}
