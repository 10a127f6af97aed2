/** Outcome of a connection, whichever layer reports it. */
export type NetworkFailure = 'refused' | 'reset' | 'timeout' | 'unreachable';

/** Codes of undici and the kernel for a failed request or connection. */
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
  // Its last router gave up on it, or its firewall rejects (`icmp-host-prohibited`): the host's silence, not ours.
  EHOSTUNREACH: 'timeout',
};

/** `unreachable`: this machine has no route, no descriptor or no permission, which says nothing about the other. */
export function networkFailureOf(code: string): NetworkFailure | undefined {
  // Node reports some broken handshakes as EPROTO.
  const isOurs = /^E[A-Z\d]+$/.test(code) && code !== 'EPROTO';
  return FAILURES[code] ?? (isOurs ? 'unreachable' : undefined);
}

/** Codes of failures before anything was sent: the request was not carried out. */
const NEVER_SENT_CODES = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_PRX_TLS',
]);

export const wasNeverSent = (code: string): boolean => NEVER_SENT_CODES.has(code);

/**
 * Whether a proxy refused the tunnel, so that nothing was sent on. undici (7.30.2, proxy-agent.js) shows it only in the
 * message: the code is that of every aborted request, sent or not.
 */
export function isTunnelRefused(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return /^Proxy response \(\d+\) !== 200 /.test(error.message) || isTunnelRefused(error.cause);
}

const TIMEOUTS = new Set(['TimeoutError', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

/** Whether a request was sent and timed out; takes error codes and names. */
export const isTimeout = (code: string): boolean => TIMEOUTS.has(code);

/** The code of a system or library error; empty without one. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** The code of the error that caused this one, however deep: libraries wrap them. Empty without one. */
export const rootCodeOf = (error: unknown): string =>
  error instanceof Error ? rootCodeOf(error.cause) || codeOf(error) : '';

export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
