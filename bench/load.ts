import { Agent, request } from 'node:http';

/** One request as it goes over the wire. */
export interface Shot {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What came of firing at one server for a while. */
export interface Volley {
  readonly answered: number;
  readonly perSecond: number;
  /** Milliseconds, in the order of the answers. */
  readonly latencies: readonly number[];
  /** Milliseconds that the server and its database worked for all of it. */
  readonly cpuMs: number;
}

/** A server as it is watched from outside. */
export interface Watched {
  readonly port: number;
  /** Milliseconds of processor that the server and its database have used so far. */
  readonly cpuTime: () => number;
  /** Done when nothing is left of what answered requests began; the other side must not pay for it. */
  readonly settled: () => Promise<void>;
}

/** One server under fire over sockets that stay open; anything but 200 ends the bench. */
export class Target {
  readonly #server: Watched;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 });

  constructor(server: Watched) {
    this.#server = server;
  }

  close(): void {
    this.#agent.destroy();
  }

  ask(shot: Shot): Promise<string> {
    const { method, path, body } = shot;
    const headers = { ...shot.headers, ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }) };
    return new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port: this.#server.port, agent: this.#agent, method, path, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          if (answer.statusCode === 200) resolve(text);
          else reject(new Error(`${method} ${path} answered ${answer.statusCode}: ${text}`));
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  /** Each connection sends its next request when it has the answer to the one before, until the time is over. */
  async fire(connections: number, windowMs: number, next: () => Shot): Promise<Volley> {
    const latencies: number[] = [];
    const before = this.#server.cpuTime();
    const begun = performance.now();
    await Promise.all(Array.from({ length: connections }, async () => {
      while (performance.now() - begun < windowMs) {
        const shot = next();
        const sent = performance.now();
        await this.ask(shot);
        latencies.push(performance.now() - sent);
      }
    }));
    const perSecond = (latencies.length * 1000) / (performance.now() - begun);
    await this.#server.settled();
    return { answered: latencies.length, perSecond, latencies, cpuMs: this.#server.cpuTime() - before };
  }
}
