import type { Scheme } from '#domain/schemes/scheme.ts';
import type { FactDrafts } from './fact-drafts.ts';
import { RowReader } from './row-reader.ts';
import { wordOfScheme, wordsOfScheme } from './scheme-words.ts';
import type { Report, Row } from './tables.ts';

/** Stands in where a field was wrong; the row is refused, so it never reaches the log. */
const nothing = '';

export function readLeave(rows: readonly Row[], scheme: Scheme, drafts: FactDrafts, report: Report): void {
  for (const each of rows) {
    const row = new RowReader('leave', each, report);
    const person = drafts.persons.find(row.field('person'), row) ?? nothing;
    const reasonField = row.field('reason');
    const reason = reasonField === null ? nothing : wordOfScheme(scheme, 'excuses', reasonField, row) ?? nothing;
    const span = row.span('from', 'to', nothing);
    const state = { person, reason, from: span.from, to: span.to ?? span.from };
    drafts.add(`leave ${person} ${reason} ${state.from} ${state.to}`, { kind: 'leave', day: state.from, state }, row);
  }
}

export function readClosedDuty(rows: readonly Row[], drafts: FactDrafts, report: Report): void {
  for (const each of rows) {
    const row = new RowReader('closedDuty', each, report);
    const person = drafts.persons.find(row.field('person'), row) ?? nothing;
    const span = row.span('from', 'to', nothing);
    const state = { persons: [person], from: span.from, to: span.to ?? span.from, studyAtPost: row.flag('studyAtPost') };
    drafts.add(`closedDuty ${person} ${state.from}`, { kind: 'closedDuty', day: state.from, state }, row);
  }
}

export function readSecondments(rows: readonly Row[], drafts: FactDrafts, report: Report): void {
  for (const each of rows) {
    const row = new RowReader('secondments', each, report);
    const person = drafts.persons.find(row.field('person'), row) ?? nothing;
    const organisation = drafts.organisations.find(row.field('organisation'), row);
    const span = row.span('from', 'to', nothing);
    drafts.add(`secondment ${person} ${span.from}`, { kind: 'secondment', day: span.from, state: { person, organisation, ...span } }, row);
  }
}

export function readStudyStops(rows: readonly Row[], scheme: Scheme, drafts: FactDrafts, report: Report): void {
  for (const each of rows) {
    const row = new RowReader('studyStops', each, report);
    const scope = drafts.organisations.find(row.field('scope'), row) ?? nothing;
    const activities = wordsOfScheme(scheme, 'activities', row.several('activities'), row);
    const day = row.date('day') ?? nothing;
    const state = { scope, activities, day, movedTo: row.date('movedTo') };
    drafts.add(`studyStop ${scope} ${day} ${activities.join(' ')}`, { kind: 'studyStop', day, state }, row);
  }
}
