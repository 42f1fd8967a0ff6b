import { expect, it } from 'vitest';
import { type Accepted, closedBy, type Spoken } from './closed-by.ts';

const accepted = (invitation: string, agreed: string, over: Partial<Accepted> = {}): Accepted => ({ invitation, organisation: 'branch', person: 'wu', askedOn: '2026-11-01', agreed, ...over });
const session = (id: string, day: string, over: Partial<Spoken> = {}): Spoken => ({ session: id, organisation: 'branch', day, speakers: ['wu'], ...over });
const closing = (...of: Parameters<typeof closedBy>): Record<string, string> => Object.fromEntries([...closedBy(...of)].map(([invitation, it]) => [invitation, it.session]));

it('the session nearest to the agreed day closes an invitation, be it postponed or moved forward', () => {
  expect(closing([accepted('a', '2026-11-16')], [session('late', '2026-11-23'), session('then', '2026-11-18'), session('early', '2026-11-02')])).toEqual({ a: 'then' });
  expect(closing([accepted('a', '2026-11-16')], [session('late', '2026-12-20')])).toEqual({ a: 'late' });
});

it('no session closes it that another branch held, in which another spoke, or that was held before he was asked', () => {
  expect(closing([accepted('a', '2026-11-16')], [
    session('elsewhere', '2026-11-16', { organisation: 'other' }), session('another', '2026-11-16', { speakers: ['liu'] }), session('before', '2026-10-31'),
  ])).toEqual({});
});

it('one session closes one invitation', () => {
  const two = [accepted('b', '2026-11-20'), accepted('a', '2026-11-16')];
  expect(closing(two, [session('s', '2026-11-20')])).toEqual({ a: 's' });
  expect(closing(two, [session('s', '2026-11-16'), session('t', '2026-11-25')])).toEqual({ a: 's', b: 't' });
});
