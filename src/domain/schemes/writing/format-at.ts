import { isFields } from '#domain/schemes/format/raw-value.ts';
import type { WrittenPath } from './written-words.ts';

/** A piece of the JSON Schema of the format. */
export type Shape = Readonly<Record<string, unknown>>;

/** What may stand at a place of a file, with every reference and choice followed: one shape for each possibility. */
export function shapesAt(schema: Shape, path: WrittenPath): readonly Shape[] {
  return path.reduce<readonly Shape[]>((shapes, step) => shapes.flatMap((shape) => below(schema, shape, step)), choices(schema, schema));
}

function below(schema: Shape, shape: Shape, step: string | null): readonly Shape[] {
  if (step === null) return isFields(shape.items) ? choices(schema, shape.items) : [];
  const { properties, additionalProperties } = shape;
  const named = isFields(properties) && Object.hasOwn(properties, step) ? properties[step] : additionalProperties;
  return isFields(named) ? choices(schema, named) : [];
}

function choices(schema: Shape, shape: Shape): readonly Shape[] {
  const { $ref, allOf, anyOf, oneOf } = shape;
  if (typeof $ref === 'string') return choices(schema, referred(schema, $ref));
  const several = [allOf, anyOf, oneOf].find(Array.isArray);
  return several ? several.filter(isFields).flatMap((one) => choices(schema, one)) : [shape];
}

function referred(schema: Shape, reference: string): Shape {
  const name = reference.split('/').at(-1) ?? '';
  const { definitions } = schema;
  const found = isFields(definitions) ? definitions[name] : undefined;
  return isFields(found) ? found : {};
}

/** The words of a shape that allows words of its own, with whether it needs them; empty where it is none. */
export function wordsOf(shape: Shape): readonly { readonly word: string; readonly required: boolean }[] {
  const needed = Array.isArray(shape.required) ? shape.required : [];
  return isFields(shape.properties) ? Object.keys(shape.properties).map((word) => ({ word, required: needed.includes(word) })) : [];
}

/** Whether a shape is meant where `kind` says this: it is told by the one answer that its `kind` allows. */
export function isKind(shape: Shape, kind: string | undefined): boolean {
  const own = isFields(shape.properties) ? shape.properties.kind : undefined;
  return kind === undefined || !isFields(own) || own.const === undefined || own.const === kind;
}

/** The answers that a shape allows, as they are written. */
export function answersOf(shape: Shape): readonly string[] {
  if (Array.isArray(shape.enum)) return shape.enum.map(String);
  if (shape.const !== undefined) return [String(shape.const)];
  return shape.type === 'boolean' ? ['true', 'false'] : [];
}
