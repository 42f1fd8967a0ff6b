export interface RefusedFile {
  readonly file: string;
  readonly by: 'calc' | 'hand';
  readonly shows: string;
  /** The name of the refusal. */
  readonly is: string;
}

/** Files that are no workbook, or that lie about what is in them; every importer refuses them by the same name. */
export const refusedFiles: readonly RefusedFile[] = [
  { file: 'empty.xlsx', by: 'hand', shows: 'nothing at all', is: 'FileNotXlsx' },
  { file: 'one-byte.xlsx', by: 'hand', shows: 'one byte', is: 'FileNotXlsx' },
  { file: 'html.xlsx', by: 'hand', shows: 'a web page that a system offers as Excel', is: 'FileNotXlsx' },
  { file: 'binary.csv', by: 'calc', shows: 'the old format under the name of csv', is: 'FileNotXlsx' },
  { file: 'old-xls.xlsx', by: 'calc', shows: 'the old format under the new name', is: 'FileNotXlsx' },
  { file: 'ods.xlsx', by: 'calc', shows: 'an OpenDocument table', is: 'FileNotXlsx' },
  { file: 'xlsb.xlsx', by: 'hand', shows: 'a binary workbook', is: 'FileNotXlsx' },
  { file: 'password.xlsx', by: 'hand', shows: 'a workbook behind a password', is: 'FileNotXlsx' },
  { file: 'encrypted-part.xlsx', by: 'hand', shows: 'a part behind a password', is: 'FileNotXlsx' },
  { file: 'no-workbook.xlsx', by: 'hand', shows: 'an archive without a list of sheets', is: 'FileNotXlsx' },
  { file: 'truncated.xlsx', by: 'hand', shows: 'cut off within its directory', is: 'FileCutShort' },
  { file: 'half.xlsx', by: 'hand', shows: 'half of it', is: 'FileCutShort' },
  { file: 'bad-directory.xlsx', by: 'hand', shows: 'a directory that is none', is: 'FileUnreadable' },
  { file: 'two-of-one-name.xlsx', by: 'hand', shows: 'two parts of one name, of which two readers take different ones', is: 'FileUnreadable' },
  { file: 'ratio-bomb.xlsx', by: 'hand', shows: 'noughts that are packed a thousandfold', is: 'FileInflates' },
];
