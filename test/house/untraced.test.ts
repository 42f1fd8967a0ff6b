import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkoutFolder } from '#server/platform/data-folder.ts';

const root = checkoutFolder();
const contracts = readdirSync(join(root, 'src/domain'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('contract.ts')).map((name) => readFileSync(join(root, 'src/domain', name), 'utf8')).join('\n');

test('one write alone leaves no entry in the audit trail, and says why', () => {
  const untraced = contracts.split(/^export const /m).filter((text) => /\buntraced: /.test(text) && /= contract\(/.test(text))
    .map((text) => [/^\w+/.exec(text)?.[0], (/untraced: '([^']+)'/.exec(text)?.[1] ?? '').length > 30]);
  expect(untraced).toEqual([['keepColumns', true]]);
});
