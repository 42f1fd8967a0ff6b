import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** The units that operators copy out of the documents; nobody here runs systemd, but its own checker reads it. */
const unitsOf = (file: string): readonly string[] => [...readFileSync(file, 'utf8').matchAll(/```\n(\[Unit\]\n[^`]+)```/g)].map(([, unit = '']) => unit);

function verified(unit: string): { status: number | null; said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-unit-'));
  try {
    // It wants the program to be there; ours is not installed on this machine.
    const file = join(folder, 'zhibu.service');
    writeFileSync(file, unit.replace(/^ExecStart=\S+/m, `ExecStart=${process.execPath}`));
    const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', file], { encoding: 'utf8' });
    return { status, said: (stdout + stderr).split('\n').filter((line) => line.includes(file)).join('\n') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.each([[0, 'start'], [1, 'portal']])('unit %s of systemd is the same in both languages, starts the archive with “%s”, and is tried again after a refused start', (at, command) => {
  const unit = unitsOf('docs/operations.md')[at] ?? '';
  expect(unit).toContain(`ExecStart=/opt/zhibu/zhibu ${command}\n`);
  // Five starts within ten seconds are all that systemd tries by itself; a start that is refused takes less than two.
  expect(Number(/^RestartSec=(\d+)$/m.exec(unit)?.[1])).toBeGreaterThan(2);
  expect(unitsOf('docs/operations.zh-CN.md')[at]).toBe(unit);
});

test('systemd knows every line of them', () => {
  if (spawnSync('systemd-analyze', ['--version']).status !== 0) return console.info('Not looked at: systemd-analyze is not on this machine.');
  const units = unitsOf('docs/operations.md');
  expect(units).toHaveLength(2);
  for (const unit of units) {
    expect(verified(unit)).toEqual({ status: 0, said: '' });
    expect(verified(unit.replace('RestartSec', 'RestartSek')).said).toContain('RestartSek');
  }
});
