import type { Words } from '#domain/words/words.ts';
import { plainText } from './cell-text.ts';
import type { Line } from './month-titles.ts';
import { sheetLegend } from './sheet-legend.ts';

/** Lines in which words stand for the marks of a legend, and what is to be said of that. */
export interface Explained<L extends Line> {
  readonly lines: readonly L[];
  readonly notices: readonly Words[];
}

/**
 * Writes out the marks of a column by the legend that stands above or below the lines, or among them: “△病假 ○事假”. The words
 * stand in the lines themselves, so that a faulty one that comes back without the legend says the same.
 * @param around lines beside the table.
 * @param column undefined where the table has none in which marks may stand.
 * @param understood whether these words may stand in the column.
 */
export function explained<L extends Line>(lines: readonly L[], around: readonly Line[], column: number | undefined, understood: (words: string) => boolean): Explained<L> {
  const legend = column === undefined ? null : sheetLegend([...around, ...lines], understood);
  if (column === undefined || legend === null || legend.entries.length === 0) return { lines, notices: [] };
  const said = new Map(legend.entries.map(({ mark, words }) => [mark, words]));
  const used = new Map<string, string>();
  const inWords = lines.filter(({ row }) => !legend.rows.has(row)).map((line): L => {
    const written = plainText(line.cells[column] ?? '').replaceAll(/\s/g, '');
    const words = said.get(written.toLowerCase());
    if (words === undefined) return line;
    used.set(written, words);
    return { ...line, cells: line.cells.with(column, words) };
  });
  const told = [...used];
  return { lines: inWords, notices: told.length === 0 ? [] : [{
    zh: `表中的图例写明${told.map(([mark, words]) => `“${mark}”为“${words}”`).join('、')}，按图例读取。`, en: `The legend of the table explains ${told.map(([mark, words]) => `“${mark}” as “${words}”`).join(', ')}, and it was read so.`,
  }] };
}
