import type { Mapping } from '../../core/mapping.js';
import { isRecordOf, MultisiteError } from '../../multisite/multisite.js';
import type { StoredMapping } from '../../store/store.js';
import type { Actor } from '../actor.js';
import { type AuthorizeDeps, authorize } from '../authorize.js';
import { UserError } from '../errors.js';
import type { TransitionDeps } from '../shared/transition.js';
import { transitionPair } from '../shared/transition.js';
import { getLive } from './find.js';

export type SetReadyDeps = AuthorizeDeps & TransitionDeps;

/**
 * Makes Ultimate Multisite route a domain it gave up on: `done` and secure. The following check shows the result.
 * Throws `UserError`.
 */
export async function setReady(deps: SetReadyDeps, id: string, actor: Actor): Promise<StoredMapping> {
  await authorize(deps, actor, 'map', { mapping: id });
  const { mapping } = await getLive(deps.store, id);
  return carryOut(deps, mapping, actor);
}

/** Without authorization, for callers that have already authorized. Throws `UserError`. */
export async function carryOut(
  deps: TransitionDeps,
  { id, app, hostname, site }: Mapping,
  { user: by, requestId }: Pick<Actor, 'user'> & { readonly requestId?: string },
): Promise<StoredMapping> {
  const rest = deps.apps.get(app)?.multisite?.rest;
  if (!rest) throw new UserError({ code: 'set-ready', why: 'no-rest', hostname, app, reason: '' });
  try {
    const linked = site.record && (await rest.getDomainRecord(site.record.id));
    const isOurs = linked !== undefined && isRecordOf(linked, hostname);
    const before = isOurs ? linked : await rest.findDomainRecord(hostname);
    if (!before) throw new UserError({ code: 'set-ready', why: 'no-record', hostname, app, reason: '' });
    await rest.setReady(before.id);
    // 2.9.2 makes a domain primary only after its response.
    const isPrimary = !before.isPrimary && (await rest.getDomainRecord(before.id))?.isPrimary === true;
    const stored = await transitionPair(
      deps,
      id,
      { type: 'domain_record.updated', isPrimary, by },
      requestId,
    );
    deps.wakeUp.check(id);
    return stored;
  } catch (error) {
    if (!(error instanceof MultisiteError)) throw error;
    const reason = error.facts.said || error.message;
    throw new UserError({ code: 'set-ready', why: 'failed', hostname, app, reason });
  }
}
