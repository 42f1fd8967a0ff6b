/**
 * A fault as the log may keep it: what and where. PostgreSQL's `detail` quotes the values of a row, a personal number
 * among them (T15), so it stays out.
 */
export function plainFault(fault: unknown): Record<string, unknown> {
  if (!(fault instanceof Error)) return { message: String(fault) };
  const code = 'code' in fault ? fault.code : undefined;
  const cause = fault.cause === undefined ? {} : { cause: plainFault(fault.cause) };
  return { name: fault.name, message: fault.message, stack: fault.stack, ...(code === undefined ? {} : { code }), ...cause };
}
