import { describe, expect, it } from 'vitest';
import { inTurn } from './in-turn.ts';

const full = (): Error => new Error('full');

/** Work that says when it runs and ends when it is told to. */
function controlled() {
  const running: string[] = [];
  const ends = new Map<string, (failed?: Error) => void>();
  const work = (name: string) => (): Promise<string> => new Promise((done, fail) => {
    running.push(name);
    ends.set(name, (failed) => (failed ? fail(failed) : done(name)));
  });
  return { running, work, end: (name: string, failed?: Error): void => ends.get(name)?.(failed) };
}

describe('work in turn', () => {
  it('runs a few at a time, first come first served', async () => {
    const { running, work, end } = controlled();
    const run = inTurn({ atOnce: 2, waitingMost: 10, full });
    const all = ['a', 'b', 'c', 'd'].map((name) => run(work(name)));
    expect(running).toEqual(['a', 'b']);
    end('b');
    await all[1];
    expect(running).toEqual(['a', 'b', 'c']);
    ['a', 'c'].forEach((name) => end(name));
    await Promise.all([all[0], all[2]]);
    end('d');
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('goes on after work that failed', async () => {
    const { work, end } = controlled();
    const run = inTurn({ atOnce: 1, waitingMost: 10, full });
    const first = run(work('a'));
    const second = run(work('b'));
    end('a', new Error('ours'));
    await expect(first).rejects.toThrow('ours');
    end('b');
    expect(await second).toBe('b');
  });

  it('tells whoever finds the line full at once, and takes him when it is not', async () => {
    const { work, end } = controlled();
    const run = inTurn({ atOnce: 1, waitingMost: 1, full });
    const kept = [run(work('a')), run(work('b'))];
    await expect(run(work('c'))).rejects.toThrow('full');
    end('a');
    await kept[0];
    end('b');
    await kept[1];
    const later = run(work('d'));
    end('d');
    expect(await later).toBe('d');
  });
});
