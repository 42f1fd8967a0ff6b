import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkoutFolder, dataFolderPath, isRoot, openDataFolder, rolePassword } from './data-folder.ts';
import { StartRefusal } from './start-refusal.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhibu-data-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('where the data folder is', () => {
  test('two checkouts have two folders, and neither lies inside a checkout', () => {
    const one = dataFolderPath({ XDG_DATA_HOME: folder }, '/srv/one');
    expect(one).not.toBe(dataFolderPath({ XDG_DATA_HOME: folder }, '/srv/two'));
    expect(one.startsWith(isRoot() ? '/var/lib/zhibu/' : join(folder, 'zhibu'))).toBe(true);
  });

  test('two releases that were unpacked beside each other have the same one', () => {
    const [one = '', two = ''] = ['zhibu-1', 'zhibu-2'].map((name) => {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'SHA256SUMS'), '');
      return dataFolderPath({ XDG_DATA_HOME: join(folder, 'data') }, join(folder, name));
    });
    expect(one).toMatch(/zhibu.installation$/);
    expect(two).toBe(one);
  });

  test('DATA_DIR inside the checkout is refused, beside it is not', () => {
    expect(() => dataFolderPath({ DATA_DIR: '/srv/one/data' }, '/srv/one')).toThrow(StartRefusal);
    expect(() => dataFolderPath({ DATA_DIR: '/srv/one' }, '/srv/one')).toThrow(/DATA_DIR/);
    expect(dataFolderPath({ DATA_DIR: '/srv/one-data' }, '/srv/one')).toBe('/srv/one-data');
  });

  test('the checkout is the folder of package.json', () => {
    expect(readFileSync(join(checkoutFolder(), 'package.json'), 'utf8')).toContain('"zhibu"');
  });
});

describe('the secret', () => {
  const open = (env: Record<string, string> = {}) => openDataFolder(env, folder);

  test('is made once and can be read by its account only', () => {
    const { secret } = open();
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(open().secret).toBe(secret);
    if (process.platform !== 'win32') expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
  });

  test('of the environment goes before the file, and a short one is refused', () => {
    const given = 'a secret of one installation, long enough';
    expect(open({ ZHIBU_SECRET: given }).secret).toBe(given);
    expect(() => open({ ZHIBU_SECRET: 'short' })).toThrow(/ZHIBU_SECRET/);
  });

  test('in a file that others can read is refused, except on Windows, which has no such modes', () => {
    open();
    chmodSync(join(folder, 'secret'), 0o644);
    if (process.platform !== 'win32') expect(() => open()).toThrow(/chmod 600/);
  });

  test('in a file that was cut short is refused, not replaced', () => {
    writeFileSync(join(folder, 'secret'), 'abc', { mode: 0o600 });
    expect(() => open()).toThrow(StartRefusal);
    expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe('abc');
  });

  test('gives every role another password, and the same one each time', () => {
    expect(rolePassword('s', 'zhibu_app')).toBe(rolePassword('s', 'zhibu_app'));
    expect(rolePassword('s', 'zhibu_app')).not.toBe(rolePassword('s', 'zhibu_reader'));
    expect(rolePassword('s', 'zhibu_app')).not.toBe(rolePassword('t', 'zhibu_app'));
  });
});

test('a data folder that cannot be made is refused with its reason', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => openDataFolder({}, join(folder, 'file', 'data'))).toThrow(/DATA_DIR/);
});
