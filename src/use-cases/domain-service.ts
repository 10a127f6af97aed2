import type { Progress } from '../audit/read-history.js';
import type { Verification } from '../audit/verify.js';
import type { DeniedPermission } from '../core/lifecycle/person.js';
import { isFailed, isFinal } from '../core/stage.js';
import type { Domain } from '../multisite/diff.js';
import type { StoredMapping } from '../store/store.js';
import type { Actor } from './actor.js';
import { type AuditFilter, type AuditPage, auditEntries, auditPage } from './audit.js';
import { authorize } from './authorize.js';
import { createDeniedAttempts } from './denied-attempts.js';
import type { App, Deps } from './deps.js';
import type { DoctorResult } from './doctor/result.js';
import { UserError } from './errors.js';
import { findMapped } from './find-mapping.js';
import { type History, type HistoryEntry, history } from './history.js';
import { type Listing, list } from './list.js';
import { type Mapped, type MapRequest, map } from './map.js';
import { setInterval, settingsOf } from './settings.js';
import { createStatusCheck, type Overview, overview, type Status } from './status.js';
import { affected, type BulkAction, type BulkResult, bulk, report, type SyncReport } from './sync.js';
import { transitionPair } from './transition-pair.js';
import { advance } from './worker/advance.js';
import { createMappingProbe } from './worker/probe-mapping.js';

/**
 * What can be asked of the bot, whoever asks and however: commands, buttons, dialogs. Each method checks the actor's
 * rights and throws `UserError`.
 */
export interface DomainService {
  map(request: MapRequest, actor: Actor): Promise<Mapped>;
  /** The mapping that an unmapping would take, if the actor may unmap. */
  beforeUnmap(mapping: string, actor: Actor): Promise<StoredMapping>;
  unmap(mapping: string, actor: Actor): Promise<StoredMapping>;
  /** Approves or declines an unmapping that waits for a second person. */
  answerUnmap(mapping: string, isApproved: boolean, actor: Actor): Promise<StoredMapping>;
  find(hostname: string, actor: Actor): Promise<StoredMapping>;
  /** By the mapping's id. */
  get(mapping: string, actor: Actor): Promise<StoredMapping>;
  status(hostname: string, actor: Actor): Promise<Status>;
  overview(actor: Actor): Promise<Overview>;
  list(filter: string, offset: number, actor: Actor): Promise<Listing>;
  /** Throws `UserError` for a hostname that was never mapped. */
  history(hostname: string, offset: number, actor: Actor): Promise<History>;
  /** What happened to all mappings, newest first. */
  audit(filter: AuditFilter, offset: number, actor: Actor): Promise<AuditPage>;
  /** All that an audit finds, for a file. */
  auditAll(filter: AuditFilter, actor: Actor): Promise<readonly HistoryEntry[]>;
  /** What compares the channels with the store, if the actor may and nobody else's is under way. It takes minutes. */
  verification(actor: Actor): Promise<(onProgress: (progress: Progress) => void) => Promise<Verification>>;
  /** What looks whether all that the bot needs works, if the actor may. It takes seconds. */
  diagnosis(actor: Actor): Promise<() => Promise<readonly DoctorResult[]>>;
  /** A dry run: how Closte, the network and we differ about an app's domains. */
  compare(app: string | undefined, actor: Actor): Promise<SyncReport>;
  /** What an action on the differences would be about. */
  affected(app: string, action: BulkAction, actor: Actor): Promise<readonly Domain[]>;
  /** What carries such an action out, if the actor may. */
  bulk(
    app: string,
    action: BulkAction,
    actor: Actor,
  ): Promise<(onProgress: (done: number, of: number) => void) => Promise<BulkResult>>;
  /** The app whose settings the actor may change. */
  settingsOf(app: string | undefined, actor: Actor): Promise<App>;
  /** Sets an app's pause between two checks. */
  setInterval(app: string, seconds: number, actor: Actor): Promise<void>;
  /** Stores the wish to look now; `look` carries it out. */
  check(mapping: string, actor: Actor): Promise<StoredMapping>;
  /** What was allowed by `check` or `status`. */
  checkNow(stored: StoredMapping): Promise<Status>;
  /** The watch's: takes a mapping one step on. */
  advance(mapping: string): Promise<void>;
}

export function createDomainService(deps: Deps): DomainService {
  const probeMapping = createMappingProbe(deps);
  const checkNow = createStatusCheck(deps, probeMapping);
  const deniedAttempts = createDeniedAttempts(deps);
  let isVerifying = false;

  const authorizeView = (actor: Actor) => authorize(deps, actor, 'view');

  /** A live mapping to which the actor may do something. */
  async function allowed(id: string, actor: Actor, permission: DeniedPermission): Promise<StoredMapping> {
    const stored = await present(deps, id);
    await authorize(deps, actor, permission, (refused) => deniedAttempts.inThread(id, actor, refused));
    return stored;
  }

  return {
    map: (request, actor) => map(deps, deniedAttempts, request, actor),
    checkNow,
    advance: (mapping) => advance(deps, probeMapping, mapping),

    async find(hostname, actor) {
      await authorizeView(actor);
      return findMapped(deps.store, hostname);
    },

    async get(mapping, actor) {
      await authorizeView(actor);
      return present(deps, mapping);
    },

    async status(hostname, actor) {
      await authorizeView(actor);
      return checkNow(await findMapped(deps.store, hostname));
    },

    async overview(actor) {
      await authorizeView(actor);
      return overview(deps);
    },

    async list(filter, offset, actor) {
      await authorizeView(actor);
      return list(deps, filter, offset);
    },

    async history(hostname, offset, actor) {
      await authorizeView(actor);
      return history(deps.store, hostname, offset);
    },

    async audit(filter, offset, actor) {
      await authorize(deps, actor, 'audit');
      return auditPage(deps, filter, offset);
    },

    async auditAll(filter, actor) {
      await authorize(deps, actor, 'audit');
      return auditEntries(deps, filter);
    },

    async verification(actor) {
      await authorize(deps, actor, 'audit');
      if (isVerifying) throw new UserError({ code: 'verifying' });
      return async (onProgress) => {
        // Taken where the work starts: two may have been allowed before either began.
        if (isVerifying) throw new UserError({ code: 'verifying' });
        isVerifying = true;
        try {
          return await deps.verify(onProgress);
        } finally {
          isVerifying = false;
        }
      };
    },

    async diagnosis(actor) {
      await authorize(deps, actor, 'doctor');
      return deps.diagnose;
    },

    compare: (app, actor) => report(deps, app, actor),
    affected: (app, action, actor) => affected(deps, app, action, actor),
    bulk: (app, action, actor) => bulk(deps, app, action, actor),

    settingsOf: (app, actor) => settingsOf(deps, app, actor),
    setInterval: (app, seconds, actor) => setInterval(deps, app, seconds, actor),

    beforeUnmap: (mapping, actor) => allowed(mapping, actor, 'unmap'),

    async unmap(mapping, actor) {
      await allowed(mapping, actor, 'unmap');
      const input = { type: 'unmap.requested', by: actor.user } as const;
      const stored = await transitionPair(deps, mapping, input, actor.requestId);
      deps.wakeUp.check(mapping);
      return stored;
    },

    async answerUnmap(mapping, isApproved, actor) {
      const { approval } = (await allowed(mapping, actor, 'approve')).mapping;
      if (!approval || approval.until <= deps.now()) throw new UserError({ code: 'not-open' });
      if (isApproved && approval.by === actor.user) {
        await deniedAttempts.inThread(mapping, actor, 'approve');
        throw new UserError({ code: 'own-wish' });
      }
      const type = isApproved ? 'unmap.approved' : 'unmap.declined';
      const stored = await transitionPair(deps, mapping, { type, by: actor.user }, actor.requestId);
      deps.wakeUp.check(mapping);
      return stored;
    },

    async check(mapping, actor) {
      await allowed(mapping, actor, 'check');
      const input = { type: 'check.requested', by: actor.user } as const;
      const stored = await transitionPair(deps, mapping, input, actor.requestId);
      if (stored.mapping.alias.state !== 'accepted') deps.wakeUp.check(mapping);
      await checkWww(deps, stored, actor);
      return stored;
    },
  };
}

/** What stands on the card is looked at with it; what has failed starts again. */
async function checkWww(deps: Deps, { mapping }: StoredMapping, { user }: Actor): Promise<void> {
  const www = mapping.www && (await deps.store.load(mapping.www.id))?.mapping;
  if (!www || www.stage === 'removed') return;
  if (isFailed(www) || isFinal(www))
    await transitionPair(deps, www.id, { type: 'check.requested', by: user });
  deps.wakeUp.check(www.id);
}

/** A button can outlive its mapping, or be forged. */
async function present({ store }: Deps, id: string): Promise<StoredMapping> {
  const stored = await store.load(id);
  if (!stored || stored.mapping.stage === 'removed') throw new UserError({ code: 'gone' });
  return stored;
}
