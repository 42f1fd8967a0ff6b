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
  readonly passphraseFile: string | null;
  /** The code of the one bureau that is meant. */
  readonly bureau: string | null;
  readonly withSecret: boolean;
  readonly verify: boolean;
  readonly rehearse: boolean;
  readonly help: boolean;
  readonly language: Language;
}

/** Every other command has two words. */
const ONE_WORD = ['backup', 'restore', 'tls', 'doctor', 'unlock', 'portal'];

export function readOptions(args: readonly string[]): Options | Words {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        facts: { type: 'string' }, at: { type: 'string' }, why: { type: 'string' }, json: { type: 'boolean' },
        'passphrase-file': { type: 'string' }, 'with-secret': { type: 'boolean' }, verify: { type: 'boolean' }, rehearse: { type: 'boolean' }, bureau: { type: 'string' },
        help: { type: 'boolean', short: 'h' }, lang: { type: 'string' },
      },
    });
    const { facts, at, why, json, help, lang, verify, rehearse } = values;
    if (lang !== undefined && lang !== 'zh' && lang !== 'en') return says.wrongLanguage(lang);
    if (at !== undefined && parseCivilDate(at) === null) return says.wrongDate(at);
    const words = ONE_WORD.includes(positionals[0] ?? '') ? 1 : 2;
    return {
      command: positionals.slice(0, words).join(' '), files: positionals.slice(words), facts: facts ?? null, at: at ?? null, why: why ?? null,
      json: json ?? false, passphraseFile: values['passphrase-file'] ?? null, bureau: values.bureau ?? null, withSecret: values['with-secret'] ?? false,
      verify: verify ?? false, rehearse: rehearse ?? false, help: help ?? false, language: lang ?? 'zh',
    };
  } catch (cause) {
    return wrongOption(cause instanceof Error ? cause.message : String(cause), (cause as { readonly code?: unknown }).code);
  }
}

/** What Node says of it is English and speaks of itself; which option it is, it says between quotes. */
function wrongOption(message: string, code: unknown): Words {
  const [, option] = /'(?:-\w, )?(-[^' <=]+)/.exec(message) ?? [];
  if (option === undefined) return says.wrongOption(message);
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return says.noOption(option);
  return /does not take/.test(message) ? says.optionTakesNothing(option) : says.optionEmpty(option);
}

/** The language that was asked for, where the options as a whole cannot be read. */
export function languageIn(args: readonly string[]): Language {
  const at = args.indexOf('--lang');
  return args.includes('--lang=en') || (at >= 0 && args[at + 1] === 'en') ? 'en' : 'zh';
}

/** The words before the first option that is none of the language. */
export function commandIn(args: readonly string[]): readonly string[] {
  const words = args.filter((it, at) => !/^--lang(=|$)/.test(it) && args[at - 1] !== '--lang');
  const first = words.findIndex((it) => it.startsWith('-'));
  return first < 0 ? words : words.slice(0, first);
}
