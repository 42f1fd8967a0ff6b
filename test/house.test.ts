import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { circlesAmong, importsOf, longFunctions } from './house/reading.ts';
import { libraryWalls, mayImport } from './house/walls.ts';

/** What git tracks or would track; other people's unfinished files count too. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n').filter((path) => path !== '');
const sources = files.filter((path) => /^(src|test|scripts|bench)\/.*\.(ts|tsx|mjs)$/.test(path));
const isTest = (path: string): boolean => /\.(test|e2e)\.tsx?$/.test(path) || path.startsWith('test/');
const textOf = (path: string): string => readFileSync(path, 'utf8');

describe('the house', () => {
  it('lets nobody import over a wall', () => {
    const broken = sources.filter((path) => path.startsWith('src/') && !isTest(path)).flatMap((path) =>
      importsOf(path, textOf(path)).filter((it) => it.kind === 'own' && !mayImport(path, it.target)).map((it) => `${path} → ${it.target}`));
    expect(broken).toEqual([]);
  });

  it('lets the server reach nothing that calls another machine', () => {
    const reached = new Set(['src/server/main.ts']);
    // A set that grows while it is walked gives what was added as well.
    for (const path of reached) for (const it of importsOf(path, textOf(path))) if (it.kind === 'own' && !it.typeOnly && sources.includes(it.target)) reached.add(it.target);
    expect(reached.size).toBeGreaterThan(300);
    expect([...reached].filter((path) => path.startsWith('src/server/portal/'))).toEqual([]);
  });

  it('uses each library only in the folders that the table gives it', () => {
    const broken = sources.filter((path) => path.startsWith('src/') && !isTest(path)).flatMap((path) =>
      importsOf(path, textOf(path)).filter((it) => it.kind === 'library' && !libraryWalls(it.target, path, it.typeOnly)).map((it) => `${path} → ${it.target}`));
    expect(broken).toEqual([]);
  });

  it('has no circle of imports, not even of types', () => {
    const own = sources.filter((path) => path.startsWith('src/') && !isTest(path));
    const targets = new Map(own.map((path) => [path, importsOf(path, textOf(path)).filter(({ kind, lazy }) => kind === 'own' && !lazy).map(({ target }) => target)]));
    expect(circlesAmong(targets)).toEqual([]);
  });

  it('climbs no folders and has no barrels', () => {
    const climbing = sources.filter((path) => path.startsWith('src/')).filter((path) => /from '\.\.\//.test(textOf(path)));
    const barrels = sources.filter((path) => /\/index\.tsx?$/.test(path));
    expect([...climbing, ...barrels]).toEqual([]);
  });

  it('keeps files small: 400 lines, tests 600', () => {
    const large = sources.map((path) => ({ path, lines: textOf(path).split('\n').length - 1 }))
      .filter((it) => it.lines > (isTest(it.path) ? 600 : 400)).map((it) => `${it.path} ${it.lines}`);
    expect(large).toEqual([]);
  });

  it('keeps functions small: 70 lines, components 120', () => {
    const long = sources.filter((path) => path.startsWith('src/') && !isTest(path)).flatMap((path) =>
      longFunctions(textOf(path), path.endsWith('.tsx') ? 120 : 70).map((it) => `${path} ${it}`));
    expect(long).toEqual([]);
  });

  it('names files by what they are', () => {
    const banned = /(^|[-.])(services?|managers?|helpers?|utils?|common|misc|base|impl|dto)([-.]|$)/i;
    const named = sources.filter((path) => banned.test(basename(path)) && basename(path) !== 'common-refusals.ts');
    const cased = sources.filter((path) => !/^(\.?[a-z0-9]+([-.][a-z0-9]+)*\.(ts|mjs)|[A-Z][A-Za-z0-9]*(\.test)?\.tsx|[a-z0-9-]+(\.[a-z0-9]+)*\.tsx)$/.test(basename(path)));
    expect([...named, ...cased]).toEqual([]);
  });

  it('has no default exports, no any, no silenced compiler', () => {
    const config = /^(vitest|vite)[.a-z]*\.config\.ts$/;
    const wrong = sources.filter((path) => !config.test(path) && path.startsWith('src/')).filter((path) =>
      /^export default/m.test(textOf(path)) || /(:|<|as) any\b/.test(textOf(path)) || /@ts-(ignore|nocheck|expect-error)/.test(textOf(path)));
    expect(wrong).toEqual([]);
  });

  it('keeps the domain pure: no clock, no chance, no ambient state', () => {
    const impure = sources.filter((path) => path.startsWith('src/domain/') && !isTest(path))
      .filter((path) => /\bDate\.now\(|\bnew Date\(|\bMath\.random\(|\bprocess\./.test(textOf(path)));
    expect(impure).toEqual([]);
  });

  it('never names a schema in SQL and takes no connection but through a bureau', () => {
    const naming = sources.filter((path) => path.startsWith('src/server/') && !path.startsWith('src/server/platform/') && !isTest(path))
      .filter((path) => /\b(FROM|JOIN|INTO|UPDATE)\s+(public|zhibu|bureau_\w+)\./.test(textOf(path)) || /from 'pg'/.test(textOf(path)));
    expect(naming).toEqual([]);
  });

  it('asks one connection one thing at a time in every room', () => {
    const atOnce = sources.filter((path) => /^src\/server\/(?!platform\/|demo\/|main\.ts)/.test(path) && !isTest(path)).filter((path) => textOf(path).includes('Promise.all('));
    expect(atOnce).toEqual([]);
  });

  it('writes the ledger in exactly one place', () => {
    const writers = sources.filter((path) => /INSERT INTO ledger_entry\b/.test(textOf(path)) && !isTest(path));
    expect(writers).toEqual(['src/server/points/post-entries.ts']);
  });

  it('writes the fact log in exactly one place', () => {
    const writers = sources.filter((path) => /INSERT INTO fact_log\b/.test(textOf(path)) && !isTest(path));
    expect(writers).toEqual(['src/server/facts/fact-writes.ts']);
  });

  it('draws every figure by the one component that takes grounds', () => {
    const drawn = sources.filter((path) => path.startsWith('src/web/') && !isTest(path) && !/^src\/web\/ui\/(Figure|figure-|Grounds|grounds-)/.test(path))
      .filter((path) => textOf(path).split('\n').some((line) =>
        /\b(formatHundredths|pointsText|changeText|figureWords|figureText|hoursText)\(|\.toFixed\(/.test(line) && !/text: \(|<Figure\b/.test(line)));
    expect(drawn).toEqual([]);
  });

  it('stands alone: no path of a machine, no word of a workplace', () => {
    const texts = files.filter((path) => /\.(ts|tsx|mjs|md|sql|json|yaml|css|html)$/.test(path) && path !== 'package-lock.json' && path !== 'test/house.test.ts');
    expect(texts.filter((path) => /\/work\/|\.\.\/shared/.test(textOf(path)))).toEqual([]);
  });
});
