import { z } from 'zod';
import { activityShape, contentShape, excuseShape, fileShape, partShape, ruleShape } from './file-shape.ts';
import { guideShape } from './guide-shape.ts';
import { limitShape } from './limit-shape.ts';
import { matchShape } from './match-shape.ts';
import { labelShape } from './quantities.ts';
import { isFields } from './raw-value.ts';
import { classShape, fieldShape, registerShape, tagShape } from './register-shape.ts';
import { requirementShape } from './requirement-shape.ts';
import { filingShape, gradeShape, groupPartShape, markedPartShape, proposalShape, resultShape, totalPartShape, vetoShape } from './result-shape.ts';
import { valueShapes } from './value-shapes.ts';
import { wordNames } from './word-names.ts';

/** What is described once under a name and referred to from wherever it may stand. */
const definitions: Readonly<Record<string, z.ZodType>> = {
  activity: activityShape, guide: guideShape, content: contentShape, excuse: excuseShape, label: labelShape, part: partShape, rule: ruleShape, limit: limitShape,
  match: matchShape, register: registerShape, field: fieldShape, class: classShape, tag: tagShape, result: resultShape, grade: gradeShape,
  veto: vetoShape, total: totalPartShape, marked: markedPartShape, group: groupPartShape, proposal: proposalShape, filing: filingShape, requirement: requirementShape,
  ...Object.fromEntries(Object.entries(valueShapes).map(([kind, shape]) => [`value-${kind}`, shape])),
};
for (const [id, shape] of Object.entries(definitions)) z.globalRegistry.add(shape, { id: `scheme-${id}` });

/** The format for editors, as JSON Schema draft 7: what completes words while a scheme is written. */
export function schemeJsonSchema(): unknown {
  return {
    title: '考核方案 · Scheme of Zhibu',
    ...withNames(z.toJSONSchema(fileShape, { target: 'draft-7', io: 'input', reused: 'inline' })),
  };
}

/** Adds the Chinese name of each word as its description. */
function withNames(schema: object): object {
  return Object.fromEntries(Object.entries(schema).map(([key, inside]: [string, unknown]) => [
    key, key === 'properties' && isFields(inside) ? namedWords(inside) : inner(inside),
  ]));
}

const namedWords = (words: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(words).map(([word, inside]) => [
    word, isFields(inside) ? { description: wordNames[word], ...withNames(aside(inside)) } : inside,
  ]));

/** Draft 7 passes over whatever stands beside a reference, so the reference steps aside for the description. */
const aside = ({ $ref, ...rest }: Readonly<Record<string, unknown>>): object => ($ref === undefined ? rest : { ...rest, allOf: [{ $ref }] });

function inner(inside: unknown): unknown {
  if (Array.isArray(inside)) return inside.map(inner);
  return isFields(inside) ? withNames(inside) : inside;
}
