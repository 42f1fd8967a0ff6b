import pino, { type Logger } from 'pino';
import { plainFault } from './plain-fault.ts';
import { StartRefusal } from './start-refusal.ts';

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

type Environment = Readonly<Record<string, string | undefined>>;

/** One line of JSON for each event on standard error, from LOG_LEVEL upwards. @throws StartRefusal for a level that is none. */
export const openLog = (env: Environment): Logger => pino({ level: logLevel(env), serializers: { err: plainFault } }, pino.destination({ dest: 2, sync: true }));

function logLevel(env: Environment): string {
  const level = env['LOG_LEVEL'] || 'warn';
  if (LEVELS.includes(level)) return level;
  throw new StartRefusal({
    zh: `LOG_LEVEL 只能是 ${LEVELS.join('、')} 之一，现为“${level}”。平时用 warn，要看每次请求用 info。`,
    en: `LOG_LEVEL is one of ${LEVELS.join(', ')}, not "${level}". Use warn as a rule, and info to see every request.`,
  });
}
