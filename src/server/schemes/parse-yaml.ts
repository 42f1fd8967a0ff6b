import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type Pair, type YAMLError } from 'yaml';
import { pathText, type Path, type Position, type Positions, type Problem } from '#domain/schemes/format/problem.ts';
import type { Words } from '#domain/words/words.ts';
import { isBroken, syntaxWords } from './syntax-problem.ts';

/** What a YAML text says, and where it says it. */
export interface ReadYaml {
  readonly value: unknown;
  readonly positions: Positions;
  readonly problems: readonly Problem[];
  /** The writing itself is wrong, so that the value is a guess and not worth checking. */
  readonly broken: boolean;
}

const textCharactersMax = 2_000_000;
const depthMax = 40;

/**
 * Reads one YAML 1.2 document into a plain value with the line and column of each part. Aliases are refused, because a
 * scheme is read aloud from top to bottom and because a small text could unfold into a huge one. With `text` every
 * scalar stays as it is written, so that the number 007 keeps its zeros.
 */
export function parseYaml(text: string, scalars: 'typed' | 'text' = 'typed'): ReadYaml {
  if (text.length > textCharactersMax) return tooLong();
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: scalars === 'text' ? 'failsafe' : 'core' });
  const broken = document.errors.find(isBroken);
  // After the first break the parser guesses; what it finds then is mostly its own misunderstanding.
  const problems = (broken === undefined ? document.errors : [broken]).map((error) => syntaxProblem(error, lines));
  const reader = new NodeReader(lines, problems);
  const value = reader.read(document.contents, []);
  return { value, positions: reader.positions, problems, broken: broken !== undefined };
}

class NodeReader {
  readonly #lines: LineCounter;
  readonly #problems: Problem[];
  readonly #words = new Map<string, Position>();
  readonly #values = new Map<string, Position>();

  constructor(lines: LineCounter, problems: Problem[]) {
    this.#lines = lines;
    this.#problems = problems;
  }

  readonly positions: Positions = {
    word: (path) => nearest(path, (key) => this.#words.get(key) ?? this.#values.get(key)),
    value: (path) => nearest(path, (key) => this.#values.get(key)),
  };

  read(node: Node | Pair | null, path: Path): unknown {
    if (node === null || !('range' in node)) return null;
    const here = position(this.#lines, node.range?.[0] ?? 0);
    this.#values.set(pathText(path), here);
    if (path.length > depthMax) return this.#refuse(here, path, tooDeep);
    if (isScalar(node)) return node.value;
    if (isSeq<Node | Pair | null>(node)) return node.items.map((item, index) => this.read(item, [...path, index]));
    if (isMap<Node, Node | null>(node)) return this.#readMap(node.items, path);
    return this.#refuse(here, path, isAlias(node) ? noAlias : notPlain);
  }

  #readMap(pairs: readonly Pair<Node, Node | null>[], path: Path): unknown {
    return Object.fromEntries(pairs.map(({ key, value }) => {
      const word = isScalar(key) ? String(key.value) : '';
      const at = [...path, word];
      this.#words.set(pathText(at), position(this.#lines, key.range?.[0] ?? 0));
      const inside = this.read(value, at);
      return [word, inside];
    }));
  }

  #refuse(at: Position, path: Path, words: Words): null {
    this.#problems.push({ ...at, path: pathText(path), words });
    return null;
  }
}

/** Something that is not in the text stands where the nearest thing around it stands. */
function nearest(path: Path, find: (key: string) => Position | undefined): Position {
  for (let length = path.length; length >= 0; length -= 1) {
    const found = find(pathText(path.slice(0, length)));
    if (found !== undefined) return found;
  }
  return { line: 1, column: 1 };
}

function position(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

const noAlias: Words = { zh: '不能用“*”引用别处，请把内容写全。', en: 'Aliases (“*”) are not possible; write it out.' };
const notPlain: Words = { zh: '这里的写法认不出来。', en: 'This cannot be read.' };
const tooDeep: Words = { zh: `层次超过 ${depthMax} 层。`, en: `More than ${depthMax} levels deep.` };

const tooLong = (): ReadYaml => ({
  value: null,
  broken: true,
  positions: { word: () => ({ line: 1, column: 1 }), value: () => ({ line: 1, column: 1 }) },
  problems: [{
    line: 1, column: 1, path: '',
    words: { zh: `文件超过 ${textCharactersMax} 字，不予读取。`, en: `The file has more than ${textCharactersMax} characters and is not read.` },
  }],
});

const syntaxProblem = (error: YAMLError, lines: LineCounter): Problem =>
  ({ ...position(lines, error.pos[0]), path: '', words: syntaxWords(error) });
