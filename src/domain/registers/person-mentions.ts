import { namesUnbroken, plainName, plainText } from '#domain/imports/cell-text.ts';

/** A person as a cell names him: by number, by name, or by both. */
export interface Mention {
  readonly number: string | null;
  readonly name: string | null;
}

const NUMBER = /^[0-9A-Za-z-]{2,20}$/;
const BRACKETED = /^(.*?)\(([^()]*)\)$/;
/** 900001 方敏, 方敏 900001: a number and a name side by side. */
const BESIDE = /^(?:([0-9A-Za-z-]{2,20})\s*(\p{Script=Han}.*)|(\p{Script=Han}\D*?)\s*([0-9A-Za-z-]{2,20}))$/u;

/** The people whom one cell names, as offices write them: 方敏(900001)、罗建, one below the other, or numbers alone. */
export function mentionsIn(cell: string): readonly Mention[] {
  const text = namesUnbroken(plainText(cell)).replaceAll(/\s+\(/g, '(').replaceAll(/\)\s+/g, ')、');
  return text.split(/[、,;/|\r\n\t]+/).flatMap((part) => apart(part.trim())).filter((it) => it !== '').map(mentionOf);
}

/** Blanks part people where every piece can be a name or a number; 张 三 is one person. */
function apart(part: string): readonly string[] {
  const pieces = part.split(/\s+/);
  const named = pieces.every((it) => /^\p{Script=Han}{2,}$/u.test(it)) || pieces.every((it) => NUMBER.test(it));
  return pieces.length > 1 && named ? pieces : [part];
}

function mentionOf(part: string): Mention {
  const [, before, inside] = BRACKETED.exec(part) ?? [];
  if (before !== undefined && inside !== undefined) return { number: inside.trim() || null, name: plainName(before) || null };
  if (NUMBER.test(part)) return { number: part, name: null };
  const [, first, behind, name, number] = BESIDE.exec(part) ?? [];
  if (first !== undefined || number !== undefined) return { number: first ?? number ?? null, name: plainName(behind ?? name ?? '') };
  return { number: null, name: plainName(part) };
}

/** A number of the table with its name in the column beside it; several in one cell belong together by their order. */
export function mentionsOfPair(number: string, name: string): readonly Mention[] {
  const [numbers, names] = [mentionsIn(number), mentionsIn(name)];
  if (numbers.length === 0) return names;
  return numbers.map((it, at) => ({ number: it.number, name: it.name ?? (names.length === numbers.length ? names[at]?.name ?? null : null) }));
}
