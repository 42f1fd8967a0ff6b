import { expect, it } from 'vitest';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import { logBook, uuid } from '#test/log-book.ts';
import { schemeOf } from '#test/scheme-parts.ts';
import { withoutDiscipline } from './open-log.ts';

const register = (id: string, privacy: NonNullable<Register['privacy']>): Register =>
  ({ id, label: { zh: id, en: id }, persons: 'one', keptBy: 'branch', privacy });

it('leaves out decisions with all their versions and confirmations, and nothing else', () => {
  const book = logBook();
  const entry = (name: string) => ({ register: name, organisation: uuid(900), day: '2026-05-04', until: null, persons: [{ person: uuid(901), as: null }], values: {} });
  const decision = book.record('record', entry('decision'));
  book.amend('record', decision, entry('decision'));
  book.confirm(decision, uuid(902));
  const visit = book.record('record', entry('visit'));
  book.confirm(visit, uuid(902));
  const open = withoutDiscipline(book.entries, [schemeOf([], { registers: [register('decision', 'discipline'), register('visit', 'own')] })]);
  expect(open.map(({ seq }) => seq)).toEqual([4, 5]);
});
