import { addDays, type CivilDate } from '#domain/calendar/civil-date.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { categoryLabels, isGroup, mayHangUnder, possibleParents, type OrganisationCategory } from './categories.ts';
import { refuseOrganisation } from './refusals.ts';

export type OrganisationState = FactState<'organisation'>;
/** All organisations of the bureau by id, dissolved ones too. */
export type Structure = ReadonlyMap<string, OrganisationState>;

/** Founding day and last day belong to its life. */
export const existsOn = (state: OrganisationState, day: CivilDate): boolean =>
  state.founded <= day && (state.dissolved === null || state.dissolved >= day);

/** Under what it hung on a day: an id, null at the top, undefined before its first place. */
export const parentOn = (state: OrganisationState, day: CivilDate): string | null | undefined =>
  state.placements.findLast((it) => it.from <= day)?.parent;

/** The organisation itself and everything above it on a day, nearest first; ends where a circle would begin. */
export function pathUp(structure: Structure, from: string, day: CivilDate): readonly string[] {
  const path: string[] = [];
  for (let at: string | null | undefined = from; at && !path.includes(at);) {
    path.push(at);
    const state: OrganisationState | undefined = structure.get(at);
    at = state && parentOn(state, day);
  }
  return path;
}

/** Those that hang directly under an organisation on some day from `day` on, while they exist. */
export function childrenFrom(structure: Structure, parent: string, day: CivilDate): readonly string[] {
  return [...structure].filter(([, state]) => {
    if (state.dissolved !== null && state.dissolved < day) return false;
    return parentOn(state, day) === parent || state.placements.some((it) => it.from >= day && it.parent === parent);
  }).map(([id]) => id);
}

/**
 * Whether an organisation of a category may hang under `parent` from a day on, until its next move or its own end.
 * @throws ParentAbsent, ParentUnfit
 */
export function demandFit(structure: Structure, category: OrganisationCategory, parent: string | null, from: CivilDate, until: CivilDate | null): void {
  const above = parent === null ? null : structure.get(parent);
  if (above === undefined || (above && !existsOn(above, from))) throw refuseOrganisation('ParentAbsent', { day: from, above: above ?? null });
  if (above && above.dissolved !== null && (until === null || until > above.dissolved)) {
    throw refuseOrganisation('ParentAbsent', { day: addDays(above.dissolved, 1), above });
  }
  if (!mayHangUnder(category, above?.category ?? null)) {
    throw refuseOrganisation('ParentUnfit', { child: categoryLabels[category], possible: possibleParents(category).map((it) => categoryLabels[it]) });
  }
}

/** The state after a move. @throws OrganisationDissolved, PlacedLater, ParentAbsent, ParentUnfit, ParentBelow */
export function moved(structure: Structure, id: string, state: OrganisationState, parent: string, from: CivilDate): OrganisationState {
  if (state.dissolved !== null) throw refuseOrganisation('OrganisationDissolved', { day: state.dissolved });
  const last = state.placements.at(-1);
  if (last && from < last.from) throw refuseOrganisation('PlacedLater', { from: last.from });
  demandFit(structure, state.category, parent, from, null);
  const next = { ...state, placements: [...state.placements.filter((it) => it.from < from), { parent, from }] };
  const after = new Map(structure).set(id, next);
  // A circle may close on a later day, when something above has moved meanwhile.
  const days = [from, ...[...structure.values()].flatMap((it) => it.placements.map((place) => place.from).filter((day) => day > from))];
  if (days.some((day) => pathUp(after, parent, day).includes(id))) throw refuseOrganisation('ParentBelow', {});
  return next;
}

/**
 * The state after a correction of what the organisation is called, which number and category it has and when it was founded.
 * @param firstUse the first day on which people belonged to it, if any did.
 * @throws FoundedAfterUse, ParentAbsent, ParentUnfit, ChildUnfit
 */
export function corrected(
  structure: Structure, id: string, before: OrganisationState,
  change: Pick<OrganisationState, 'category' | 'number' | 'name' | 'shortName' | 'founded'>, firstUse: CivilDate | null,
): OrganisationState {
  const [first, ...later] = before.placements;
  const below = [...structure.values()].flatMap((it) => it.placements.filter((place) => place.parent === id));
  const used = [firstUse, later[0]?.from, ...below.map((it) => it.from)].filter((it) => typeof it === 'string').toSorted()[0];
  if (used && (change.founded > used || change.founded === later[0]?.from)) throw refuseOrganisation('FoundedAfterUse', { used });
  const next = { ...before, ...change, placements: [{ parent: first?.parent ?? null, from: change.founded }, ...later] };
  next.placements.forEach((place, at) =>
    demandFit(structure, next.category, place.parent, place.from, next.placements[at + 1]?.from ?? next.dissolved));
  for (const child of structure.values()) {
    if (child.placements.some((it) => it.parent === id) && !mayHangUnder(child.category, next.category)) {
      throw refuseOrganisation('ChildUnfit', { child: categoryLabels[child.category], name: child.shortName });
    }
  }
  return next;
}

/** An organisation without a short name is called by its name wherever a short one would stand. */
export const isWithoutShortName = ({ name, shortName }: Pick<OrganisationState, 'name' | 'shortName'>): boolean => name === shortName;

/** @throws DissolvedBeforeFounded, OrganisationDissolved, OrganisationNotEmpty */
export function dissolved(structure: Structure, id: string, state: OrganisationState, day: CivilDate, peopleAfter: number): OrganisationState {
  if (state.dissolved !== null) throw refuseOrganisation('OrganisationDissolved', { day: state.dissolved });
  const since = state.placements.at(-1)?.from ?? state.founded;
  if (day < since) throw refuseOrganisation('DissolvedBeforeFounded', { founded: since });
  const below = childrenFrom(structure, id, addDays(day, 1));
  if (peopleAfter > 0 || below.length > 0) throw refuseOrganisation('OrganisationNotEmpty', { people: peopleAfter, below: below.length });
  return { ...state, dissolved: day };
}

/** Number unique for ever, names unique among those that exist; groups only need to differ inside their branch. @throws OrganisationNumberTaken, OrganisationNameTaken */
export function demandOwnName(structure: Structure, id: string | null, candidate: OrganisationState): void {
  for (const [other, state] of structure) {
    if (other === id) continue;
    if (state.number === candidate.number) throw refuseOrganisation('OrganisationNumberTaken', { number: state.number, name: state.shortName });
    const ofGroup = isGroup(candidate.category) || isGroup(state.category);
    const apart = state.dissolved !== null || (ofGroup && state.placements.at(-1)?.parent !== candidate.placements.at(-1)?.parent);
    const names = [state.name, state.shortName];
    const same = [candidate.name, candidate.shortName].find((it) => names.includes(it));
    if (!apart && same !== undefined) throw refuseOrganisation('OrganisationNameTaken', { name: same, number: state.number });
  }
}
