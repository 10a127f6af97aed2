import type { MappingRecord } from '../store/store.js';
import { advance } from './advance.js';
import { apply } from './apply.js';
import type { Deps } from './deps.js';
import { findMapped } from './find.js';
import { type History, history } from './history.js';
import { type Listing, list } from './list.js';
import { type Mapped, type MapRequest, map } from './map.js';
import { createObserve } from './observe.js';
import { assertOperator } from './roles.js';
import { createLook, type Overview, overview, type Status } from './status.js';
import { UserError } from './user-error.js';

/** What can be asked of the bot, whoever asks: commands, buttons, dialogs, the watch. Methods throw `UserError`. */
export interface DomainService {
  map(request: MapRequest): Promise<Mapped>;
  /** The mapping that an unmapping would take, if `by` may unmap. */
  beforeUnmap(mapping: string, by: string): Promise<MappingRecord>;
  unmap(mapping: string, by: string): Promise<MappingRecord>;
  find(hostname: string): Promise<MappingRecord>;
  /** By the mapping's id. */
  get(mapping: string): Promise<MappingRecord>;
  status(hostname: string): Promise<Status>;
  overview(): Promise<Overview>;
  list(filter: string, offset: number): Promise<Listing>;
  /** Throws `UserError` for a hostname that was never mapped. */
  history(hostname: string, offset: number): Promise<History>;
  /** Stores the wish to look now; `look` carries it out. */
  check(mapping: string, by: string): Promise<MappingRecord>;
  look(record: MappingRecord): Promise<Status>;
  advance(mapping: string): Promise<void>;
}

export function createDomainService(deps: Deps): DomainService {
  const observe = createObserve(deps);
  const look = createLook(deps, observe);
  return {
    map: (request) => map(deps, request),
    find: (hostname) => findMapped(deps.store, hostname),
    get: (mapping) => present(deps, mapping),
    status: async (hostname) => look(await findMapped(deps.store, hostname)),
    look,
    overview: () => overview(deps),
    list: (filter, offset) => list(deps, filter, offset),
    history: (hostname, offset) => history(deps.store, hostname, offset),
    advance: (mapping) => advance(deps, observe, mapping),

    async beforeUnmap(mapping, by) {
      await assertOperator(deps.roles, by);
      return present(deps, mapping);
    },

    async unmap(mapping, by) {
      await assertOperator(deps.roles, by);
      await present(deps, mapping);
      const record = await apply(deps, mapping, { type: 'unmap.requested', by });
      deps.bell.check(mapping);
      return record;
    },

    async check(mapping, by) {
      await present(deps, mapping);
      const record = await apply(deps, mapping, { type: 'check.requested', by });
      if (record.mapping.host.state !== 'accepted') deps.bell.check(mapping);
      return record;
    },
  };
}

/** A button can outlive its mapping, or be forged. */
async function present({ store }: Deps, id: string): Promise<MappingRecord> {
  const record = await store.load(id);
  if (!record || record.mapping.stage === 'removed') throw new UserError({ code: 'gone' });
  return record;
}
