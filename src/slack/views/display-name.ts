import { showHostname } from '../../core/hostname.js';

/** The hostname in Unicode, with its A-label form if that differs. Not escaped. */
export function displayName(hostname: string): string {
  const { unicode, ascii } = showHostname(hostname);
  return unicode === ascii ? ascii : `${unicode} (${ascii})`;
}
