import { describe, expect, it } from 'vitest';
import { isTicketAddress } from './ticket-address.ts';
import { holderOf } from './ticket-in-address.ts';

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a ticket in the address', () => {
  it('belongs under the address of a bureau, whether or not there are several', () => {
    expect(['/ticket', '/own/ticket', '/ticket/', '/own/ticket/'].filter(isTicketAddress)).toHaveLength(4);
    expect(['/', '/tickets', '/own/people/ticket', '/ticket/own', '/own/ticket/a'].filter(isTicketAddress)).toEqual([]);
  });

  it('says whom it names, in every script', () => {
    expect(holderOf(`${part({ alg: 'EdDSA' })}.${part({ sub: '010023', name: '罗建～？' })}.AAAA`)).toEqual({ number: '010023', name: '罗建～？' });
    expect(holderOf(`${part({})}.${part({ sub: '010023' })}.AAAA`)).toEqual({ number: '010023', name: null });
  });

  it.each(['', 'a', 'a.b.c', `a.${part(null)}.c`, `a.${part('text')}.c`, `a.${part({ sub: 7 })}.c`])('names nobody when it is "%s"', (ticket) => {
    expect(holderOf(ticket)).toBe(null);
  });
});
