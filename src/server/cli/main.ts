import { typedHere } from '#server/platform/typed-here.ts';
import { run } from './run.ts';

const now = new Date();
const two = (value: number): string => String(value).padStart(2, '0');

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(typedHere(text)),
  error: (text) => process.stderr.write(typedHere(text)),
  // The day on the wall of the office, not the day in Greenwich.
  today: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
  env: process.env,
});
