import type { ObservedInput } from '../core/lifecycle/observed.js';
import type { Stage } from '../core/mapping.js';
import { stages } from '../core/mapping.js';
import type { StoredMapping } from '../store/store.js';
import type { Deps } from './deps.js';
import { transitionPair } from './transition-pair.js';
import type { MappingProbe } from './worker/probe-mapping.js';

export interface Status {
  readonly stored: StoredMapping;
  /** What was seen just now; absent while Closte has not accepted the alias. */
  readonly seen?: ObservedInput | undefined;
}

/** Looks now and lets the lifecycle know, so that card, thread and answer never disagree. */
async function checkNow(deps: Deps, probeMapping: MappingProbe, stored: StoredMapping): Promise<Status> {
  const { mapping } = stored;
  const app = deps.apps.get(mapping.app);
  if (!app || mapping.alias.state !== 'accepted') return { stored };
  const seen = await probeMapping(mapping, app, true);
  return { stored: await transitionPair(deps, mapping.id, seen), seen };
}

/** Those who ask about a mapping while a look is under way share it, with what was stored of it. */
export function createStatusCheck(
  deps: Deps,
  probeMapping: MappingProbe,
): (stored: StoredMapping) => Promise<Status> {
  const underWay = new Map<string, Promise<Status>>();
  return (stored) => {
    const { id } = stored.mapping;
    const status =
      underWay.get(id) ?? checkNow(deps, probeMapping, stored).finally(() => underWay.delete(id));
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
