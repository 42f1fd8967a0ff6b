import { writeFileSync } from 'node:fs';
import { schemeJsonSchema } from '#domain/schemes/format/json-schema.ts';

// Run with `npx tsx scripts/write-scheme-schema.ts` after a change of the format; a test tells when it was forgotten.
writeFileSync('schemes/scheme.schema.json', `${JSON.stringify(schemeJsonSchema(), null, 1)}\n`);
