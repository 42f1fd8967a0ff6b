import { isLoopback, listenChoice, type ListenChoice } from '#server/platform/listen-choice.ts';
import { StartRefusal } from '#server/platform/start-refusal.ts';
import { directorySettings, type DirectorySettings } from './directory-settings.ts';
import { secretIn } from './secret-file.ts';
import { openSigningKey, type SigningKey } from './signing-key.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the bureau's provider of identities knows us by, and what we read of a person. */
export interface ProviderSettings {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
  /** In which claim the number of the roster (警号) stands. */
  readonly claim: string;
}

/** Where people go with their ticket. */
export interface Goal {
  /** The address of Zhibu with the code of the bureau: whom a ticket is for. */
  readonly audience: string;
}

interface Common {
  readonly listen: ListenChoice;
  readonly goal: Goal;
  readonly key: SigningKey;
}

/** One of the two: of people who are known in two places nobody could say which of them counts. */
export type PortalSettings = Common & (
  | { readonly provider: ProviderSettings; readonly directory?: undefined }
  | { readonly directory: DirectorySettings; readonly provider?: undefined });

/** Beside the server, which takes 3000, on a machine that has both. */
const PORT = '3001';
const SECRET = { zh: '客户端密钥', en: 'client secret', setting: 'OIDC_CLIENT_SECRET_FILE' };
const SCOPE = /^[\x21\x23-\x5b\x5d-\x7e]+( [\x21\x23-\x5b\x5d-\x7e]+)*$/;
const BUREAU = /^\/[a-z][a-z0-9]{1,29}\/?$/;

/** Everything that the portal is told, whole or not at all; the key that signs is made when it is not there yet. @throws StartRefusal */
export function portalSettings(env: Environment): PortalSettings {
  const listen = listenChoice({ ...env, PORT: env['PORT'] || PORT });
  const proving = provingOf(env);
  const goal = goalOf(demanded(env['PORTAL_ZHIBU'], 'PORTAL_ZHIBU'));
  // Last, so that a start that is refused for something else leaves no key behind.
  return { listen, ...proving, goal, key: openSigningKey(demanded(env['PORTAL_KEY_FILE'], 'PORTAL_KEY_FILE')) };
}

const isSet = (env: Environment, prefix: string): boolean => Object.keys(env).some((name) => name.startsWith(prefix) && env[name]);

function provingOf(env: Environment): { readonly provider: ProviderSettings } | { readonly directory: DirectorySettings } {
  const [oidc, ldap] = [isSet(env, 'OIDC_'), isSet(env, 'LDAP_')];
  if (oidc && ldap) {
    throw new StartRefusal({
      zh: 'OIDC_… 与 LDAP_… 不能同时设置：经统一身份认证登录的设 OIDC_…，用目录口令登录的设 LDAP_…，请去掉其中一组。',
      en: 'OIDC_… and LDAP_… are not set together: the first for a provider of identities, the second for passwords of a directory. Leave one of them out.',
    });
  }
  if (ldap) return { directory: directorySettings(env) };
  if (oidc) return { provider: providerSettings(env) };
  throw new StartRefusal({
    zh: '没有设置怎样认人：经统一身份认证（OpenID Connect）的设 OIDC_ISSUER 等，用目录（LDAP、AD）口令的设 LDAP_URL 等，见 docs/operations.zh-CN.md。',
    en: 'Nothing says how people are proved: set OIDC_ISSUER and others for a provider by OpenID Connect, or LDAP_URL and others for a directory, see docs/operations.md.',
  });
}

const providerSettings = (env: Environment): ProviderSettings => ({
  issuer: issuerOf(demanded(env['OIDC_ISSUER'], 'OIDC_ISSUER')), clientId: demanded(env['OIDC_CLIENT_ID'], 'OIDC_CLIENT_ID'),
  clientSecret: secretIn(demanded(env['OIDC_CLIENT_SECRET_FILE'], 'OIDC_CLIENT_SECRET_FILE'), SECRET),
  scope: scopeOf(env['OIDC_SCOPE'] || 'openid profile'), claim: claimOf(env['OIDC_CLAIM'] || 'preferred_username'),
});

const MEANT: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  OIDC_ISSUER: { zh: '统一身份认证的签发者地址', en: 'the address of the provider, its issuer' },
  OIDC_CLIENT_ID: { zh: '统一身份认证分配的客户端编号', en: 'the client id that the provider gave' },
  OIDC_CLIENT_SECRET_FILE: { zh: '存放客户端密钥的文件', en: 'the file with the client secret' },
  PORTAL_ZHIBU: { zh: '支部系统的地址，带单位代码，如 https://zhibu.example/own', en: 'the address of Zhibu with the bureau, such as https://zhibu.example/own' },
  PORTAL_KEY_FILE: { zh: '签发票据的私钥文件，没有时自动生成', en: 'the file of the key that signs, made when it is not there' },
};

function demanded(value: string | undefined, name: string): string {
  if (value) return value;
  const { zh = '', en = '' } = MEANT[name] ?? {};
  throw new StartRefusal({ zh: `没有设置 ${name}（${zh}）。`, en: `${name} is not set: ${en}.` });
}

/** Beyond this machine an address without encryption could be answered by anybody. */
function safeUrl(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  return url && safe && url.username === '' && url.search === '' && url.hash === '' ? url : undefined;
}

function issuerOf(text: string): URL {
  const url = safeUrl(text);
  if (url && !url.pathname.includes('/.well-known/')) return url;
  throw new StartRefusal({
    zh: `OIDC_ISSUER 应为统一身份认证的签发者地址（https，不含 /.well-known/ 部分），如 https://sso.example/realms/gaj，现为“${text}”。`,
    en: `OIDC_ISSUER is the https address of the provider, without the part from /.well-known/ on, such as https://sso.example/realms/gaj, not "${text}".`,
  });
}

function goalOf(text: string): Goal {
  const url = safeUrl(text);
  if (url && BUREAU.test(url.pathname)) return { audience: `${url.origin}${url.pathname.replace(/\/$/, '')}` };
  throw new StartRefusal({
    zh: `PORTAL_ZHIBU 应为支部系统的 https 地址加单位代码，如 https://zhibu.example/own，现为“${text}”。`,
    en: `PORTAL_ZHIBU is the https address of Zhibu with the code of the bureau, such as https://zhibu.example/own, not "${text}".`,
  });
}

function scopeOf(text: string): string {
  if (SCOPE.test(text) && text.split(' ').includes('openid')) return text;
  throw new StartRefusal({
    zh: `OIDC_SCOPE 应为以空格分隔的范围，其中须有 openid，如“openid profile”，现为“${text}”。`,
    en: `OIDC_SCOPE is a list of scopes with spaces between, openid among them, such as "openid profile", not "${text}".`,
  });
}

function claimOf(text: string): string {
  if (/^[\x21-\x7e]{1,100}$/.test(text)) return text;
  throw new StartRefusal({
    zh: `OIDC_CLAIM 应为一个项目的名称，如 preferred_username，现为“${text}”。`, en: `OIDC_CLAIM is the name of one claim, such as preferred_username, not "${text}".`,
  });
}
