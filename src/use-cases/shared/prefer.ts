import type { Mapping } from '../../core/mapping.js';
import type { Ports } from '../ports.js';

/** A person waits for a mapping's next change at the hosting provider, and for that of its www mapping. */
export function prefer({ apps }: Pick<Ports, 'apps'>, { app, hostname, www }: Mapping): void {
  const { provider } = apps.get(app) ?? {};
  for (const each of [hostname, ...(www ? [www.hostname] : [])]) provider?.prefer?.(each);
}
