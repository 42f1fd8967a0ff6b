import { posix } from 'node:path';

export interface Import {
  /** `own`: a file of ours, as a path from the root. `library`: the package's name. */
  readonly kind: 'own' | 'library';
  readonly target: string;
  readonly typeOnly: boolean;
  /** Fetched when somebody asks for it. */
  readonly lazy: boolean;
}

const ROOTS: Readonly<Record<string, string>> = { '#domain': 'src/domain', '#server': 'src/server', '#web': 'src/web', '#test': 'test' };

/** Every import of a file: static, re-export and `import()`. */
export function importsOf(path: string, text: string): readonly Import[] {
  const found = [...text.matchAll(/(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\(\s*'([^']+)'\s*\)/g)];
  return found.map(([, type, fixed, later]): Import => {
    const name = fixed ?? later ?? '';
    const lazy = fixed === undefined;
    const typeOnly = type !== undefined;
    const root = ROOTS[name.split('/')[0] ?? ''];
    if (root) return { kind: 'own', target: `${root}${name.slice(name.indexOf('/'))}`, typeOnly, lazy };
    if (name.startsWith('.')) return { kind: 'own', target: posix.join(posix.dirname(path), name), typeOnly, lazy };
    return { kind: 'library', target: packageOf(name), typeOnly, lazy };
  });
}

/** Groups of files that import each other in a circle, each written as the way round. */
export function circlesAmong(targets: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  const follow = (path: string, way: readonly string[]): void => {
    const met = way.indexOf(path);
    if (met >= 0) circles.push([...way.slice(met), path].join(' → '));
    if (met >= 0 || done.has(path)) return;
    for (const target of targets.get(path) ?? []) follow(target, [...way, path]);
    done.add(path);
  };
  for (const path of targets.keys()) follow(path, []);
  return circles;
}

const packageOf = (name: string): string => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/');

/** Functions longer than `limit` lines, by the indentation that the formatter keeps: name and length. */
export function longFunctions(text: string, limit: number): readonly string[] {
  const lines = text.split('\n');
  const found: string[] = [];
  lines.forEach((line, start) => {
    const head = /^(\s*)(?:export )?(?:async )?(?:function\*? (\w+)|const (\w+) = (?:async )?(?:\([^)]*\)|\w+)(?:: [^=]+)? =>)/.exec(line);
    // An arrow that ends on its own line has no body to measure.
    if (!head || /;\s*$/.test(line)) return;
    const indent = head[1] ?? '';
    const end = lines.findIndex((it, at) => at > start && new RegExp(`^${indent}[}\\])]`).test(it));
    if (end > 0 && end - start + 1 > limit) found.push(`${head[2] ?? head[3] ?? '?'} ${end - start + 1}`);
  });
  return found;
}
