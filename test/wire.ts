import { request as httpRequest } from 'node:http';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Way } from './app.ts';

const HERE = '127.0.0.1';

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** The app behind a real socket. */
export function listen(app: Hono): Promise<Listening> {
  return new Promise((done) => {
    const server = serve({ fetch: app.fetch, hostname: HERE, port: 0 }, ({ port }) =>
      done({ port, close: () => new Promise<void>((closed) => void server.close(() => closed())) }));
  });
}

/** Requests over one connection each, so that a cut one takes no other with it. */
export const over = (port: number): Way => ({
  request: (path, { method, headers, body }) => new Promise<Response>((done, fail) => {
    // Node sends no length with the body of a DELETE unless it is told.
    const length = { 'content-length': String(Buffer.byteLength(body ?? '')) };
    const ask = httpRequest({ host: HERE, port, path, method, headers: { ...headers, ...length }, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', fail);
      answer.on('end', () => done(new Response(Buffer.concat(chunks), { status: answer.statusCode ?? 0, headers: { 'set-cookie': answer.headers['set-cookie']?.join() ?? '' } })));
    });
    ask.on('error', fail);
    ask.end(body);
  }),
});

export interface Cutting extends Listening {
  /** The next answer that was kept from its client: its head and its body. */
  next(): Promise<{ readonly status: number; readonly body: string }>;
}

/**
 * Stands between client and server and cuts the client off as soon as the first byte of an answer comes back: the server
 * has committed by then, and the client will never know (T3).
 */
export function cutting(port: number): Promise<Cutting> {
  const caught: { status: number; body: string }[] = [];
  const waiting: ((answer: { status: number; body: string }) => void)[] = [];
  const server: Server = createServer((client) => {
    const upstream = connect(port, HERE);
    const chunks: Buffer[] = [];
    client.on('error', () => {});
    upstream.on('error', () => client.destroy());
    client.on('data', (chunk) => upstream.write(chunk));
    upstream.on('data', (chunk) => {
      chunks.push(chunk);
      client.destroy();
    });
    upstream.on('close', () => {
      const answer = answerIn(Buffer.concat(chunks).toString('utf8'));
      const next = waiting.shift();
      if (next) next(answer);
      else caught.push(answer);
    });
  });
  return new Promise((done) => server.listen(0, HERE, () => done({
    port: (server.address() as AddressInfo).port,
    close: () => new Promise<void>((closed) => void server.close(() => closed())),
    next: () => new Promise((answer) => {
      const first = caught.shift();
      if (first) answer(first);
      else waiting.push(answer);
    }),
  })));
}

function answerIn(text: string): { status: number; body: string } {
  const end = text.indexOf('\r\n\r\n');
  const head = text.slice(0, end);
  const rest = text.slice(end + 4);
  return { status: Number(head.split(' ')[1]), body: /transfer-encoding: chunked/i.test(head) ? unchunked(rest) : rest };
}

const unchunked = (text: string): string => text.replace(/^[0-9a-f]+\r\n|\r\n[0-9a-f]+\r\n(?:\r\n)?/gi, '');
