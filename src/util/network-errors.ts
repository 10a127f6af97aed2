/** Codes of failures that came before anything was sent: what was to be done has not been done. */
const UNSENT_CODES = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_PRX_TLS',
]);

export const isUnsent = (code: string): boolean => UNSENT_CODES.has(code);

/**
 * Whether a proxy refused the tunnel, so that nothing was sent on. undici (7.30.2, proxy-agent.js) tells it only by its words:
 * the code is the one of every request that was aborted, also of those that were sent.
 */
export function isTunnelRefused(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return /^Proxy response \(\d+\) !== 200 /.test(error.message) || isTunnelRefused(error.cause);
}
