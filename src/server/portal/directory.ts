import { randomUUID } from 'node:crypto';
import { Client, ResultCodeError, type Entry } from 'ldapts';
import { inTurn } from '#server/platform/in-turn.ts';
import { filterFor } from './directory-filter.ts';
import type { DirectorySettings } from './directory-settings.ts';
import { tries } from './directory-tries.ts';
import { numberIn } from './number-in.ts';
import { PortalFault, type PortalFaultKind } from './portal-fault.ts';
import { reachDirectory } from './reach-directory.ts';
import type { Proven } from './way.ts';

/** The bureau's directory, asked by LDAP (RFC 4511), as OpenLDAP and Active Directory speak it. */
export interface Directory {
  /** Whether it is there, takes our account and has the base. @throws PortalFault unreachable, untrusted, accountRefused, misconfigured */
  examine(): Promise<void>;
  /** Whose name and password these are. A name that is not there and a password that is not right are the same fault. @throws PortalFault */
  prove(name: string, password: string, now: Date): Promise<Proven>;
}

const TIMEOUT_MS = 10_000;
/** For all that one person needs of it. */
const WHOLE_MS = 20_000;
const NAME_MOST = 60;
/** More than one is enough to know that it is not one. */
const ENTRIES_MOST = 2;
const UNKNOWN_MOST = 10_000;
const CALLED = ['displayName', 'cn'];

/** Codes of RFC 4511 by which a directory says no to a password, or to whoever has it: locked, expired, not his to sign in. */
const NOT_HIM = [19, 32, 48, 49, 50, 53];
const NOT_NOW = [1, 3, 11, 51, 52, 80];

export function openDirectory(settings: DirectorySettings): Directory {
  const turn = inTurn({ atOnce: 8, waitingMost: 200, full: () => new PortalFault('crowded') });
  // By the entry however its name is written; names that are nobody's must not push these out.
  const [known, unknown] = [tries(Infinity), tries(UNKNOWN_MOST)];
  return {
    examine: () => asking(settings, async (client) => void (await client.search(settings.base, { scope: 'base', attributes: ['1.1'] }))),
    prove: (name, password, now) => turn(() => asking(settings, async (client) => {
      const { searchEntries: found } = await client.search(settings.base, {
        scope: 'sub', filter: filterFor(settings.filter, name), attributes: [settings.number, ...CALLED], sizeLimit: ENTRIES_MOST, timeLimit: TIMEOUT_MS / 1000,
      });
      const [entry] = found.length === 1 ? found : [];
      const attempt = entry === undefined ? unknown.begin(plain(name), now) : known.begin(entry.dn.toLowerCase(), now);
      // Also where there is nobody: an answer must not come sooner for that.
      const isHim = await isPassword(client, entry?.dn ?? `cn=${randomUUID()},${settings.base}`, password).catch((fault: unknown) => {
        attempt.undecided();
        throw fault;
      });
      if (found.length > 1) throw new PortalFault('ambiguous');
      if (entry === undefined || !isHim) throw new PortalFault('wrong');
      attempt.right();
      return { number: numberIn(onlyOne(valuesOf(entry, settings.number))), name: calledIn(entry) };
    })),
  };
}

/** With the rights of the account that searches; a connection for each, so that nobody's rights are left on it. */
async function asking<T>(settings: DirectorySettings, work: (client: Client) => Promise<T>): Promise<T> {
  const socket = await reachDirectory(settings, TIMEOUT_MS);
  let used = false;
  const client = new Client({
    url: 'ldap://directory', timeout: TIMEOUT_MS,
    createConnection: () => {
      // The library would go on over a new one, which is not encrypted.
      if (used) throw new PortalFault('unreachable', new Error('the connection was lost'));
      used = true;
      return socket;
    },
  });
  const late = setTimeout(() => socket.destroy(), WHOLE_MS);
  try {
    if (settings.account !== null) await client.bind(settings.account.dn, settings.account.secret).catch((fault: unknown) => { throw inOurs(fault, 'accountRefused'); });
    return await work(client);
  } catch (fault) {
    throw inOurs(fault, 'misconfigured');
  } finally {
    clearTimeout(late);
    await client.unbind().catch(() => {});
    socket.destroy();
  }
}

/** @param dn of an entry. @throws PortalFault where the directory does not say. */
async function isPassword(client: Client, dn: string, password: string): Promise<boolean> {
  // A bind without a password is one as nobody, and succeeds (RFC 4513, 5.1.2); so does one without a name.
  if (password === '' || dn === '') return false;
  // Directories in C may take it for the end.
  if (password.includes('\0')) return false;
  try {
    await client.bind(dn, password);
    return true;
  } catch (fault) {
    if (fault instanceof ResultCodeError && NOT_HIM.includes(fault.code)) return false;
    throw fault;
  }
}

/** Letters of either kind and blanks are one name to a directory. */
const plain = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');

function valuesOf(entry: Entry, attribute: string): readonly unknown[] {
  const wanted = attribute.toLowerCase();
  return Object.entries(entry).filter(([name]) => name !== 'dn' && name.toLowerCase() === wanted).flatMap(([, values]): readonly unknown[] => (Array.isArray(values) ? values : [values]));
}

const onlyOne = (values: readonly unknown[]): unknown => (values.length > 1 ? values : values[0]);

function calledIn(entry: Entry): string | null {
  const name = CALLED.flatMap((attribute) => valuesOf(entry, attribute)).find((it) => typeof it === 'string' && it !== '');
  return typeof name === 'string' ? name.slice(0, NAME_MOST) : null;
}

/** Without what the directory says beside its code, which names entries. */
function inOurs(fault: unknown, otherwise: PortalFaultKind): PortalFault {
  if (fault instanceof PortalFault) return fault;
  if (!(fault instanceof ResultCodeError)) return new PortalFault('unreachable', fault);
  const cause = new Error(`the directory answered ${fault.code}`);
  return new PortalFault(NOT_NOW.includes(fault.code) ? 'unreachable' : otherwise, cause);
}
