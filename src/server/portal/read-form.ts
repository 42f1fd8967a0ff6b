import { PortalFault } from './portal-fault.ts';

/** A name, a password and a state, however they are written. */
const BYTES_MOST = 8192;
const FORM = /^application\/x-www-form-urlencoded\s*(;|$)/i;

/** The fields of a form, each once; no more of it is read than one can be long. @throws PortalFault lost, for anything else. */
export async function readForm(request: Request): Promise<ReadonlyMap<string, string>> {
  if (!FORM.test(request.headers.get('content-type') ?? '')) throw new PortalFault('lost');
  const fields = [...new URLSearchParams(await textOf(request))];
  const form = new Map(fields);
  if (form.size !== fields.length) throw new PortalFault('lost');
  return form;
}

async function textOf({ body }: Request): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body ?? []) {
    bytes += part.length;
    if (bytes > BYTES_MOST) throw new PortalFault('lost');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
