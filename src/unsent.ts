/** Codes of failures that came before anything was sent: what was to be done has not been done. */
const UNSENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

export const isUnsent = (code: string): boolean => UNSENT.has(code);
