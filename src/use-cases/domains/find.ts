import { parseHostname } from '../../core/hostname.js';
import { farFrom } from '../../core/hostname-guess.js';
import type { Mapping } from '../../core/mapping.js';
import { RecordUnreadable, type Store, type StoredMapping } from '../../store/store.js';
import type { Actor, Permission } from '../actor.js';
import { type AuthorizeDeps, authorize, isWithinChannel, type Reach } from '../authorize.js';
import { UserError } from '../errors.js';

/** The live mapping of a typed hostname. A denial names what the actor wants (`asked`). Throws `UserError`. */
export async function findMapping(
  deps: AuthorizeDeps,
  hostname: string,
  asked: Permission,
  actor: Actor,
): Promise<StoredMapping> {
  return findMapped(deps.store, hostname, await authorize(deps, actor, 'view', undefined, asked));
}

/** The live mapping with this ID. Throws `UserError`. */
export async function getMapping(deps: AuthorizeDeps, id: string, actor: Actor): Promise<StoredMapping> {
  return getLive(deps.store, id, await authorize(deps, actor, 'view'));
}

/** A live mapping with its www mapping, unless that is removed. */
export interface Pair {
  readonly stored: StoredMapping;
  readonly www?: Mapping | undefined;
}

/** Both mappings on one card, by the primary's ID. Throws `UserError`. */
export async function pair(deps: AuthorizeDeps, id: string, actor: Actor): Promise<Pair> {
  const stored = await getMapping(deps, id, actor);
  const { www } = stored.mapping;
  const other = www && (await deps.store.load(www.id))?.mapping;
  return { stored, www: other?.stage === 'removed' ? undefined : other };
}

/** The live mapping of a typed hostname; treats one the actor can't see as missing. Throws `UserError`. */
export async function findMapped(store: Store, typed: string, reach: Reach = {}): Promise<StoredMapping> {
  const parsed = parseHostname(typed);
  const stored = parsed.ok ? await store.findLive(parsed.hostname).catch(noneUnlessSeen(reach)) : undefined;
  if (stored && isWithinChannel(reach, stored.mapping)) return stored;
  const near = await nearestLive(store, parsed.ok ? parsed.hostname : typed, reach);
  throw new UserError(
    parsed.ok
      ? { code: 'not-mapped', hostname: parsed.hostname, near }
      : { code: 'hostname', problem: parsed.problem, near },
  );
}

/** A record that can't be read, either, is missing for an actor who can't see it. */
export const noneUnlessSeen =
  (reach: Reach) =>
  (error: unknown): undefined => {
    if (!(error instanceof RecordUnreadable) || isWithinChannel(reach, error)) throw error;
  };

/** A typo is not worth reading more. */
const MAX_COMPARED = 20_000;

/** The live hostname that a typed one was probably meant to be, if the actor can see it and no other is as near. */
async function nearestLive(store: Store, typed: string, reach: Reach): Promise<string | undefined> {
  let best: { readonly hostname: string; readonly far: number; readonly isOnly: boolean } | undefined;
  let compared = 0;
  for await (const batch of store.summaries({})) {
    for (const summary of batch) {
      const far = isWithinChannel(reach, summary) ? farFrom(typed, summary.hostname) : undefined;
      if (far === undefined || far > (best?.far ?? far)) continue;
      best = { hostname: summary.hostname, far, isOnly: far !== best?.far };
    }
    compared += batch.length;
    if (compared >= MAX_COMPARED) break;
  }
  return best?.isOnly ? best.hostname : undefined;
}

/** By ID: a button can outlive its mapping, or be forged. Throws `UserError`. */
export async function getLive(store: Store, id: string, reach: Reach = {}): Promise<StoredMapping> {
  const stored = await store.load(id);
  if (!stored) {
    const unreadable = await store.unreadable(id);
    if (unreadable && isWithinChannel(reach, unreadable)) throw unreadable;
  }
  if (!stored || stored.mapping.stage === 'removed' || !isWithinChannel(reach, stored.mapping))
    throw new UserError({ code: 'gone' });
  return stored;
}
