import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { otherOperations } from '#domain/audit/words.ts';

const sources = readdirSync('src/web', { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'));

/** The text without its comments and without what is said in Chinese: the table `zh: { … }`, or one text of it. */
function withoutChinese(text: string): string {
  let rest = text.replaceAll(/\/\*.*?\*\/|^\s*\/\/.*$/gms, '');
  for (let at = rest.search(/\bzh: \{/); at >= 0; at = rest.search(/\bzh: \{/)) {
    let depth = 1;
    let end = rest.indexOf('{', at) + 1;
    for (; depth > 0 && end < rest.length; end++) depth += rest[end] === '{' ? 1 : rest[end] === '}' ? -1 : 0;
    rest = `${rest.slice(0, at)}${rest.slice(end)}`;
  }
  return rest.replaceAll(/\bzh: (\([^)]*\)[^=]*=> )?(['`]).*?\2|“[^”]*”/g, '');
}

/** One of both languages is chosen there, or it is the mark that the table of a scheme is written with. */
const chosen = /=== '(zh|、)' \?|const (\w+Zh|SEPARATOR)\b/;

describe('words of a page', () => {
  it('stand between marks of their language: no Chinese comma or colon comes into an English page', () => {
    const mixed = sources.flatMap((path) => withoutChinese(readFileSync(join('src/web', path), 'utf8')).split('\n')
      .filter((line) => /[，。：；、（）]/.test(line) && !chosen.test(line)).map((line) => `${path} ${line.trim().slice(0, 120)}`));
    expect(mixed).toEqual([]);
  });
});

describe('words of the trail', () => {
  it('name every operation that the program performs without being asked over the network', () => {
    const server = readdirSync('src/server', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts') && !path.includes('.test.'));
    const performed = server.flatMap((path) => [...readFileSync(join('src/server', path), 'utf8').matchAll(/actor: founder.*operation: '(\w+)'/g)].map(([, name = '']) => name));
    expect(performed).toContain('foundDemo');
    expect(performed.filter((name) => otherOperations[name] === undefined)).toEqual([]);
  });
});
