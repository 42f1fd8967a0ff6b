import { readFileSync } from 'node:fs';

/** A line of a sheet worked by hand: an item, one of the parts of an item, an aspect or the total. */
export interface HandLine {
  readonly clause: string;
  readonly id: string;
  readonly label: string;
  /** One of the 32, and not a part of one, an aspect or the total. */
  readonly isItem: boolean;
  /** Hundredths; null where there is nothing to judge. */
  readonly mark: number | null;
  readonly full: number | null;
  readonly part: string;
  readonly whole: string;
  readonly because: string;
}

const hundredths = (text: string): number | null => (/^\d+\.\d\d$/.test(text) ? Number(text.replace('.', '')) : null);

/** The committed sheet of a branch; a Chinese comma inside a sentence divides no cells. */
export function handSheet(branch: string): readonly HandLine[] {
  const lines = readFileSync(`test/november/${branch}.csv`, 'utf8').trim().split('\n').slice(1).map((line) => {
    const [clause = '', id = '', label = '', , full = '', , part = '', whole = '', mark = '', because = ''] = line.split(',');
    return { clause, id, label, isItem: false, mark: hundredths(mark), full: hundredths(full), part, whole, because };
  });
  // The first line of a clause is its item; what follows under the same clause is a part of it.
  return lines.map((line, at) => ({ ...line, isItem: line.clause.includes('.') && lines[at - 1]?.clause !== line.clause }));
}
