import type { ObservedInput } from '../mapping/lifecycle-observed.js';
import type { Stage } from '../mapping/mapping.js';
import { stages } from '../mapping/mapping.js';
import type { MappingRecord } from '../store/store.js';
import { apply } from './apply.js';
import type { Deps } from './deps.js';
import type { Observe } from './observe.js';

export interface Status {
  readonly record: MappingRecord;
  /** What was seen just now; absent while Closte has not accepted the alias. */
  readonly seen?: ObservedInput | undefined;
}

/** Looks now and lets the lifecycle know, so that card, thread and answer never disagree. */
async function look(deps: Deps, observe: Observe, record: MappingRecord): Promise<Status> {
  const { mapping } = record;
  const app = deps.apps.get(mapping.app);
  if (!app || mapping.host.state !== 'accepted') return { record };
  const seen = await observe(mapping, app, true);
  return { record: await apply(deps, mapping.id, seen), seen };
}

/** Those who ask about a mapping while a look is under way share it, with what was stored of it. */
export function createLook(deps: Deps, observe: Observe): (record: MappingRecord) => Promise<Status> {
  const underWay = new Map<string, Promise<Status>>();
  return (record) => {
    const { id } = record.mapping;
    const status = underWay.get(id) ?? look(deps, observe, record).finally(() => underWay.delete(id));
    underWay.set(id, status);
    return status;
  };
}

export interface Overview {
  readonly counts: readonly { readonly stage: Stage; readonly count: number }[];
}

/** How many mappings are at each stage; removed ones are left out. */
export async function overview({ store }: Deps): Promise<Overview> {
  const counts = await Promise.all(
    stages
      .filter((stage) => stage !== 'removed')
      .map(async (stage) => ({ stage, count: (await store.list({ stage, offset: 0, limit: 0 })).total })),
  );
  return { counts };
}
