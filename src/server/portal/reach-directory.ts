import { once } from 'node:events';
import { connect, isIP, type Socket } from 'node:net';
import { connect as connectSecurely, type TLSSocket } from 'node:tls';
import { hostOf, type DirectorySettings } from './directory-settings.ts';
import { PortalFault } from './portal-fault.ts';

/** ExtendedRequest 1 for 1.3.6.1.4.1.1466.20037 (RFC 4511, 4.14). */
const START_TLS = Buffer.concat([Buffer.from([0x30, 0x1d, 0x02, 0x01, 0x01, 0x77, 0x18, 0x80, 0x16]), Buffer.from('1.3.6.1.4.1.1466.20037')]);
const EXTENDED_RESPONSE = 0x78;
const ANSWER_BYTES_MOST = 4096;

/**
 * A connection to the directory, encrypted where it is to be before anything is said on it. The library's own
 * StartTLS keeps bytes that came before the encryption for answers after it, and connects anew without it.
 * @throws PortalFault unreachable, untrusted
 */
export async function reachDirectory({ url, startTls, authority }: DirectorySettings, timeoutMs: number): Promise<Socket> {
  const secure = url.protocol === 'ldaps:';
  const host = hostOf(url);
  const socket = connect({ host, port: Number(url.port || (secure ? 636 : 389)) });
  let last: Socket = socket;
  let isLate = false;
  const late = setTimeout(() => {
    isLate = true;
    last.destroy();
    socket.destroy();
  }, timeoutMs);
  try {
    await happened(socket, 'connect', 'unreachable');
    if (!secure && !startTls) return socket;
    if (startTls) await demandTls(socket);
    const encrypted = last = connectSecurely({ socket, host, ...(isIP(host) === 0 ? { servername: host } : {}), ...(authority === null ? {} : { ca: authority }) });
    return await happened(encrypted, 'secureConnect', 'untrusted');
  } catch (fault) {
    last.destroy();
    socket.destroy();
    throw isLate ? new PortalFault('unreachable', new Error('the directory did not answer in time')) : fault;
  } finally {
    clearTimeout(late);
  }
}

async function happened<S extends Socket | TLSSocket>(socket: S, event: 'connect' | 'secureConnect', otherwise: 'unreachable' | 'untrusted'): Promise<S> {
  let closed: (() => void) | undefined;
  try {
    await Promise.race([once(socket, event), new Promise((_, fail) => socket.once('close', closed = () => fail(new Error('the directory hung up'))))]);
    return socket;
  } catch (fault) {
    throw new PortalFault(otherwise, fault);
  } finally {
    if (closed) socket.off('close', closed);
    // What comes later is found by whoever uses it.
    socket.on('error', () => {});
  }
}

/** @throws PortalFault unless the answer is yes and nothing else: what follows in the clear may be anybody's. */
async function demandTls(socket: Socket): Promise<void> {
  socket.write(START_TLS);
  const said = await firstMessage(socket);
  const message = element(said, 0);
  const id = message && element(said, message.start);
  const answer = id && element(said, id.end);
  const code = answer && element(said, answer.start);
  if (message?.end === said.length && answer?.tag === EXTENDED_RESPONSE && code && said.subarray(code.start, code.end).equals(Buffer.of(0))) return;
  throw new PortalFault('untrusted', new Error('the directory does not begin TLS when it is asked to'));
}

/** What the directory says until one message is whole, or too long to be one. */
async function firstMessage(socket: Socket): Promise<Buffer> {
  let [said, heard, closed] = [Buffer.alloc(0), (_: Buffer): void => {}, (): void => {}];
  try {
    await new Promise<void>((done, fail) => {
      socket.on('data', heard = (part) => {
        said = Buffer.concat([said, part]);
        if (element(said, 0) || said.length > ANSWER_BYTES_MOST) done();
      }).on('close', closed = () => fail(new PortalFault('unreachable', new Error('the directory hung up'))));
    });
    return said;
  } finally {
    socket.off('data', heard).off('close', closed);
  }
}

interface Element {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
}

/** One element of BER (X.690), or undefined where it is not whole yet. */
function element(bytes: Buffer, at: number): Element | undefined {
  const [tag, first] = [bytes[at], bytes[at + 1]];
  if (tag === undefined || first === undefined) return undefined;
  const more = first < 0x80 ? 0 : first & 0x7f;
  if (more > 4 || at + 2 + more > bytes.length) return undefined;
  const start = at + 2 + more;
  const end = start + (more === 0 ? first & 0x7f : bytes.readUIntBE(at + 2, more));
  return end <= bytes.length ? { tag, start, end } : undefined;
}
