/** Columns of a terminal that a text takes: Chinese characters and full-width signs take two. */
export function widthOf(text: string): number {
  return [...text].reduce((width, letter) => width + (/[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u.test(letter) ? 2 : 1), 0);
}

/** Lines of a table whose columns are aligned: texts to the left in the first column, numbers to the right in the others. */
export function textTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  return rows.map((row) => row.map((cell, column) => {
    const space = ' '.repeat((widths[column] ?? 0) - widthOf(cell));
    return column === 0 ? cell + space : space + cell;
  }).join('  ').trimEnd()).join('\n');
}
