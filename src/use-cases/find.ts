import type { StoredMapping } from '../store/store.js';
import type { Actor } from './actor.js';
import { type AuthorizeDeps, authorize } from './authorize.js';
import { findMapped, getLive } from './shared/find-mapping.js';

/** The live mapping of a hostname as typed. Throws `UserError`. */
export async function find(deps: AuthorizeDeps, hostname: string, actor: Actor): Promise<StoredMapping> {
  return findMapped(deps.store, hostname, await authorize(deps, actor, 'view'));
}

/** The live mapping with this id. Throws `UserError`. */
export async function get(deps: AuthorizeDeps, id: string, actor: Actor): Promise<StoredMapping> {
  return getLive(deps.store, id, await authorize(deps, actor, 'view'));
}
