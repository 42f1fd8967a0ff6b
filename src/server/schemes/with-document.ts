import { parseDocument } from 'yaml';
import { flowText } from '#domain/schemes/table/flow-text.ts';

const SAID = /^document:.*$/m;
/** The line under which the number of the document stands. */
const BEFORE = /^takesEffect:.*$/m;

/** The text with this document number (文号); nothing else in it moves where its head is written line by line. */
export function withDocument(text: string, number: string): string {
  const line = `document: ${flowText(number)}`;
  if (SAID.test(text)) return text.replace(SAID, () => line);
  if (BEFORE.test(text)) return text.replace(BEFORE, (day) => `${day}\n${line}`);
  const document = parseDocument(text, { schema: 'core' });
  document.set('document', number);
  return document.toString({ lineWidth: 0 });
}
