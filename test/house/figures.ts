/** Names under which contracts answer with numbers: counts, shares, values. What orders or names a thing is no figure. */
const NO_FIGURES = new Set(['version', 'line', 'column', 'row', 'year', 'quarter', 'page', 'size', 'seq', 'sitting', 'done', 'makeUpDays']);

/** Fields of a contract that hold a number, such as `total: z.number().int()`. */
export function numbersIn(contract: string): readonly string[] {
  const aliases = [...contract.matchAll(/^const (\w+) = z\.(?:coerce\.)?number\(\)/gm)].map(([, name]) => name);
  const number = `(?:z\\.(?:coerce\\.)?number\\(\\)${aliases.map((it) => `|${it}\\b`).join('')})`;
  return [...contract.matchAll(new RegExp(`\\b(\\w+): ${number}`, 'g'))].map(([, name = '']) => name).filter((name) => !NO_FIGURES.has(name));
}

/** One component, or a link that leads to what is counted, takes what it shows; whatever else shows a number does not say why. */
const GIVES_GROUNDS = ['Figure', 'CountLink', 'Count'];

/**
 * Places of a page that show a number by itself: `<b>{counts.expected}</b>`, `<td>{node.members ?? 0}</td>`. A number that
 * is the words of a button is passed over: the button opens what it counts.
 */
export function bareFigures(text: string, numbers: ReadonlySet<string>): readonly string[] {
  const shown = [...text.matchAll(/>\s*\{(?:[\w?]+\.)+(\w+)(?:\.toLocaleString\([^)]*\)| \?\? \w+)?\}/g), ...text.matchAll(/>\s*\{(\w+)(?:\?\.)?\[(?!language\b)\w+\](?:\.toLocaleString\([^)]*\))?\}/g)];
  return shown.filter(({ 0: whole }) => !/^>\s*\{(t|words)\b/.test(whole)).filter(({ 0: whole, 1: name = '', index }) => {
    const before = text.slice(0, index + 1);
    const tag = /<(\w+)[^<]*>$/.exec(before)?.[1] ?? '';
    const counts = numbers.has(name) || name === 'length' || whole.includes('[');
    return counts && !GIVES_GROUNDS.includes(tag) && !isInButton(before);
  }).map(({ 0: whole }) => whole.slice(1).trim());
}

const isInButton = (before: string): boolean => before.lastIndexOf('<button') > before.lastIndexOf('</button');

/** Columns of figures that draw nothing but the bare text. */
export function bareColumns(text: string): readonly string[] {
  return [...text.matchAll(/figures: true/g)].flatMap(({ index }) => {
    const [start, end] = [openingBrace(text, index), closingBrace(text, index)];
    const column = text.slice(start, end);
    return /\bcell[:,]/.test(column) ? [] : [/key: '?(\w+)/.exec(column)?.[1] ?? '?'];
  });
}

/** Columns that say a count of their row in words and draw nothing that leads to it. */
export function columnsInWords(text: string, numbers: ReadonlySet<string>): readonly string[] {
  return [...text.matchAll(/\btext: \(row(?:: \w+)?\) => (?:[\w.]+\()?row\.(\w+)(?=[\s,)}])/g)].filter(([, name = '']) => numbers.has(name)).flatMap(({ index }) => {
    const column = text.slice(openingBrace(text, index), closingBrace(text, index));
    return /\bcell[:,]|screenOnly/.test(column) ? [] : [/key: '?(\w+)/.exec(column)?.[1] ?? '?'];
  });
}

/** Cells of a total row that are drawn as they are, without a component that opens what they add up. */
export function bareTotals(text: string, numbers: ReadonlySet<string>): readonly string[] {
  const drawn = [...text.matchAll(/\btotal: <[a-z]\w*/g)].map(([whole]) => whole);
  const said = [...text.matchAll(/\btotal: (?!t\.|words\.)(?:\w+\??\.)+(\w+)(?=[,;)\s}])/g)].filter(([, name = '']) => numbers.has(name)).map(([whole]) => whole);
  return [...drawn, ...said];
}

/** An element that closes itself, from its `<` to its `/>`. */
export function elementAt(text: string, from: number): string {
  for (let at = from, depth = 0; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth -= 1;
    else if (depth === 0 && text.startsWith('/>', at)) return text.slice(from, at + 2);
  }
  return text.slice(from);
}

function openingBrace(text: string, from: number): number {
  for (let at = from, depth = 0; at >= 0; at -= 1) {
    if (text[at] === '}') depth += 1;
    else if (text[at] === '{') {
      if (depth === 0) return at;
      depth -= 1;
    }
  }
  return 0;
}

function closingBrace(text: string, from: number): number {
  for (let at = from, depth = 0; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}') {
      if (depth === 0) return at;
      depth -= 1;
    }
  }
  return text.length;
}
