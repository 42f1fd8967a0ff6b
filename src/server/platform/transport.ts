import type { MiddlewareHandler } from 'hono';

/** A browser that was here once over https does not come back without it for a year; by an address of digits it does not keep this. */
const ALWAYS_HTTPS = 'max-age=31536000';

export const alwaysHttps: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('strict-transport-security', ALWAYS_HTTPS);
};
