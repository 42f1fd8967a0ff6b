import { run } from './run.ts';

const now = new Date();
const two = (value: number): string => String(value).padStart(2, '0');

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  // The day on the wall of the office, not the day in Greenwich.
  today: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
  env: process.env,
});
