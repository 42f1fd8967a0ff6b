import { describe, expect, it } from 'vitest';
import { sessionState } from '#test/engine-story.ts';
import { logBook, uuid } from '#test/log-book.ts';
import { adoptedSchemes } from './adoption.ts';
import { factsInForce } from './facts-in-force.ts';
import { schemeOf } from '#test/scheme-parts.ts';

const [secretary, deputy] = [uuid(1), uuid(2)];
const session = sessionState(uuid(9), '2026-11-16');
const known = (book: ReturnType<typeof logBook>, seq = Infinity) => factsInForce(book.entries, { seq, date: '2026-12-31' });
const versions = (book: ReturnType<typeof logBook>, seq?: number) => {
  const { inForce, proposed } = known(book, seq);
  return { inForce: inForce.map(({ version }) => version), proposed: proposed.map(({ version, change }) => `${version} ${change}`) };
};

describe('A fact in force', () => {
  it('is its latest version that was known by then', () => {
    const book = logBook();
    const fact = book.record('session', session, { on: '2026-11-16' });
    book.amend('session', fact, session, { on: '2026-12-01' });
    expect(versions(book)).toEqual({ inForce: [2], proposed: [] });
    expect(versions(book, 1)).toEqual({ inForce: [1], proposed: [] });
    expect(known(book).inForce[0]).toMatchObject({ recordedOn: '2026-12-01', enteredOn: '2026-11-16' });
  });

  it('is gone when it was withdrawn, unless the withdrawal waits', () => {
    const book = logBook();
    const fact = book.record('session', session);
    book.withdraw(fact, { by: secretary, standing: 'proposed' });
    expect(versions(book)).toEqual({ inForce: [1], proposed: ['2 withdrawn'] });
    book.confirm(fact, deputy);
    expect(versions(book)).toEqual({ inForce: [], proposed: [] });
  });

  it('holds again in the version that restores it, known since its first, and confirmed by nobody', () => {
    const book = logBook();
    const fact = book.record('session', session, { by: secretary, on: '2026-11-16' });
    book.confirm(fact, deputy);
    book.withdraw(fact, { on: '2026-11-20' });
    expect(versions(book)).toEqual({ inForce: [], proposed: [] });
    book.amend('session', fact, session, { by: secretary, on: '2026-12-01' });
    expect(versions(book)).toEqual({ inForce: [3], proposed: [] });
    expect(known(book).inForce[0]).toMatchObject({ enteredOn: '2026-11-16', confirmedBy: [] });
  });

  it('is still gone while the version that restores it waits', () => {
    const book = logBook();
    const fact = book.record('session', session);
    book.withdraw(fact);
    book.amend('session', fact, session, { by: secretary, standing: 'proposed' });
    expect(versions(book)).toEqual({ inForce: [], proposed: ['3 amended'] });
    book.confirm(fact, deputy);
    expect(versions(book)).toEqual({ inForce: [3], proposed: [] });
  });

  it('keeps a confirmation whose withdrawal only waits', () => {
    const book = logBook();
    const fact = book.record('session', session, { by: secretary, standing: 'proposed' });
    const confirmation = book.confirm(fact, deputy);
    book.withdraw(confirmation, { by: secretary, standing: 'proposed' });
    expect(versions(book)).toEqual({ inForce: [1], proposed: [] });
    book.withdraw(confirmation, { by: deputy });
    expect(versions(book)).toEqual({ inForce: [], proposed: ['1 recorded'] });
  });

  it('waits for another person, not for its recorder and not for an account without a person', () => {
    const book = logBook();
    const fact = book.record('session', session, { by: secretary, standing: 'proposed' });
    for (const nobody of [secretary, null]) {
      book.confirm(fact, nobody);
      expect(versions(book)).toEqual({ inForce: [], proposed: ['1 recorded'] });
    }
    const confirmation = book.confirm(fact, deputy);
    expect(known(book).inForce[0]?.confirmedBy).toEqual([deputy]);
    book.withdraw(confirmation);
    expect(versions(book)).toEqual({ inForce: [], proposed: ['1 recorded'] });
  });

  it('needs a new confirmation for a new version', () => {
    const book = logBook();
    const fact = book.record('session', session, { by: secretary, standing: 'proposed' });
    book.confirm(fact, deputy);
    book.amend('session', fact, session, { by: secretary, standing: 'proposed' });
    expect(versions(book)).toEqual({ inForce: [1], proposed: ['2 amended'] });
  });
});

describe('Adopted schemes', () => {
  it('are those of the adoptions in force, and of two from one day the one entered later', () => {
    const book = logBook();
    const adopt = (version: number, from: string) => book.record('schemeAdoption', { scheme: 'sample', version, textHash: 'a'.repeat(64), from });
    adopt(3, '2026-07-01');
    adopt(1, '2026-01-01');
    const withdrawn = adopt(2, '2026-04-01');
    adopt(4, '2026-07-01');
    book.withdraw(withdrawn);
    const found = adoptedSchemes(book.entries, { seq: Infinity, date: '2026-12-31' }, (id, version) => schemeOf([], { id, version }));
    expect(found.map(({ scheme, from }) => [scheme.version, from])).toEqual([[1, '2026-01-01'], [3, '2026-07-01'], [4, '2026-07-01']]);
  });
});
