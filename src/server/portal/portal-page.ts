import { randomBytes } from 'node:crypto';
import { inLanguage, type Language, type Words } from '#domain/words/words.ts';
import { formFields } from './directory-form.ts';
import { formWords } from './directory-words.ts';
import { escaped } from './escaped.ts';
import { pageWords } from './portal-words.ts';
import type { Form } from './way.ts';

interface Said {
  readonly status: number;
  readonly title: Words;
  readonly text: Words;
  /** By which the log names this answer; null for a page that refuses nobody. */
  readonly id: string | null;
  /** The sign-in page of Zhibu. */
  readonly signIn: string;
  /** Where a name and a password are typed on this page. */
  readonly form?: Form | null;
  /** Where a browser may be sent on to after the form. */
  readonly goal?: string;
}

const STYLE = `:root{color-scheme:light dark}
body{margin:0;font:16px/1.7 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;background:#f5f6f8;color:#1f2328}
main{max-width:34rem;margin:12vh auto;padding:2rem;background:#fff;border:1px solid #d8dce2;border-radius:8px}
h1{margin:.2rem 0 1rem;font-size:1.4rem;line-height:1.4}p{margin:.6rem 0}.small{color:#59636e;font-size:.875rem}
.ways{margin-top:1.4rem}.ways a{display:inline-block;margin:0 1.2rem .6rem 0}a{color:#0b57b7}
.main{padding:.45rem 1.1rem;border-radius:6px;background:#b3191d;color:#fff;text-decoration:none}
label{display:block;margin:.9rem 0 .25rem}input{box-sizing:border-box;width:100%;padding:.5rem .6rem;border:1px solid #818b98;border-radius:6px;font:inherit;background:#fff;color:inherit}
button{margin-top:1.2rem;border:0;font:inherit;cursor:pointer}input:focus-visible,button:focus-visible{outline:3px solid #0b57b7;outline-offset:2px}
section{margin-top:1.6rem;padding-top:.8rem;border-top:1px solid #d8dce2}a:focus-visible{outline:3px solid #0b57b7;outline-offset:2px}
@media (max-width:40rem){main{margin:0;min-height:100vh;box-sizing:border-box;border:0;border-radius:0;padding:1.5rem}}
@media (prefers-color-scheme:dark){body{background:#14171b;color:#e4e7eb}main{background:#1d2126;border-color:#363c44}.small{color:#9aa4af}a{color:#7db4ff}section{border-color:#363c44}.main{color:#fff}input{background:#14171b;border-color:#59636e}}`;

/** The language that a browser asks for before the other one; Chinese where it says nothing of either. */
export function languageOf(request: Request): Language {
  const wanted = (request.headers.get('accept-language') ?? '').toLowerCase().split(',').map((it) => {
    const [tag = '', weight] = it.trim().split(/;\s*q=/);
    return { language: tag.slice(0, 2), weight: weight === undefined ? 1 : Number(weight) };
  }).filter(({ language, weight }) => (language === 'zh' || language === 'en') && weight > 0);
  return wanted.toSorted((one, other) => other.weight - one.weight)[0]?.language === 'en' ? 'en' : 'zh';
}

/** A page of words, first in the language of the browser, then in the other: whoever is asked for help may read that one. */
export function portalPage({ status, title, text, id, signIn, form = null, goal = signIn }: Said, language: Language): Response {
  const nonce = randomBytes(16).toString('base64');
  const [first, second]: readonly Language[] = language === 'zh' ? ['zh', 'en'] : ['en', 'zh'];
  const said = (words: Words, in_: Language | undefined): string => escaped(inLanguage(words, in_ ?? 'zh'));
  const html = `<!doctype html><html lang="${tagOf(first)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${said(title, first)} · ${said(pageWords.system, first)}</title><style nonce="${nonce}">${STYLE}</style></head><body><main>
<p class="small">${said(pageWords.system, first)}</p><h1>${said(title, first)}</h1><p>${said(text, first)}</p>
${form === null ? '' : formFields(form, first ?? 'zh')}<p class="ways">${form === null ? `<a class="main" href="/">${said(pageWords.again, first)}</a>` : ''}<a href="${escaped(signIn)}">${said(pageWords.password, first)}</a></p>
${id === null ? '' : `<p class="small">${said(pageWords.number(id), first)}</p>`}
<section lang="${tagOf(second)}" class="small"><strong>${said(title, second)}</strong><p>${said(text, second)}</p>${form === null ? '' : `<p>${said(formWords.nonClassified, second)}</p>`}</section></main></body></html>`;
  return new Response(html, { status, headers: { ...guarded, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action ${form === null ? "'none'" : `'self' ${new URL(goal).origin}`}; frame-ancestors 'none'` } });
}

/** What every answer carries: kept nowhere, shown in no frame, and no address of ours told to whom people go on. */
export const guarded = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' } as const;

const tagOf = (language: Language | undefined): string => (language === 'en' ? 'en' : 'zh-CN');
