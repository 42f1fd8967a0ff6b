import { parseArgs } from 'node:util';
import { parseCivilDate, type CivilDate } from '#domain/calendar/civil-date.ts';
import type { Language, Words } from '#domain/words/words.ts';
import { says } from './cli-words.ts';

/** What was written after `npm run zhibu --`. */
export interface Options {
  readonly command: string;
  readonly files: readonly string[];
  readonly facts: string | null;
  readonly at: CivilDate | null;
  readonly why: string | null;
  readonly json: boolean;
  readonly help: boolean;
  readonly language: Language;
}

export function readOptions(args: readonly string[]): Options | Words {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        facts: { type: 'string' }, at: { type: 'string' }, why: { type: 'string' }, json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' }, lang: { type: 'string' },
      },
    });
    const { facts, at, why, json, help, lang } = values;
    if (lang !== undefined && lang !== 'zh' && lang !== 'en') return says.wrongLanguage(lang);
    if (at !== undefined && parseCivilDate(at) === null) return says.wrongDate(at);
    return {
      command: positionals.slice(0, 2).join(' '), files: positionals.slice(2), facts: facts ?? null, at: at ?? null, why: why ?? null,
      json: json ?? false, help: help ?? false, language: lang ?? 'zh',
    };
  } catch (cause) {
    return says.wrongOption(cause instanceof Error ? cause.message : String(cause));
  }
}
