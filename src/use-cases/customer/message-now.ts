import { type CustomerMessage, customerMessageOf, namesOfMessage } from '../../core/customer/message.js';
import { hashOfSteps } from '../../core/customer/steps.js';
import { findingsOf } from '../../core/diagnosis/findings/findings.js';
import type { Mapping } from '../../core/mapping.js';
import type { Store } from '../../store/store.js';
import { contextOf } from '../ports.js';
import { type ConditionDeps, conditionIn } from '../shared/conditions.js';

/** A mapping with its www mapping, unless that is removed. */
export async function withWww(store: Pick<Store, 'load'>, mapping: Mapping): Promise<readonly Mapping[]> {
  const other = mapping.www && (await store.load(mapping.www.id))?.mapping;
  return other && other.stage !== 'removed' ? [mapping, other] : [mapping];
}

/** What the message for the customer says now about a mapping and its www mapping. */
export function customerMessageNow(deps: ConditionDeps, names: readonly Mapping[]): CustomerMessage {
  const parts = namesOfMessage(names).map((mapping) => {
    const { now, policy } = contextOf(deps, mapping);
    const target = deps.apps.get(mapping.app)?.target ?? { ipv4: [], ipv6: [], cname: [] };
    const findings = findingsOf(mapping, target, { now, policy });
    return { mapping, target, condition: conditionIn(deps, mapping), findings };
  });
  return customerMessageOf(parts, deps.now());
}

/** A hash of what the customer is asked for now; undefined if nothing. */
export const askedNow = (deps: ConditionDeps, names: readonly Mapping[]): string | undefined =>
  hashOfSteps(customerMessageNow(deps, names).steps);
