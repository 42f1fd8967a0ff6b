import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkoutFolder } from '#server/platform/data-folder.ts';

const root = checkoutFolder();
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));

/** Where the file of each operation is made, and there says who took it and when. */
const madeIn: Readonly<Record<string, readonly string[]>> = {
  makeWorkbook: ['tables/make-workbook.ts'], exportAuditTrail: ['audit/export-audit-trail.ts'], exportRegister: ['registers/export-register.ts'], exportFacts: ['points/export-facts.ts'],
  exportSchemeTable: ['schemes/export-scheme-table.ts'], exportDrawProof: ['spot-checks/export-draw-proof.ts'],
  readRegisterTemplate: ['registers/import/read-register-template.ts'], readAttendanceTemplate: ['activities/grid/read-attendance-template.ts'],
  readTableTemplate: ['imports/tables/read-table-template.ts'], readRosterTemplate: ['imports/read-roster-template.ts'],
  // Made by the check for the account that sent the table, which alone may take them.
  readRegisterErrors: ['registers/import/check-register-table.ts'], readAttendanceErrors: ['activities/grid/check-attendance-table.ts'],
  readTableErrors: ['imports/tables/check-table.ts'], readRosterErrors: ['imports/check-roster.ts'],
};

/** Files that come in an answer beside other things. */
const besideOthers = ['schemes/read-scheme-table.ts'];

/** Hands out what one of the above has made. */
const handsOut = ['platform/table-import.ts'];

test('every file that leaves says who took it and when', () => {
  const contracts = filesIn('src/domain').filter((name) => name.endsWith('contract.ts')).flatMap((name) => textOf(name).split(/^export const /m));
  const files = contracts.filter((text) => /returns: 'file'/.test(text)).map((text) => /name: '(\w+)'/.exec(text)?.[1] ?? text);
  expect(files.toSorted()).toEqual(Object.keys(madeIn).toSorted());
  const silent = [...Object.values(madeIn).flat(), ...besideOthers].filter((name) => !/\btaken(By|Away)\(call/.test(textOf(join('src/server', name))));
  expect(silent).toEqual([]);
});

test('no other place makes a file', () => {
  const known = new Set([...Object.values(madeIn).flat(), ...handsOut].map((name) => join('src/server', name)));
  const making = filesIn('src/server').filter((name) => /Promise<FileAnswer>/.test(textOf(name)));
  expect(making.filter((name) => !known.has(name))).toEqual([]);
});
