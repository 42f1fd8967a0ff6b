import { describe, expect, it } from 'vitest';
import { addressOf, queryOf, refusalOf } from './call.ts';
import { fault, unreachable } from './call-refused.ts';

describe('the address of a call', () => {
  it('takes the fields of the path out of the input', () => {
    expect(addressOf({ path: '/sessions/:session/marks/:person' }, { session: 'a b', person: 'c/d', mark: 'present' }))
      .toEqual({ path: '/sessions/a%20b/marks/c%2Fd', rest: { mark: 'present' } });
  });

  it('leaves the input itself as it was', () => {
    const input = { session: 's' };
    addressOf({ path: '/sessions/:session' }, input);
    expect(input).toEqual({ session: 's' });
  });

  it('asks by query and does not ask for what is not there', () => {
    expect(queryOf({ q: '张 三', page: 2, from: null, to: undefined })).toBe('?q=%E5%BC%A0+%E4%B8%89&page=2');
    expect(queryOf({})).toBe('');
  });
});

describe('an answer without words', () => {
  it('is a fault with the number of the request', async () => {
    const answer = new Response('', { status: 502, headers: { 'x-request-id': 'r-1' } });
    expect(await refusalOf(answer)).toEqual({ ...fault, status: 502, requestId: 'r-1' });
  });

  it('is of a gateway where it has no number: the server is away', async () => {
    for (const status of [502, 503, 504]) expect(await refusalOf(new Response('<html>Bad gateway</html>', { status }))).toEqual(unreachable);
  });
});
