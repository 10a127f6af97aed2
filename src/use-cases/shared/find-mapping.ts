import { parseHostname } from '../../core/hostname.js';
import type { Store, StoredMapping } from '../../store/store.js';
import { isWithinChannel, type Reach } from '../authorize.js';
import { UserError } from '../errors.js';

/** The live mapping of a typed hostname; treats one the actor can't see as missing. Throws `UserError`. */
export async function findMapped(store: Store, typed: string, reach: Reach = {}): Promise<StoredMapping> {
  const parsed = parseHostname(typed);
  if (!parsed.ok) throw new UserError({ code: 'hostname', problem: parsed.problem });
  const stored = await store.findLive(parsed.hostname);
  if (!stored || !isWithinChannel(reach, stored.mapping))
    throw new UserError({ code: 'not-mapped', hostname: parsed.hostname });
  return stored;
}

/** By ID: a button can outlive its mapping, or be forged. Throws `UserError`. */
export async function getLive(store: Store, id: string, reach: Reach = {}): Promise<StoredMapping> {
  const stored = await store.load(id);
  if (!stored || stored.mapping.stage === 'removed' || !isWithinChannel(reach, stored.mapping))
    throw new UserError({ code: 'gone' });
  return stored;
}
