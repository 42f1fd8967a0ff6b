import type { MyDone } from '#domain/audit/contract.ts';
import { paths } from '#web/paths.ts';

interface Place {
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
}

type Done = MyDone['items'][number];
const ofOrganisation = ({ organisation }: Done): Readonly<Record<string, string>> => (organisation === null ? {} : { organisation: organisation.id });
const ofBranch = ({ organisation }: Done): Readonly<Record<string, string>> => (organisation === null ? {} : { branch: organisation.id });

/** Where each kind of thing is looked at and changed; what has no page of its own, on the page that lists it. */
const places: Readonly<Record<string, (it: Done) => Place>> = {
  session: ({ subject }) => ({ to: paths.session(subject.id) }),
  record: ({ subject }) => ({ to: paths.registerEntry(subject.id) }),
  checkSheet: ({ subject }) => ({ to: paths.checkSheet(subject.id) }),
  draw: ({ subject }) => ({ to: paths.draw(subject.id) }),
  objection: ({ subject }) => ({ to: paths.objection(subject.id) }),
  statement: ({ subject }) => ({ to: paths.statement(subject.id) }),
  assignment: ({ subject }) => ({ to: paths.assignments(), search: { task: subject.id } }),
  problem: ({ subject }) => ({ to: paths.problems(), search: { problem: subject.id } }),
  arrangement: () => ({ to: paths.arrange() }),
  leave: (it) => ({ to: paths.leaves(), search: ofOrganisation(it) }),
  closedDuty: (it) => ({ to: paths.leaves(), search: ofOrganisation(it) }),
  secondment: (it) => ({ to: paths.leaves(), search: ofOrganisation(it) }),
  shiftTeam: (it) => ({ to: paths.rota(), search: ofOrganisation(it) }),
  studyStop: () => ({ to: paths.studyStops() }),
  calendarYear: () => ({ to: paths.calendar() }),
  schemeAdoption: () => ({ to: paths.schemes() }),
  closing: () => ({ to: paths.months() }),
  organisation: (it) => ({ to: paths.organisations(), search: ofOrganisation(it) }),
  targetPlan: (it) => ({ to: paths.targetPlan(), search: { ...ofBranch(it), year: it.day.slice(0, 4) } }),
  selfReview: (it) => ({ to: paths.branchReview(), search: ofBranch(it) }),
  branchReview: () => ({ to: paths.reviews() }),
};

export const placeOfDone = (it: Done): Place | null => places[it.subject.kind]?.(it) ?? null;
