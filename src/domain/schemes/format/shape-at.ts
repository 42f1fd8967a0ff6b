import { z } from 'zod';
import { fileShape } from './file-shape.ts';
import type { Path } from './problem.ts';
import { fieldOf, itemsOf } from './raw-value.ts';
import { likelyKind } from './likely-kind.ts';

/** An object of the format: its words, each with the shape of what is said under it. */
export type ObjectShape = z.ZodObject<Readonly<Record<string, z.ZodType>>>;

/** What the format expects at a place of the file. */
export interface Expected {
  /** The objects among which `kind` chooses, by kind; null where there is no choice. */
  readonly choices: Readonly<Record<string, ObjectShape>> | null;
  /** The object that stands there, or most likely was meant to. */
  readonly shape: ObjectShape | null;
}

/** Follows `path` through the format and the file together, because what is allowed below depends on the kinds written above. */
export function expectedAt(path: Path, file: unknown): Expected {
  let raw = file;
  let here: z.core.$ZodType | null = fileShape;
  for (const step of path) {
    here = here === null ? null : below(here, step, raw);
    raw = typeof step === 'number' ? itemsOf(raw)[step] : fieldOf(raw, step);
  }
  return here === null ? nothing : expected(bare(here), raw);
}

const nothing: Expected = { choices: null, shape: null };

function expected(type: z.core.$ZodType, raw: unknown): Expected {
  if (type instanceof z.ZodObject) return { choices: null, shape: type };
  if (!(type instanceof z.ZodDiscriminatedUnion)) return type instanceof z.ZodUnion ? anyObject(type) : nothing;
  const choices = choicesOf(type);
  return { choices, shape: choices[likelyKind(choices, raw)] ?? null };
}

/** Of a choice without kinds the object, if there is one: a condition is a list, a flag, or two bounds. */
const anyObject = ({ options }: z.ZodUnion): Expected =>
  ({ choices: null, shape: options.find((option) => option instanceof z.ZodObject) ?? null });

function choicesOf({ options }: z.ZodDiscriminatedUnion): Readonly<Record<string, ObjectShape>> {
  return Object.fromEntries(options.flatMap((option): [string, ObjectShape][] => {
    const kind = option instanceof z.ZodObject ? option.shape['kind'] : undefined;
    return option instanceof z.ZodObject && kind instanceof z.ZodLiteral ? [[String(kind.value), option]] : [];
  }));
}

function below(type: z.core.$ZodType, step: string | number, raw: unknown): z.core.$ZodType | null {
  const inside = bare(type);
  if (typeof step === 'number') return inside instanceof z.ZodArray ? inside.element : null;
  if (inside instanceof z.ZodRecord) return inside.valueType;
  const { shape } = expected(inside, raw);
  return shape !== null && Object.hasOwn(shape.shape, step) ? shape.shape[step] ?? null : null;
}

/** The shape of what a clerk writes, without being optional or turned into something else. */
function bare(type: z.core.$ZodType): z.core.$ZodType {
  if (type instanceof z.ZodOptional) return bare(type.unwrap());
  return type instanceof z.ZodPipe ? bare(type.in) : type;
}
