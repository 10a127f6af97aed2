import { parseHostname } from '../mapping/hostname.js';
import type { MappingRecord, Store } from '../store/store.js';
import { UserError } from './user-error.js';

/** The live mapping of a hostname as typed. Throws `UserError`. */
export async function findMapped(store: Store, typed: string): Promise<MappingRecord> {
  const parsed = parseHostname(typed);
  if (!parsed.ok) throw new UserError({ code: 'hostname', problem: parsed.problem });
  const record = await store.findLive(parsed.hostname);
  if (!record) throw new UserError({ code: 'not-mapped', hostname: parsed.hostname });
  return record;
}
