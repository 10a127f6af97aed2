import { showHostname } from '../../core/hostname.js';

/** The hostname as people read it, with the A-label form beside it where the two differ. Not escaped. */
export function displayName(hostname: string): string {
  const { unicode, ascii } = showHostname(hostname);
  return unicode === ascii ? ascii : `${unicode} (${ascii})`;
}
