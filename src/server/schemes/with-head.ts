import { parseDocument } from 'yaml';
import { flowText } from '#domain/schemes/table/flow-text.ts';

/** What the decision that puts a scheme into force says of it; what is left out stays as the text has it. */
export interface SchemeHead {
  readonly version?: number | undefined;
  readonly takesEffect: string;
  /** 文号; null takes away what the text has. */
  readonly document?: string | null | undefined;
  /** 试行 */
  readonly tentative?: boolean | undefined;
}

/** The text with this head; nothing else in it moves where its head is written line by line. */
export function withHead(text: string, { version, takesEffect, document, tentative }: SchemeHead): string {
  let changed = withWord(text, 'takesEffect', takesEffect, takesEffect);
  if (version !== undefined) changed = withWord(changed, 'version', String(version), version);
  if (document !== undefined) changed = withWord(changed, 'document', document === null ? null : flowText(document), document);
  return tentative === undefined ? changed : withWord(changed, 'tentative', tentative ? 'true' : null, tentative);
}

/** One word of the head: in its own line, below the day of force where it is new; `line` null takes it away. */
function withWord(text: string, word: string, line: string | null, value: unknown): string {
  const said = new RegExp(`^${word}:.*(?:\\n|$)`, 'm');
  if (said.test(text)) return text.replace(said, (whole) => (line === null ? '' : `${word}: ${line}${whole.endsWith('\n') ? '\n' : ''}`));
  if (line === null) return text;
  if (/^takesEffect:.*$/m.test(text)) return text.replace(/^takesEffect:.*$/m, (day) => `${day}\n${word}: ${line}`);
  const document = parseDocument(text, { schema: 'core' });
  document.set(word, value);
  return document.toString({ lineWidth: 0 });
}
