import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** The unit that operators copy out of the documents; nobody here runs systemd, but its own checker reads it. */
const unitOf = (file: string): string => /```\n(\[Unit\]\n[^`]+)```/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';

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

test('the unit of systemd is the same in both languages, starts the archive, and is tried again after a refused start', () => {
  const unit = unitOf('docs/operations.md');
  expect(unit).toContain('ExecStart=/opt/zhibu/zhibu start\n');
  // Five starts within ten seconds are all that systemd tries by itself; a start that is refused takes less than two.
  expect(Number(/^RestartSec=(\d+)$/m.exec(unit)?.[1])).toBeGreaterThan(2);
  expect(unitOf('docs/operations.zh-CN.md')).toBe(unit);
});

test('systemd knows every line of it', () => {
  if (spawnSync('systemd-analyze', ['--version']).status !== 0) return console.info('Not looked at: systemd-analyze is not on this machine.');
  const unit = unitOf('docs/operations.md');
  expect(verified(unit)).toEqual({ status: 0, said: '' });
  expect(verified(unit.replace('KillMode', 'KilMode')).said).toContain('KilMode');
});
