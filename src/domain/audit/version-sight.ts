import { acts, type ActName } from '#domain/access/acts.ts';
import { roleLabels } from '#domain/access/roles.ts';
import type { FactKind } from '#domain/facts/contract.ts';
import type { Words } from '#domain/words/words.ts';

/**
 * Who may see what a version of a fact says. `open`: it holds nothing of persons and nothing but what administers, so that
 * the trail itself shows it. An act: whoever holds it for the fact's organisation, or for the home of everybody whom it
 * names. `room`: its room decides, as it does for the page. `page`: a procedure whose own page shows each step to those
 * whose turn it is, with other rights at each; it is not laid open a second time.
 */
export const versionSight: Readonly<Record<FactKind, 'open' | 'room' | 'page' | { readonly act: ActName }>> = {
  organisation: 'open', inclusion: 'open', calendarYear: 'open', schemeAdoption: 'open', closing: 'open', lateFilingGrant: 'open',
  session: 'room', makeUp: { act: 'readSessions' }, arrangement: { act: 'readSessions' }, record: 'room',
  leave: { act: 'readReasons' }, closedDuty: { act: 'readRota' }, secondment: { act: 'readRota' }, studyStop: { act: 'readRota' }, shiftTeam: { act: 'readRota' }, teamPlacement: { act: 'readRota' },
  membership: { act: 'readPeople' }, post: { act: 'readPeople' }, particulars: { act: 'readPeople' },
  assignment: 'room', selfCheck: { act: 'readSelfChecks' }, delegation: { act: 'readSelfChecks' }, targetPlan: { act: 'readTargetPlans' },
  problem: { act: 'readProblems' }, draw: { act: 'readDraws' }, recusal: { act: 'readSheets' }, checkSheet: { act: 'readSheets' },
  branchReview: { act: 'readReviews' }, selfReview: { act: 'readReviews' },
  confirmation: 'page', statement: 'page', objection: 'page', memberReview: 'page', memberResult: 'page',
};

/** By which act a room shows its pages to those who do not stand in them. */
const roomActs: Readonly<Partial<Record<FactKind, ActName>>> = { session: 'readSessions', assignment: 'readAssignments' };

/** The sentence for somebody to whom the values of a kind are not shown: why, and who could look. */
export function hiddenValues(kind: FactKind): Words {
  const sight = versionSight[kind];
  const act = typeof sight === 'object' ? sight.act : roomActs[kind];
  const roles = act === undefined ? [] : acts[act].roles.map((role) => roleLabels[role]);
  const who = roles.length > 0
    ? { zh: roles.map((it) => it.zh).join('、'), en: roles.map((it) => it.en).join(', ') }
    : { zh: '有权查看该记录的人', en: 'whoever may see the record' };
  return {
    zh: `这里只列改动的栏目，不显示内容和理由：审计不看业务数据。内容可由该党组织的${who.zh}在记录的“修改前后”中查看。`,
    en: `Only the fields are listed here, neither their contents nor the reason: auditing sees no business data. They can be looked at under “Before and after” of the record by: ${who.en}.`,
  };
}
