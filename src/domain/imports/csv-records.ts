/** A record of a text whose cells are divided by a sign, as a spreadsheet numbers it; or the one in which a quote has no partner. */
export type CsvPart = { readonly row: number; readonly cells: readonly string[] } | { readonly unpaired: number };

const SEPARATORS = [',', '\t', ';'] as const;
const RECORDS_LOOKED_AT = 11;
/** Excel says in a line of its own, which it does not show, what divides the cells. */
const TOLD = /^"?sep=(.)"?(?:\r\n|\n|\r|$)/i;
/** How a number is written that must not lose its noughts: ="020001". */
const AS_TEXT = /^="([^"]*)"$/;

/** The records of a table in text; a cell in quotes may hold the separator, line ends and doubled quotes. */
export function csvRecords(text: string): Iterable<CsvPart> {
  const told = TOLD.exec(text);
  return told?.[1] === undefined ? records(text, 0, likelySeparator(text)) : records(text, told[0].length, told[1]);
}

/** The sign that makes the widest record among the first ones; titles above the header are narrow whatever divides them. */
function likelySeparator(text: string): string {
  const widths = SEPARATORS.map((separator) => {
    let widest = 0;
    for (const part of records(text, 0, separator)) {
      if ('unpaired' in part || part.row > RECORDS_LOOKED_AT) break;
      widest = Math.max(widest, part.cells.length);
    }
    return widest;
  });
  return SEPARATORS[widths.indexOf(Math.max(...widths))] ?? ',';
}

function* records(text: string, from: number, separator: string): Generator<CsvPart> {
  let at = from;
  for (let row = 1; at < text.length; row += 1) {
    const cells: string[] = [];
    for (;;) {
      const cell = text[at] === '"' ? quotedCell(text, at) : bareCell(text, at, separator);
      at = cell === null ? at : cell.end;
      if (cell === null || !(isEnd(text, at) || text[at] === separator)) {
        yield { unpaired: row };
        return;
      }
      cells.push(AS_TEXT.exec(cell.value)?.[1] ?? cell.value);
      if (text[at] !== separator) break;
      at += 1;
    }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    yield { row, cells };
  }
}

interface Cell {
  readonly value: string;
  /** What comes after it. */
  readonly end: number;
}

const isEnd = (text: string, at: number): boolean => at >= text.length || text[at] === '\n' || text[at] === '\r';

function bareCell(text: string, from: number, separator: string): Cell {
  let end = from;
  while (!isEnd(text, end) && text[end] !== separator) end += 1;
  return { value: text.slice(from, end), end };
}

/** Null when its quote is never closed. */
function quotedCell(text: string, from: number): Cell | null {
  for (let at = text.indexOf('"', from + 1); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] === '"') continue;
    let end = at + 1;
    while (text[end] === ' ') end += 1;
    return { value: text.slice(from + 1, at).replaceAll('""', '"').replaceAll(/\r\n?/g, '\n'), end };
  }
  return null;
}
