import { inLanguage, type Language, type Words } from '#domain/words/words.ts';
import type { Manifest, SchemaTally } from '#server/platform/backup/content.ts';
import { bureauSchema } from '#server/platform/database.ts';
import { backupSays } from './backup-words.ts';
import { totalLabels, totalText } from './bureau-totals.ts';
import { textTable } from './text-table.ts';

/** One line for each bureau and source, so that equal totals stand below each other. */
export function totalsTable({ bureaus }: Manifest, sources: readonly { readonly of: Words | null; readonly schemas: readonly SchemaTally[] }[], language: Language): string {
  const names = Object.keys(totalLabels);
  const head = [inLanguage(backupSays.bureau, language), ...names.map((name) => inLanguage(totalLabels[name] ?? { zh: name }, language))];
  const lines = bureaus.flatMap((bureau) => sources.map(({ of, schemas }) => {
    const totals = schemas.find(({ schema }) => schema === bureauSchema(bureau.code))?.totals ?? {};
    return [inLanguage(bureau, language) + (of === null ? '' : ` · ${inLanguage(of, language)}`), ...names.map((name) => totalText(name, totals[name] ?? 0))];
  }));
  return textTable([head, ...lines]);
}

export const tablesOf = (schemas: readonly SchemaTally[]): number => schemas.reduce((sum, { tables }) => sum + tables.length, 0);

export const rowsOf = (schemas: readonly SchemaTally[]): number => schemas.reduce((sum, { tables }) => tables.reduce((inner, { rows }) => inner + rows, sum), 0);

export const tablesLine = (schemas: readonly SchemaTally[], language: Language): string =>
  inLanguage(backupSays.tables(schemas.length, tablesOf(schemas), rowsOf(schemas)), language);
