/** What became of a connection, whatever the layer that says so. */
export type NetworkFailure = 'refused' | 'reset' | 'timeout' | 'unreachable';

/** The names of undici and the kernel for a request or a connection that came to nothing. */
const FAILURES: Readonly<Record<string, NetworkFailure>> = {
  ECONNREFUSED: 'refused',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  UND_ERR_SOCKET: 'reset',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  UND_ERR_ABORTED: 'timeout',
  ABORT_ERR: 'timeout',
  ENETUNREACH: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EAFNOSUPPORT: 'unreachable',
};

export const networkFailureOf = (code: string): NetworkFailure | undefined => FAILURES[code];

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

const TIMEOUTS = new Set(['TimeoutError', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

/** Whether a request was sent and not answered in time; of codes and of names of errors. */
export const isTimeout = (code: string): boolean => TIMEOUTS.has(code);

/** The code of a system's or library's error; empty for what has none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
