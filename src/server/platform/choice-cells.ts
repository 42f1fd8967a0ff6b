import { colToLetter, type WriteSheet } from 'hucre/xlsx';
import { escaped } from '#domain/imports/cell-text.ts';

/** Cells that offer what may stand in them. */
export interface ChoiceCells {
  /** As Excel writes it: B2:B5000. */
  readonly range: string;
  readonly choice: readonly string[];
  /** Whether something else than the choice is worth a warning in Excel. */
  readonly strict: boolean;
  /** Shown beside a cell that somebody stands in. */
  readonly note?: { readonly title: string; readonly text: string };
}

/** More is not shown by Excel, and makes of the file one that it repairs. */
const NOTE_MOST = 255;

/**
 * Drop-downs in the cells of a table to fill in, and the hidden sheet that holds what they offer: a list in a cell itself ends
 * at so many letters, and none of them may be a comma.
 */
export function choiceCells(cells: readonly ChoiceCells[]): { readonly validations: NonNullable<WriteSheet['dataValidations']>; readonly codes: WriteSheet } {
  const offered = cells.filter(({ choice }) => choice.length > 0);
  const longest = Math.max(0, ...offered.map(({ choice }) => choice.length));
  return {
    validations: offered.map(({ range, choice, strict, note }, of) => ({
      type: 'list', formula1: `代码!$${colToLetter(of)}$1:$${colToLetter(of)}$${choice.length}`, range,
      allowBlank: true, showErrorMessage: strict, errorStyle: 'warning', errorTitle: '请核对', errorMessage: '请从下拉列表中选择。',
      ...(note ? { showInputMessage: true, inputTitle: note.title, inputMessage: note.text.slice(0, NOTE_MOST) } : {}),
    })),
    codes: { name: '代码', hidden: true, rows: Array.from({ length: longest }, (_, row) => offered.map(({ choice }) => (choice[row] === undefined ? null : escaped(choice[row])))) },
  };
}
