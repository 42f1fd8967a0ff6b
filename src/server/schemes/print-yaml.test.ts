import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { randomSchemeFile } from '#test/schemes/random-scheme.ts';
import { buildScheme } from '#domain/schemes/format/build-scheme.ts';
import { fileShape } from '#domain/schemes/format/file-shape.ts';
import { printYaml } from './print-yaml.ts';
import { readScheme } from './read-scheme.ts';

it('the printed sample reads back as the same scheme', () => {
  const read = readScheme(readFileSync('schemes/dezhou.yaml', 'utf8'));
  if ('problems' in read) throw new Error('The sample has problems.');
  expect(readScheme(printYaml(read.scheme, read.takesEffect))).toEqual(read);
});

it('any random valid scheme survives being written as YAML and read again (P15)', () => {
  fc.assert(fc.property(randomSchemeFile, (file) => {
    const scheme = buildScheme(fileShape.decode(file));
    const again = readScheme(printYaml(scheme, file.takesEffect));
    expect('problems' in again ? again.problems : again.scheme).toEqual(scheme);
  }), { numRuns: 60 });
});
