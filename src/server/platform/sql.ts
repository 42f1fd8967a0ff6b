/**
 * SQL as text with its values beside it. The tag is the only way to a statement, so a value cannot end up inside the
 * text by accident; the three ways to put text into a statement (`identifier`, `literal`, nested `sql`) are here.
 */
export interface Sql {
  readonly text: string;
  readonly values: readonly unknown[];
}

const isSql = (value: unknown): value is Sql =>
  typeof value === 'object' && value !== null && 'text' in value && 'values' in value && Object.isFrozen(value);

/** A statement with numbered parameters; a nested `sql` value is spliced in with its own parameters renumbered. */
export function sql(parts: TemplateStringsArray, ...inserted: readonly unknown[]): Sql {
  const values: unknown[] = [];
  let text = parts[0] ?? '';
  inserted.forEach((value, at) => {
    if (isSql(value)) {
      const shift = values.length;
      text += value.text.replace(/\$(\d+)/g, (_, number: string) => `$${Number(number) + shift}`);
      values.push(...value.values);
    } else {
      values.push(value);
      text += `$${values.length}`;
    }
    text += parts[at + 1] ?? '';
  });
  return Object.freeze({ text, values });
}

/** Statement text that carries no values, from a place we wrote ourselves (a migration, a fixed list of columns). */
export const rawSql = (text: string): Sql => Object.freeze({ text, values: [] });

/** A name inside a statement, quoted. */
export const identifier = (name: string): Sql => rawSql(`"${name.replaceAll('"', '""')}"`);

/** A string as a literal, for `SET LOCAL`, which takes no parameters. `E''` so that a backslash means itself. */
export const literal = (value: string): Sql =>
  rawSql(`E'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\0', '')}'`);

/** Statements or conditions joined by a fixed text. */
export function joined(pieces: readonly Sql[], by: string): Sql {
  const [first, ...rest] = pieces;
  if (!first) return rawSql('');
  return rest.reduce((whole, piece) => sql`${whole}${rawSql(by)}${piece}`, first);
}
