import { isUnpackedArchive } from './data-folder.ts';
import type { Words } from './start-refusal.ts';

/** Our texts name commands as a checkout has them; an unpacked archive has one program for all, and neither npm nor Node. */
export const typedHere = (text: string, archive = isUnpackedArchive()): string =>
  (archive ? text.replaceAll('npm run zhibu --', './zhibu').replaceAll('npm start', './zhibu start') : text);

export const wordsTypedHere = ({ zh, en }: Words): Words => ({ zh: typedHere(zh), en: typedHere(en) });
