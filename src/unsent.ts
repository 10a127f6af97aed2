/** Codes of failures that came before anything was sent: what was to be done has not been done. */
const UNSENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  // undici: a proxy refused the tunnel (our own time limits abort with an error of their own), or its TLS failed.
  'UND_ERR_ABORTED',
  'UND_ERR_PRX_TLS',
]);

export const isUnsent = (code: string): boolean => UNSENT.has(code);
