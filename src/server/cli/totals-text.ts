import type { PersonTotal } from '#domain/engine/evaluation.ts';
import { formatChange, formatHundredths, type Hundredths } from '#domain/points/hundredths.ts';
import type { PointsNode, Scheme } from '#domain/schemes/scheme.ts';
import { inLanguage, type Language } from '#domain/words/words.ts';
import { says } from './cli-words.ts';
import { textTable } from './text-table.ts';

/** One line for each person: name, what each part gives, the total, and what waits for confirmation where anything does. */
export function totalsText(totals: readonly PersonTotal[], scheme: Scheme, names: ReadonlyMap<string, string>, language: Language): string {
  if (totals.length === 0) return inLanguage(says.nobody, language);
  const parts = scheme.points?.children ?? [];
  const waiting = totals.some(({ proposed }) => proposed !== 0);
  const heading = [
    inLanguage(says.person, language), ...parts.map(({ label }) => inLanguage(label, language)), inLanguage(says.total, language),
    ...(waiting ? [inLanguage(says.proposed, language)] : []),
  ];
  const rows = totals.map((total) => [
    names.get(total.person) ?? total.person,
    ...parts.map(({ id }) => figure(total.parts.find(({ part }) => part === id)?.value ?? null, language)),
    (total.excluded === null ? figure(total.total, language) : inLanguage(says.excluded, language)) + gapsText(total, parts, language),
    ...(waiting ? [total.proposed === 0 ? '' : formatChange(total.proposed)] : []),
  ]);
  return textTable([heading, ...rows]);
}

const figure = (value: Hundredths | null, language: Language): string =>
  value === null ? inLanguage(says.noBasis, language) : formatHundredths(value);

/** A missing total names what is missing. */
function gapsText({ gaps }: PersonTotal, parts: readonly PointsNode[], language: Language): string {
  if (gaps.length === 0) return '';
  const all = parts.flatMap(withDescendants);
  const labels = gaps.map((gap) => all.find(({ id }) => id === gap)?.label ?? { zh: gap, en: gap });
  return inLanguage(says.gaps(labels), language);
}

const withDescendants = (node: PointsNode): PointsNode[] => [node, ...(node.kind === 'part' ? node.children.flatMap(withDescendants) : [])];
