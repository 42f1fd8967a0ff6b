import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { TestBureau } from '#test/app.ts';

export interface JobNode {
  /** Lets it work off what waits. @returns `idle`, `written` where it halts, or how it ended. */
  workOff(): Promise<string>;
  kill(): Promise<void>;
}

/** Starts a node of the installation that does nothing but long work, when it is told. */
export function jobNode(bureau: TestBureau, { heapMegabytes = 512, halts = false } = {}): JobNode {
  const child = spawn(process.execPath, [`--max-old-space-size=${heapMegabytes}`, '--import', 'tsx', 'test/job-node.ts'], {
    env: { ...process.env, ZHIBU_NODE_URL: bureau.urlAs('app'), ZHIBU_NODE_NOW: bureau.now().toISOString(), ZHIBU_NODE_HALTS: halts ? 'yes' : '' }, stdio: ['pipe', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => void (errors += chunk.toString()));
  child.stdin.on('error', () => {});
  const lines = createInterface(child.stdout);
  const ended = new Promise<string>((done) => child.once('exit', (code, signal) => done(`ended with ${code ?? signal}: ${errors}`)));
  return {
    workOff: () => {
      const said = new Promise<string>((done) => lines.once('line', done));
      child.stdin.write('\n');
      return Promise.race([said, ended]);
    },
    kill: async () => {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}
