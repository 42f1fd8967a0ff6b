import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isLoopback } from './listen-choice.ts';
import { StartRefusal } from './start-refusal.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** A public key of the portal, with the one algorithm that it is used with. */
export interface TicketKey {
  readonly key: KeyObject;
  readonly alg: 'EdDSA' | 'ES256';
}

/** The one door for people whom the bureau's portal has proven already (decision 65). */
export interface TicketDoor {
  /** More than one while the portal changes its key. */
  readonly keys: readonly TicketKey[];
  /** Where the way in begins, for the sign-in page. */
  readonly portal: string;
  /** What a ticket must call its maker. */
  readonly issuer: string;
  /** Our own address; with the code of the bureau it is whom a ticket must be for. */
  readonly address: string;
  /** The portal asks for a certificate or a second factor itself. */
  readonly strong: boolean;
}

const KEYS_MOST = 5;
const PEM = /-----BEGIN ([A-Z0-9 ]+)-----[\s\S]+?-----END \1-----/g;

/** Whom a ticket must be for; its page lies under the same address. */
export const audienceOf = ({ address }: TicketDoor, bureau: string): string => `${address}/${bureau}`;

/**
 * Null where no portal is set. @param address ours, as browsers reach it.
 * @throws StartRefusal for half a setting, a file that cannot be read, and a key that proves nothing.
 */
export function ticketDoor(env: Environment, address: string): TicketDoor | null {
  const [file, portal, strong] = [env['TICKET_KEY_FILE'] || '', env['TICKET_PORTAL'] || '', env['TICKET_STRONG'] || ''];
  if (file === '' && portal === '' && strong === '') return null;
  if (file === '' || portal === '') throw halfDoor(file === '' ? 'TICKET_KEY_FILE' : 'TICKET_PORTAL');
  if (!['', '0', '1'].includes(strong)) throw new StartRefusal({ zh: `TICKET_STRONG 只能是 0 或 1，现为“${strong}”。`, en: `TICKET_STRONG is 0 or 1, not "${strong}".` });
  const url = portalUrl(portal);
  return { keys: ticketKeys(file), portal: url.href, issuer: url.origin, address, strong: strong === '1' };
}

const halfDoor = (missing: string): StartRefusal => new StartRefusal({
  zh: `从统一门户登录须同时设置 TICKET_KEY_FILE（门户公钥文件）和 TICKET_PORTAL（门户入口地址），现缺 ${missing}。`,
  en: `To let people in from the portal, TICKET_KEY_FILE (its public key) and TICKET_PORTAL (its address) are set together; ${missing} is missing.`,
});

/** A link that people follow; beyond this machine an address without encryption could be taken for another. */
function portalUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (url && safe && url.username === '' && url.hash === '') return url;
  throw new StartRefusal({
    zh: `TICKET_PORTAL 应为统一门户的 https 入口地址，如 https://portal.example/zhibu，现为“${text}”。`,
    en: `TICKET_PORTAL is the https address at which the portal lets people begin, such as https://portal.example/zhibu, not "${text}".`,
  });
}

function ticketKeys(file: string): readonly TicketKey[] {
  const blocks = [...textOf(file).matchAll(PEM)];
  if (blocks.length === 0 || blocks.length > KEYS_MOST) {
    throw unsuitable(file, { zh: `应有 1 至 ${KEYS_MOST} 把公钥，现有 ${blocks.length} 把`, en: `it holds ${blocks.length} keys, not 1 to ${KEYS_MOST}` });
  }
  return blocks.map(([pem, label = '']) => keyOf(file, pem, label));
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    throw new StartRefusal({
      zh: `门户公钥文件读不了（${reason}）。请核对 TICKET_KEY_FILE 的路径和权限。`,
      en: `The file with the public key of the portal cannot be read (${reason}). Check the path in TICKET_KEY_FILE and who may read it.`,
    }, fault);
  }
}

function keyOf(file: string, pem: string, label: string): TicketKey {
  // A private key would read as well; then whoever reads our files could let anybody in.
  if (label !== 'PUBLIC KEY') throw unsuitable(file, { zh: `其中有“${label}”，只应放公钥（PUBLIC KEY）`, en: `it holds a ${label}, where only public keys belong` });
  const key = readKey(file, pem);
  if (key.asymmetricKeyType === 'ed25519') return { key, alg: 'EdDSA' };
  if (key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1') return { key, alg: 'ES256' };
  throw unsuitable(file, { zh: `其中有 ${key.asymmetricKeyType ?? '未知'} 类型的公钥`, en: `it holds a key of the type ${key.asymmetricKeyType ?? 'unknown'}` });
}

function readKey(file: string, pem: string): KeyObject {
  try {
    return createPublicKey(pem);
  } catch (fault) {
    throw unsuitable(file, { zh: '其中的公钥读不出', en: 'a key in it cannot be read' }, fault);
  }
}

const unsuitable = (file: string, why: { zh: string; en: string }, cause?: unknown): StartRefusal => new StartRefusal({
  zh: `门户公钥文件 ${file} 不能用：${why.zh}。应为 Ed25519 或 ECDSA P-256 公钥，PEM 格式，请向门户的维护单位索取。`,
  en: `The key file ${file} of the portal does not do: ${why.en}. It takes public keys Ed25519 or ECDSA P-256 as PEM; ask whoever keeps the portal.`,
}, cause);
