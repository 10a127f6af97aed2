import { parseHostname } from '../core/hostname.js';
import type { Store, StoredMapping } from '../store/store.js';
import { UserError } from './errors.js';

/** The live mapping of a hostname as typed. Throws `UserError`. */
export async function findMapped(store: Store, typed: string): Promise<StoredMapping> {
  const parsed = parseHostname(typed);
  if (!parsed.ok) throw new UserError({ code: 'hostname', problem: parsed.problem });
  const stored = await store.findLive(parsed.hostname);
  if (!stored) throw new UserError({ code: 'not-mapped', hostname: parsed.hostname });
  return stored;
}
