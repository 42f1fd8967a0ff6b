import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Call } from '#server/platform/call.ts';
import { checkoutFolder } from '#server/platform/data-folder.ts';
import { demandReader } from './demand-reader.ts';

/** The sample that comes with the system: something sound to change, instead of an empty page. */
export async function readSampleScheme({ actor }: Call): Promise<{ text: string }> {
  demandReader(actor);
  return { text: await readFile(join(checkoutFolder(), 'schemes', 'dezhou.yaml'), 'utf8') };
}
