/** Where something stands in a scheme file: words from the top down, null for an item of a list. */
export type WrittenPath = readonly (string | null)[];

/** A word with what stands behind it, or something by itself: an item of a list, a word not finished yet. */
export interface Written {
  /** The same for everything that stands side by side. */
  readonly block: number;
  readonly path: WrittenPath;
  /** Null: by itself. */
  readonly word: string | null;
  /** Empty where more stands below. */
  readonly value: string;
  readonly line: number;
}

interface Block {
  readonly indent: number;
  readonly isList: boolean;
  readonly id: number;
  readonly path: WrittenPath;
  /** Where what stands deeper belongs: below the last word, or the last item. */
  open: WrittenPath;
}

/**
 * Everything that is written in a scheme file, whether or not it can be read as one: who is asked in the middle of a word
 * has a text that is not YAML yet. Understands what the format uses – blocks, lists, braces over several lines, quotes,
 * comments – and never fails.
 */
export function writtenWords(text: string): Written[] {
  const found: Written[] = [];
  const root: Block = { indent: 0, isList: false, id: 0, path: [], open: [] };
  const state: State = { found, stack: [root], blocks: 1 };
  const lines = text.split('\n').map(withoutComment);
  let carried = '';
  lines.forEach((line, index) => {
    if (carried === '' && line.trim() === '') return;
    const whole = carried === '' ? line : `${carried} ${line.trim()}`;
    // Braces that are still open go on in a line further in; any other begins something else, and these are being written.
    const next = lines.slice(index + 1).find((it) => it.trim() !== '');
    const isOpen = depthOf(whole) > 0 && next !== undefined && indentOf(next) > indentOf(whole);
    carried = isOpen ? whole : '';
    if (!isOpen) readLine(state, whole, index + 1);
  });
  return found;
}

interface State {
  readonly found: Written[];
  readonly stack: Block[];
  blocks: number;
}

function readLine(state: State, line: string, number: number): void {
  readContent(state, line.trim(), indentOf(line), number);
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

function readContent(state: State, content: string, indent: number, number: number): void {
  const item = /^-(?:\s+|$)/.exec(content);
  if (item) {
    const list = blockAt(state, indent, true);
    list.open = [...list.path, null];
    const rest = content.slice(item[0].length);
    if (rest !== '') readContent(state, rest, indent + item[0].length, number);
    return;
  }
  const pair = /^([^\s{}[\],"']+):(?:\s+(.*))?$/.exec(content);
  const top = pair === null ? blockFor(state, indent) : blockAt(state, indent, false);
  if (pair === null) {
    readValue(state, top, null, content, number);
    return;
  }
  const [, word = '', value = ''] = pair;
  top.open = [...top.path, word];
  readValue(state, top, word, value, number);
}

/** The block that begins at this column, made where it is new. */
function blockAt(state: State, indent: number, isList: boolean): Block {
  const { stack } = state;
  const last = (): Block | undefined => stack.at(-1);
  while (stack.length > 1 && ((last()?.indent ?? 0) > indent || (last()?.indent === indent && last()?.isList === true && !isList))) stack.pop();
  const top = last();
  if (top && top.indent === indent && top.isList === isList) return top;
  const path = top?.open ?? [];
  const made: Block = { indent, isList, id: state.blocks++, path, open: path };
  stack.push(made);
  return made;
}

/** Where something by itself stands: the item of a list just begun, or among the words of its column. */
function blockFor(state: State, indent: number): Block {
  const top = state.stack.at(-1);
  if (top?.isList && indent > top.indent) return { indent, isList: true, id: state.blocks++, path: top.open, open: top.open };
  return blockAt(state, indent, false);
}

function readValue(state: State, { id, path }: Block, word: string | null, value: string, line: number): void {
  const isFlow = value.startsWith('{') || value.startsWith('[');
  if (word !== null || !isFlow) state.found.push({ block: id, path, word, value: isFlow ? '' : unquoted(value), line });
  if (isFlow) readFlow({ state, text: value, line, at: 0 }, word === null ? path : [...path, word]);
}

interface Flow {
  readonly state: State;
  readonly text: string;
  readonly line: number;
  at: number;
}

/** Braces or brackets and everything in them. */
function readFlow(flow: Flow, path: WrittenPath): void {
  const isList = flow.text[flow.at] === '[';
  const block = flow.state.blocks++;
  const inside = isList ? [...path, null] : path;
  flow.at += 1;
  while (flow.at < flow.text.length) {
    const char = flow.text[flow.at] ?? '';
    if (char === '}' || char === ']') {
      flow.at += 1;
      return;
    }
    if (char === ',' || char === ' ') flow.at += 1;
    else if (char === '{' || char === '[') readFlow(flow, inside);
    else readPair(flow, block, inside);
  }
}

function readPair(flow: Flow, block: number, path: WrittenPath): void {
  const { state: { found }, line } = flow;
  const word = scalarAt(flow);
  if (flow.text[flow.at] !== ':') {
    found.push({ block, path, word: null, value: word, line });
    return;
  }
  flow.at += 1;
  while (flow.text[flow.at] === ' ') flow.at += 1;
  const char = flow.text[flow.at] ?? '';
  if (char === '{' || char === '[') {
    found.push({ block, path, word, value: '', line });
    readFlow(flow, [...path, word]);
  } else found.push({ block, path, word, value: scalarAt(flow), line });
}

function scalarAt(flow: Flow): string {
  const rest = flow.text.slice(flow.at);
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(rest)?.[0];
  const found = quoted ?? /^(?:(?!:(?:\s|$))[^,{}[\]])*/.exec(rest)?.[0] ?? '';
  // Something unreadable is passed over letter by letter.
  flow.at += Math.max(found.length, flow.text[flow.at] === ':' ? 0 : 1);
  return unquoted(found.trim());
}

const unquoted = (value: string): string => (/^(["']).*\1$/.test(value) ? value.slice(1, -1) : value);

const QUOTED = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/g;

function withoutComment(line: string): string {
  const bare = line.replace(QUOTED, (found) => '"'.repeat(found.length));
  const at = /(?:^|\s)#/.exec(bare)?.index;
  return at === undefined ? line : line.slice(0, at);
}

/** How many braces and brackets are still open. */
function depthOf(line: string): number {
  const bare = line.replace(QUOTED, '');
  return [...bare].reduce((depth, char) => depth + (char === '{' || char === '[' ? 1 : char === '}' || char === ']' ? -1 : 0), 0);
}
