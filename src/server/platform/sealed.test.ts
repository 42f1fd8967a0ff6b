import { describe, expect, it } from 'vitest';
import { sealing } from './sealed.ts';

const one = sealing('a secret of this installation, 32 characters', 'second factor');

describe('a sealed text', () => {
  it('comes back, and looks different each time', () => {
    expect(one.open(one.seal('GEZDGNBV', 'a'), 'a')).toBe('GEZDGNBV');
    expect(one.seal('GEZDGNBV', 'a')).not.toBe(one.seal('GEZDGNBV', 'a'));
    expect(one.seal('GEZDGNBV', 'a')).not.toContain('GEZD');
  });

  it('is opened neither for something else, nor under another secret or purpose, nor after a change', () => {
    const sealed = one.seal('GEZDGNBV', 'a');
    expect(() => one.open(sealed, 'b')).toThrow(/authenticate/);
    expect(() => sealing('another secret of 32 characters and more', 'second factor').open(sealed, 'a')).toThrow(/authenticate/);
    expect(() => sealing('a secret of this installation, 32 characters', 'else').open(sealed, 'a')).toThrow(/authenticate/);
    expect(() => one.open(`${sealed.slice(0, -2)}AA`, 'a')).toThrow(/authenticate/);
  });

  it('has a mark that is the same for the same text of the same thing only', () => {
    expect(one.mark('k7mq-x2vd', 'a')).toBe(one.mark('k7mq-x2vd', 'a'));
    expect(one.mark('k7mq-x2vd', 'a')).not.toBe(one.mark('k7mq-x2vd', 'b'));
  });
});
