import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkoutFolder } from './data-folder.ts';

/** The release, as package.json names it. */
export function productVersion(): string {
  const { version } = JSON.parse(readFileSync(join(checkoutFolder(), 'package.json'), 'utf8'));
  return String(version);
}
