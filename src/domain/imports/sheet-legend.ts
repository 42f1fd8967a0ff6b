import { plainText } from './cell-text.ts';
import type { Line } from './month-titles.ts';

/** A mark, and the words by which a sheet explains it. */
export interface LegendEntry {
  /** As marks are compared: without blanks, in small letters. */
  readonly mark: string;
  readonly words: string;
}

/** What the lines above and below a sheet say of its marks, and which lines those are. */
export interface SheetLegend {
  readonly entries: readonly LegendEntry[];
  /** As the spreadsheet numbers them: none of them is a row of somebody. */
  readonly rows: ReadonlySet<number>;
}

const HAN = String.raw`\p{Script=Han}`;
/** A sign that is no letter of a word and none that stands between words. */
const SIGN = String.raw`[^\s\p{L}\p{N}\p{M},.;:、。"“”'‘’()\[\]【】《》<>=~—–\-]{1,2}|〇`;
const WORDS = String.raw`${HAN}(?:[${HAN}]|[、/](?=${HAN}{2}(?:假|班)))*`;
const OPEN = String.raw`["“'‘(【\[]?`;
const SHUT = String.raw`["”'’)】\]]?`;
const BETWEEN = String.raw`\s*(?:表示|代表|系指|为|即|是|:|=|—+|–+|-+|~)?\s*`;
const IS = String.raw`\s*(?:表示|代表|系指|为|即|:|=|—+|–+|-+|~)\s*`;

/** √出勤, “√”表示出勤, 值—值班, P=培训. */
const markFirst = new RegExp(String.raw`${OPEN}(?<sign>${SIGN})${SHUT}${BETWEEN}${OPEN}(?<said>${WORDS})|(?<![${HAN}\p{L}])${OPEN}(?<letter>[${HAN}]{1,2}|[A-Za-z])${SHUT}${IS}${OPEN}(?<means>${WORDS})`, 'gu');
/** 出勤√, 出勤：√, 请假用“△”表示. */
const wordsFirst = new RegExp(String.raw`(?<said>${WORDS}?)(?:用|打|画|记|以)?\s*(?::|=|—+|–+|-+)?\s*${OPEN}(?<sign>${SIGN})${SHUT}(?:表示)?`, 'gu');
const HEADED = /^(?:图例|符号说明|符号|考勤符号|填表说明|说明|备注|注)\s*[:]?\s*/;

const wordsOf = (text: string): string => text.replace(/^(?:表示|代表|为|即|是)/, '');

/**
 * The legend of a sheet, wherever it stands above or below its rows: “√出勤 ×缺勤 △请假 值—值班”. A line is one when
 * at least two of its marks have words that are understood, or one where a word such as 图例 heads it or nothing else stands there.
 * @param understood whether these words mean something that a mark of such a sheet can mean.
 */
export function sheetLegend(lines: readonly Line[], understood: (words: string) => boolean): SheetLegend {
  const entries = new Map<string, LegendEntry>();
  const rows = new Set<number>();
  for (const { row, cells } of lines) {
    const said = cells.map((it) => plainText(it).slice(0, TEXT_MOST)).filter((it) => it !== '');
    const whole = said.join('  ').slice(0, TEXT_MOST);
    const text = whole.replace(HEADED, '');
    const isHeaded = text !== whole;
    // A row of somebody begins with a name or number, and his marks and absences stand in cells of their own.
    const pairs = isHeaded ? pairsIn(text) : pairsIn(said[0] ?? '').length === 0 ? [] : said.flatMap(pairsIn);
    const known = pairs.filter(({ words }) => understood(words)).length;
    const isAlone = said.length === 1 && pairs.length === 1 && text.replaceAll(/[\s"“”:：]/g, '').length <= ALONE_MOST && startsWithSign(text);
    if (known < (isHeaded || isAlone ? 1 : 2)) continue;
    rows.add(row);
    for (const it of pairs.filter(({ words, isSign }) => isSign || understood(words))) entries.set(it.mark, { mark: it.mark, words: it.words });
  }
  return { entries: [...entries.values()], rows };
}

/** Nobody explains marks at such length; looking for them would take its square. */
const TEXT_MOST = 400;
/** A mark with its words and nothing else: “△ 请假”. */
const ALONE_MOST = 8;
const startsWithSign = (text: string): boolean => new RegExp(`^${OPEN}(?:${SIGN})`, 'u').test(text);

interface Pair extends LegendEntry {
  readonly isSign: boolean;
}

function pairsIn(text: string): readonly Pair[] {
  const firstSign = text.search(new RegExp(SIGN, 'u'));
  const isWordsFirst = firstSign > 0 && new RegExp(`^${WORDS}`, 'u').test(text) && new RegExp(`[${HAN}]`, 'u').test(text.slice(0, firstSign)) && !new RegExp(`^[${HAN}]{1,2}${IS}[${HAN}]`, 'u').test(text);
  return isWordsFirst
    ? [...text.matchAll(wordsFirst)].map(({ groups }) => ({ mark: markIn(groups?.['sign']), words: wordsOf(groups?.['said'] ?? ''), isSign: true })).filter(({ words }) => words !== '')
    : [...text.matchAll(markFirst)].map(({ groups }) => ({ mark: markIn(groups?.['sign'] ?? groups?.['letter']), words: wordsOf(groups?.['said'] ?? groups?.['means'] ?? ''), isSign: groups?.['sign'] !== undefined }));
}

const markIn = (sign = ''): string => sign.toLowerCase();
