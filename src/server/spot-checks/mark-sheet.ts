import type { z } from 'zod';
import type { confirmSheet as confirmContract, markSheet as markContract } from '#domain/spot-checks/sheet-contract.ts';
import { refuseSpotCheck } from '#domain/spot-checks/refusals.ts';
import { markedItems } from '#domain/spot-checks/sheet-rules.ts';
import { textOf } from '#server/facts/fact-reads.ts';
import { pinSeq } from '#server/facts/pin-seq.ts';
import { amendFact, recordFacts } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { marksOn, pinOf, standingOn } from './sheet-items.ts';
import { sheetOfTeam } from './sheet-rights.ts';
import { sheetTextOf } from './sheet-reads.ts';

/**
 * 填写核定分: what one of the team found, beside what facts make of each item at the end of the day of the check; that is
 * pinned with it. Another of the team confirms it. @throws as the contract says
 */
export async function markSheet(call: Call, input: z.output<typeof markContract.input>): Promise<z.output<typeof markContract.output>> {
  const { sheet, version, marks, problems, opinion } = input;
  const seq = await pinSeq(call.tx);
  const { state } = await sheetOfTeam(call, sheet, version);
  if (state.stage !== 'planned' && state.stage !== 'marked') throw refuseSpotCheck('SheetConfirmed', {});
  if (state.day > call.today) throw refuseSpotCheck('CheckNotYet', { day: state.day });
  if (problems.some(({ until }) => until < state.day)) throw refuseSpotCheck('ProblemDueUnfit', {});
  const standing = await standingOn(call.tx, state.organisation, state.window, state.day);
  const items = markedItems(marksOn(standing, state.items), marks);
  const text = sheetTextOf(await textOf(call.tx, sheet, version));
  const entry = await amendFact(call, {
    kind: 'checkSheet', factId: sheet, version,
    state: { ...state, stage: 'marked', markedBy: call.actor.person, confirmedBy: null, items, problems: problems.map(({ item, until }) => ({ item, until })), ...pinOf(standing, seq, state.day) },
    text: { ...text, reasons: said(marks, 'reason'), looked: said(marks, 'looked'), opinion, problems: problems.map(({ what }) => what) },
  });
  call.audit({ kind: 'checkSheet', id: sheet, organisation: state.organisation, details: { window: state.window, version: entry.version } });
  return { sheet, version: entry.version };
}

const said = (marks: z.output<typeof markContract.input>['marks'], which: 'reason' | 'looked'): Record<string, string> =>
  Object.fromEntries(marks.flatMap((mark) => (mark[which] === '' ? [] : [[mark.item, mark[which]]])));

/**
 * 确认 by another of the team: from now on the sheet counts, and the problems that it names are opened.
 * @throws NotOfTheTeam, InterestedJudge, SheetNotMarked, SheetByOther, FactChanged
 */
export async function confirmSheet(call: Call, { sheet, version }: z.output<typeof confirmContract.input>): Promise<z.output<typeof confirmContract.output>> {
  const { state } = await sheetOfTeam(call, sheet, version);
  if (state.stage !== 'marked') throw refuseSpotCheck('SheetNotMarked', {});
  if (state.markedBy === call.actor.person) throw refuseSpotCheck('SheetByOther', {});
  const entry = await amendFact(call, { kind: 'checkSheet', factId: sheet, version, state: { ...state, stage: 'confirmed', confirmedBy: call.actor.person } });
  const text = sheetTextOf(await textOf(call.tx, sheet, version));
  await recordFacts(call, state.problems.map(({ item, until }, at) => ({
    kind: 'problem' as const, text: { what: text.problems[at] ?? '', measures: '', said: '' },
    state: { organisation: state.organisation, sheet, item, day: state.day, until, stage: 'opened' as const, finders: state.judges, closedOn: null },
  })));
  call.audit({ kind: 'checkSheet', id: sheet, organisation: state.organisation, details: { window: state.window, entries: state.problems.length } });
  return { sheet, version: entry.version, problems: state.problems.length };
}
