import type { z } from 'zod';
import { demandOrHide, may } from '#domain/access/policy.ts';
import type { FollowUp, readFollowUps as contract } from '#domain/boards/follow-up-contract.ts';
import { addDays, yearOf } from '#domain/calendar/civil-date.ts';
import { DAYS_AHEAD, type FollowUps, followUpsOf } from '#domain/engine/follow-ups.ts';
import { enteringAct } from '#domain/registers/keeping.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import { type PersonCard, personCards } from '#server/activities/name-reads.ts';
import { logOfBranchYear } from '#server/assessments/branch-log-reads.ts';
import { readUpTo } from '#server/assessments/branch-year-reads.ts';
import { lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { groundsNames } from '#server/points/grounds-name-reads.ts';
import { registersOn } from '#server/registers/register-reads.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';

/**
 * What the facts of a branch call for now. Whom it names stands in registers that only those see who keep them (走访、政治生日),
 * so it is theirs alone; what the commission for discipline keeps calls for nothing here. @throws NotFound
 */
export async function readFollowUps(call: Call, { organisation, entry }: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const { tx, actor, today } = call;
  const above = await lineage(tx, organisation, today);
  demandOrHide(actor, 'enterRegisters', above);
  const schemes = await adoptedSchemes(tx);
  const registers = new Map((await registersOn(tx, today)).map((register) => [register.id, register]));
  const until = addDays(today, DAYS_AHEAD);
  const log = await logOfBranchYear(tx, organisation, yearOf(today));
  const found = followUpsOf(readUpTo(schemes, log, until), organisation, today, entry ?? null).filter((it) => isOpenToAll(it, registers));
  const cards = await personCards(tx, found.flatMap(({ items }) => items.flatMap(({ asking }) => asking.person ?? [])));
  const names = {};
  const items: FollowUp[] = [];
  for (const one of found) {
    const register = one.rule.match.records?.flatMap((id) => registers.get(id) ?? [])[0] ?? null;
    const mayEnter = register !== null && may(actor, enteringAct(register), above).allowed;
    items.push(followUpOf(one, register, mayEnter, cards));
    Object.assign(names, await groundsNames(tx, one.grounds, schemes));
  }
  return { items, names };
}

const isOpenToAll = ({ rule: { match, value } }: FollowUps, registers: ReadonlyMap<string, Register>): boolean =>
  [...(match.records ?? []), ...(value.kind === 'answered' ? value.to.records ?? [] : [])].every((id) => registers.get(id)?.privacy !== 'discipline');

function groupingOf(value: FollowUps['rule']['value'], register: Register | null): FollowUp['grouping'] {
  if (value.kind !== 'answered' || value.eachPerson !== true || value.within.same === undefined) return 'each';
  return value.within.same === 'month' && register?.persons === 'many' ? 'entry' : 'list';
}

function followUpOf({ rule: { id, label, clause, match, value }, items, grounds }: FollowUps, register: Register | null, mayEnter: boolean, cards: ReadonlyMap<string, PersonCard>): FollowUp {
  return {
    rule: id, label, clause, register: register?.id ?? null, as: match.as ?? null, mayEnter,
    grouping: groupingOf(value, register), met: items.filter(({ state }) => state === 'met').length, grounds,
    items: items.map(({ asking, answer, closes, state }) => ({
      id: asking.id, label: asking.label, state, day: asking.day, until: closes, person: asking.person === null ? null : cards.get(asking.person) ?? null,
      asking: asking.facts[0] === undefined ? null : { kind: asking.kind, factId: asking.facts[0] },
      answer: answer === null ? null : { kind: answer.kind, factId: answer.factId },
    })),
  };
}
