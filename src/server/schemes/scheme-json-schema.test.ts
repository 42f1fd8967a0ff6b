import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { schemeJsonSchema } from '#domain/schemes/format/json-schema.ts';

it('the published JSON Schema is the current one (else run: npx tsx scripts/write-scheme-schema.ts)', () => {
  expect(JSON.parse(readFileSync('schemes/scheme.schema.json', 'utf8'))).toEqual(JSON.parse(JSON.stringify(schemeJsonSchema())));
});
