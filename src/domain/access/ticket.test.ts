import { describe, expect, it } from 'vitest';
import { forgettableFrom, judgeTicket, type TicketClaims } from './ticket.ts';

const NOW = new Date('2026-11-17T09:00:00+08:00');
const at = NOW.getTime() / 1000;
const expected = { issuer: 'https://portal.example', audience: 'https://zhibu.example/own' };
const fit: TicketClaims = { iss: expected.issuer, aud: expected.audience, sub: '010023', iat: at, exp: at + 60, jti: '0b8c1c1e-5a8b-4a53-9d6f-2f7f0a1f4c11' };

describe('a ticket whose signature was proven', () => {
  it.each([
    ['as agreed', {}, null],
    ['for the longest time', { exp: at + 120 }, null],
    ['of a portal whose clock is half a minute ahead', { iat: at + 30, exp: at + 90 }, null],
    ['of a portal whose clock is half a minute behind', { iat: at - 89, exp: at - 29 }, null],
    ['of another portal', { iss: 'https://other.example' }, 'foreign'],
    ['of a portal named otherwise', { iss: 'https://portal.example/' }, 'foreign'],
    ['for another system', { aud: 'https://canteen.example/own' }, 'foreign'],
    ['for another bureau of this system', { aud: 'https://zhibu.example/demo' }, 'foreign'],
    ['for another bureau, and too late as well', { aud: 'https://zhibu.example/demo', iat: at - 900, exp: at - 800 }, 'foreign'],
    ['for longer than was agreed', { exp: at + 121 }, 'long'],
    ['that ends when it begins', { exp: at }, 'long'],
    ['that ends before it begins', { iat: at + 20, exp: at + 10 }, 'long'],
    ['from the future', { iat: at + 31, exp: at + 60 }, 'early'],
    ['that shall not be used yet', { nbf: at + 31 }, 'early'],
    ['over for as long as clocks may differ', { iat: at - 90, exp: at - 30 }, 'expired'],
    ['of yesterday', { iat: at - 86_400, exp: at - 86_340 }, 'expired'],
  ] as const)('%s', (_, change, fault) => {
    expect(judgeTicket({ ...fit, ...change }, expected, NOW)).toBe(fault);
  });

  it('is remembered as used until it would be refused as expired', () => {
    const until = forgettableFrom(fit);
    expect(judgeTicket(fit, expected, new Date(until * 1000 - 1000))).toBe(null);
    expect(judgeTicket(fit, expected, new Date(until * 1000))).toBe('expired');
  });
});
