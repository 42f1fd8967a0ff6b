const room = (path: string): string => path.split('/').slice(0, 3).join('/');
const isReads = (path: string): boolean => path.endsWith('-reads.ts');

/** Programs that put all rooms together; nobody imports them. */
const PROGRAMS = ['src/server/main.ts', 'src/server/app.ts', 'src/server/cli/', 'src/server/demo/', 'src/web/main.tsx', 'src/web/routes.tsx', 'src/web/paper-routes.tsx'];
const isProgram = (path: string): boolean => PROGRAMS.some((it) => path.startsWith(it));

const PORTAL = 'src/server/portal/';

/** Who may import whom, as STYLE.md tells it. */
export function mayImport(from: string, to: string): boolean {
  if (to.startsWith('test/')) return false;
  if (from.startsWith('src/domain/')) return to.startsWith('src/domain/');
  if (from.startsWith('src/web/')) return mayWebImport(from, to);
  if (!to.startsWith('src/domain/') && !to.startsWith('src/server/')) return false;
  if (to.startsWith('src/domain/')) return true;
  // It calls another machine, which the server never does: only its own command leads there.
  if (to.startsWith(PORTAL) && !from.startsWith(PORTAL)) return from.startsWith('src/server/cli/');
  if (from.startsWith('src/server/platform/')) return to.startsWith('src/server/platform/');
  if (isProgram(from)) return !to.startsWith('src/server/main');
  if (from.startsWith('src/server/facts/')) return room(to) === 'src/server/facts' || room(to) === 'src/server/platform';
  return ['src/server/platform', 'src/server/facts', room(from)].includes(room(to)) || isReads(to);
}

function mayWebImport(from: string, to: string): boolean {
  if (to.startsWith('src/domain/')) return true;
  if (!to.startsWith('src/web/')) return false;
  if (isProgram(from)) return true;
  if (from.startsWith('src/web/ui/')) return to.startsWith('src/web/ui/') || to.startsWith('src/web/shell/language');
  if (from.startsWith('src/web/shell/')) return /^src\/web\/(ui|shell|access)\//.test(to) || to === 'src/web/paths.ts' || to === 'src/web/routes.tsx';
  return /^src\/web\/(ui|shell)\//.test(to) || to === 'src/web/paths.ts' || room(to) === room(from);
}

type Wall = (path: string) => boolean;
const under = (...folders: readonly string[]): Wall => (path) => folders.some((it) => path.startsWith(it));
const server = under('src/server/');
const web = under('src/web/');

/** Which library may be used where; a library without a row may be used nowhere. */
const LIBRARIES: Readonly<Record<string, Wall>> = {
  zod: (path) => /^src\/domain\/.*contract\.ts$/.test(path) || under('src/domain/schemes/format/')(path) || under('src/server/')(path),
  yaml: under('src/server/schemes/', 'src/web/schemes/', 'src/server/cli/'),
  hono: under('src/server/platform/', 'src/server/app.ts', 'src/server/main.ts'),
  '@hono/node-server': under('src/server/platform/'),
  pg: under('src/server/platform/'),
  pino: under('src/server/platform/', 'src/server/main.ts', 'src/server/app.ts'),
  '@node-rs/argon2': under('src/server/access/'),
  hucre: under('src/server/'),
  'openid-client': under(PORTAL), ldapts: under(PORTAL),
  // Not at run time: where we run from source.
  esbuild: under('src/server/platform/child-program.ts'),
  'pinyin-pro': under('src/server/facts/'),
  react: web, 'react-dom': web, antd: web, '@ant-design/icons': web, '@tanstack/react-query': web, '@tanstack/react-router': web, dayjs: web,
};

/** Types cost nothing at run time, so a wall holds back only what is loaded. */
export function libraryWalls(library: string, path: string, typeOnly: boolean): boolean {
  if (typeOnly && library === 'zod') return true;
  if (library.startsWith('node:')) return server(path);
  return LIBRARIES[library]?.(path) ?? false;
}
