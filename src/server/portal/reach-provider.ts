import { PortalFault } from './portal-fault.ts';

/** What a provider answers is small; more is not read. */
const BYTES_MOST = 1_000_000;

interface Asked {
  readonly method?: string | undefined;
  readonly headers?: Record<string, string> | undefined;
  readonly body?: URLSearchParams | string | Uint8Array | ArrayBuffer | ReadableStream | null | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** One call to the provider, answered whole and followed nowhere else. @throws PortalFault unreachable, when nothing of use comes back. */
export async function reachProvider(url: string, { method, headers, body, signal }: Asked): Promise<Response> {
  try {
    const answer = await fetch(url, {
      redirect: 'manual', ...(method === undefined ? {} : { method }), ...(headers === undefined ? {} : { headers }),
      ...(body === undefined || body instanceof ReadableStream ? {} : { body }), ...(signal === undefined ? {} : { signal }),
    });
    const bytes = await wholeBody(answer);
    if (answer.status >= 500 || answer.status === 429) throw new Error(`status ${answer.status}`);
    return new Response(bytes.length === 0 ? null : new Uint8Array(bytes), { status: answer.status, headers: answer.headers });
  } catch (fault) {
    throw new PortalFault('unreachable', fault);
  }
}

async function wholeBody({ body }: Response): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body ?? []) {
    bytes += part.length;
    if (bytes > BYTES_MOST) throw new Error(`more than ${BYTES_MOST} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
