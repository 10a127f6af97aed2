import type { Progress } from '../audit/read-history.js';
import type { Verification } from '../audit/verify.js';
import type { DoctorLine } from '../doctor/line.js';
import type { RefusedWish } from '../mapping/lifecycle-person.js';
import { isFailed, isFinal } from '../mapping/stage.js';
import type { Domain } from '../multisite/compare.js';
import type { MappingRecord } from '../store/store.js';
import { assertMay } from './access.js';
import { advance } from './advance.js';
import { apply } from './apply.js';
import type { Asker } from './asker.js';
import { type AuditFilter, type AuditPage, auditEntries, auditPage } from './audit.js';
import type { App, Deps } from './deps.js';
import { findMapped } from './find.js';
import { type History, type HistoryEntry, history } from './history.js';
import { type Listing, list } from './list.js';
import { type Mapped, type MapRequest, map } from './map.js';
import { createObserve } from './observe.js';
import { createRefusals } from './refusals.js';
import { setInterval, settingsOf } from './settings.js';
import { createLook, type Overview, overview, type Status } from './status.js';
import { affected, type BulkAction, type BulkResult, bulk, report, type SyncReport } from './sync.js';
import { UserError } from './user-error.js';

/**
 * What can be asked of the bot, whoever asks and however: commands, buttons, dialogs. Each method checks the asker's
 * rights and throws `UserError`.
 */
export interface DomainService {
  map(request: MapRequest, asker: Asker): Promise<Mapped>;
  /** The mapping that an unmapping would take, if the asker may unmap. */
  beforeUnmap(mapping: string, asker: Asker): Promise<MappingRecord>;
  unmap(mapping: string, asker: Asker): Promise<MappingRecord>;
  /** Approves or declines an unmapping that waits for a second person. */
  answerUnmap(mapping: string, isApproved: boolean, asker: Asker): Promise<MappingRecord>;
  find(hostname: string, asker: Asker): Promise<MappingRecord>;
  /** By the mapping's id. */
  get(mapping: string, asker: Asker): Promise<MappingRecord>;
  status(hostname: string, asker: Asker): Promise<Status>;
  overview(asker: Asker): Promise<Overview>;
  list(filter: string, offset: number, asker: Asker): Promise<Listing>;
  /** Throws `UserError` for a hostname that was never mapped. */
  history(hostname: string, offset: number, asker: Asker): Promise<History>;
  /** What happened to all mappings, newest first. */
  audit(filter: AuditFilter, offset: number, asker: Asker): Promise<AuditPage>;
  /** All that an audit finds, for a file. */
  auditAll(filter: AuditFilter, asker: Asker): Promise<readonly HistoryEntry[]>;
  /** What compares the channels with the store, if the asker may and nobody else's is under way. It takes minutes. */
  verification(asker: Asker): Promise<(onProgress: (progress: Progress) => void) => Promise<Verification>>;
  /** What looks whether all that the bot needs works, if the asker may. It takes seconds. */
  examination(asker: Asker): Promise<() => Promise<readonly DoctorLine[]>>;
  /** A dry run: how Closte, the network and we differ about an app's domains. */
  compare(app: string | undefined, asker: Asker): Promise<SyncReport>;
  /** What an action on the differences would be about. */
  affected(app: string, action: BulkAction, asker: Asker): Promise<readonly Domain[]>;
  /** What carries such an action out, if the asker may. */
  bulk(
    app: string,
    action: BulkAction,
    asker: Asker,
  ): Promise<(onProgress: (done: number, of: number) => void) => Promise<BulkResult>>;
  /** The app whose settings the asker may change. */
  settingsOf(app: string | undefined, asker: Asker): Promise<App>;
  /** Sets an app's pause between two checks. */
  setInterval(app: string, seconds: number, asker: Asker): Promise<void>;
  /** Stores the wish to look now; `look` carries it out. */
  check(mapping: string, asker: Asker): Promise<MappingRecord>;
  /** What was allowed by `check` or `status`. */
  look(record: MappingRecord): Promise<Status>;
  /** The watch's: takes a mapping one step on. */
  advance(mapping: string): Promise<void>;
}

export function createDomainService(deps: Deps): DomainService {
  const observe = createObserve(deps);
  const look = createLook(deps, observe);
  const refusals = createRefusals(deps);
  let isVerifying = false;

  const mayLook = (asker: Asker) => assertMay(deps, asker, 'look');

  /** A live mapping to which the asker may do something. */
  async function allowed(id: string, asker: Asker, wish: RefusedWish): Promise<MappingRecord> {
    const record = await present(deps, id);
    await assertMay(deps, asker, wish, (refused) => refusals.inThread(id, asker, refused));
    return record;
  }

  return {
    map: (request, asker) => map(deps, refusals, request, asker),
    look,
    advance: (mapping) => advance(deps, observe, mapping),

    async find(hostname, asker) {
      await mayLook(asker);
      return findMapped(deps.store, hostname);
    },

    async get(mapping, asker) {
      await mayLook(asker);
      return present(deps, mapping);
    },

    async status(hostname, asker) {
      await mayLook(asker);
      return look(await findMapped(deps.store, hostname));
    },

    async overview(asker) {
      await mayLook(asker);
      return overview(deps);
    },

    async list(filter, offset, asker) {
      await mayLook(asker);
      return list(deps, filter, offset);
    },

    async history(hostname, offset, asker) {
      await mayLook(asker);
      return history(deps.store, hostname, offset);
    },

    async audit(filter, offset, asker) {
      await assertMay(deps, asker, 'audit');
      return auditPage(deps, filter, offset);
    },

    async auditAll(filter, asker) {
      await assertMay(deps, asker, 'audit');
      return auditEntries(deps, filter);
    },

    async verification(asker) {
      await assertMay(deps, asker, 'audit');
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

    async examination(asker) {
      await assertMay(deps, asker, 'doctor');
      return deps.examine;
    },

    compare: (app, asker) => report(deps, app, asker),
    affected: (app, action, asker) => affected(deps, app, action, asker),
    bulk: (app, action, asker) => bulk(deps, app, action, asker),

    settingsOf: (app, asker) => settingsOf(deps, app, asker),
    setInterval: (app, seconds, asker) => setInterval(deps, app, seconds, asker),

    beforeUnmap: (mapping, asker) => allowed(mapping, asker, 'unmap'),

    async unmap(mapping, asker) {
      await allowed(mapping, asker, 'unmap');
      const input = { type: 'unmap.requested', by: asker.user } as const;
      const record = await apply(deps, mapping, input, asker.delivery);
      deps.bell.check(mapping);
      return record;
    },

    async answerUnmap(mapping, isApproved, asker) {
      const { approval } = (await allowed(mapping, asker, 'approve')).mapping;
      if (!approval || approval.until <= deps.now()) throw new UserError({ code: 'not-open' });
      if (isApproved && approval.by === asker.user) {
        await refusals.inThread(mapping, asker, 'approve');
        throw new UserError({ code: 'own-wish' });
      }
      const type = isApproved ? 'unmap.approved' : 'unmap.declined';
      const record = await apply(deps, mapping, { type, by: asker.user }, asker.delivery);
      deps.bell.check(mapping);
      return record;
    },

    async check(mapping, asker) {
      await allowed(mapping, asker, 'check');
      const input = { type: 'check.requested', by: asker.user } as const;
      const record = await apply(deps, mapping, input, asker.delivery);
      if (record.mapping.host.state !== 'accepted') deps.bell.check(mapping);
      await checkCompanion(deps, record, asker);
      return record;
    },
  };
}

/** What stands on the card is looked at with it; what has failed starts again. */
async function checkCompanion(deps: Deps, { mapping }: MappingRecord, { user }: Asker): Promise<void> {
  const companion = mapping.companion && (await deps.store.load(mapping.companion.id))?.mapping;
  if (!companion || companion.stage === 'removed') return;
  if (isFailed(companion) || isFinal(companion))
    await apply(deps, companion.id, { type: 'check.requested', by: user });
  deps.bell.check(companion.id);
}

/** A button can outlive its mapping, or be forged. */
async function present({ store }: Deps, id: string): Promise<MappingRecord> {
  const record = await store.load(id);
  if (!record || record.mapping.stage === 'removed') throw new UserError({ code: 'gone' });
  return record;
}
