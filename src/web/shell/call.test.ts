import { describe, expect, it } from 'vitest';
import { addressOf, queryOf } from './call.ts';

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
