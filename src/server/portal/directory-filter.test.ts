import { FilterParser } from 'ldapts';
import { expect, it } from 'vitest';
import { escapedValue, filterFor } from './directory-filter.ts';

it.each([
  ['wen', 'wen'],
  ['*', '\\2a'],
  ['*)(uid=*', '\\2a\\29\\28uid=\\2a'],
  ['a\\b', 'a\\5cb'],
  ['\\2a', '\\5c2a'],
  ['nul\0', 'nul\\00'],
  ['温岚', '温岚'],
  ['a&b|c!=d', 'a&b|c!=d'],
])('%j stands in a filter as %s (RFC 4515, 3)', (typed, written) => {
  expect(escapedValue(typed)).toBe(written);
});

it('a name fills every mark, and its own marks and dollars are letters', () => {
  expect(filterFor('(|(uid={name})(mail={name}))', '$&')).toBe('(|(uid=$&)(mail=$&))');
  expect(filterFor('(uid={name})', '{name}')).toBe('(uid={name})');
});

it('the library reads each name as that name', () => {
  for (const name of ['wen', '*)(uid=*', 'a\\b', '(x)', '温岚 ', '!&|=']) {
    expect(FilterParser.parseString(filterFor('(uid={name})', name))).toMatchObject({ attribute: 'uid', value: name });
  }
});
