import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { Hono, type Context } from 'hono';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png',
  '.ico': 'image/x-icon', '.json': 'application/json', '.woff2': 'font/woff2', '.txt': 'text/plain; charset=utf-8',
};

interface Bureaus {
  readonly codes: ReadonlySet<string>;
  readonly single: string | undefined;
}

/**
 * The built pages. Assets carry their hash in the name and are kept for a year; every other path answers with the one
 * page, given a nonce for its styles and the path segment of its bureau.
 */
export function pages(folder: string, bureaus: Bureaus): Hono {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const app = new Hono();
  app.get('/assets/*', (context) => asset(folder, context, 'public, max-age=31536000, immutable'));
  app.get('/icon.svg', (context) => asset(folder, context, 'public, max-age=3600'));
  app.get('*', (context) => {
    const segment = context.req.path.split('/')[1] ?? '';
    // Whoever comes with the code of the only bureau, as from a portal that knows it, means the first page.
    if (bureaus.single && context.req.path.replace(/\/$/, '') === `/${bureaus.single}`) return context.redirect('/');
    if (bureaus.single) return html(context, page, '');
    if (bureaus.codes.has(segment)) return html(context, page, `/${segment}`);
    const first = [...bureaus.codes][0];
    return first ? context.redirect(`/${first}/`) : context.text('no bureau', 404);
  });
  return app;
}

async function asset(folder: string, context: Context, cache: string): Promise<Response> {
  const path = normalize(join(folder, decodeURIComponent(context.req.path)));
  const bytes = path.startsWith(folder + sep) ? await readFile(path).catch(() => undefined) : undefined;
  if (!bytes) return context.text('not found', 404);
  return context.body(new Uint8Array(bytes), 200, {
    'content-type': MEDIA_TYPES[extname(path)] ?? 'application/octet-stream',
    'cache-control': cache,
    'x-content-type-options': 'nosniff',
  });
}

function html(context: Context, page: string, base: string): Response {
  const nonce = randomBytes(16).toString('base64');
  return context.body(page.replaceAll('__NONCE__', nonce).replaceAll('__BASE__', base), 200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    // What our pages need and nothing else; antd's styles carry the nonce.
    'content-security-policy': [
      "default-src 'none'", "script-src 'self'", `style-src 'self' 'nonce-${nonce}'`, "img-src 'self'", "font-src 'self'", "connect-src 'self'",
      "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'x-frame-options': 'DENY',
  });
}
