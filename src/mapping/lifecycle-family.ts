import { removing } from './lifecycle-person.js';
import type { Mapping } from './mapping.js';
import { type Context, type Step, unchanged } from './step.js';

/** What passes between a mapping and its companion: the `www.` name that stands on its card. */
export type FamilyInput =
  /** The companion has changed; `revision` is its new one. */
  | { readonly type: 'companion.changed'; readonly revision: number }
  /** The companion's hostname is mapped already, on its own. */
  | { readonly type: 'companion.dropped' }
  /** The mapping whose companion this is goes away. */
  | { readonly type: 'unmap.followed'; readonly by: string };

export function decideFamily(mapping: Mapping, input: FamilyInput, context: Context): Step {
  const { companion, host } = mapping;
  switch (input.type) {
    case 'companion.changed':
      if (!companion || companion.revision >= input.revision) return unchanged(mapping);
      return { mapping: { ...mapping, companion: { ...companion, revision: input.revision } }, tell: [] };
    case 'companion.dropped':
      return companion ? { mapping: { ...mapping, companion: undefined }, tell: [] } : unchanged(mapping);
    case 'unmap.followed':
      // Who approved the unmapping of the one has approved that of the other.
      return host.intent === 'remove'
        ? unchanged(mapping)
        : removing({ ...mapping, approval: undefined }, ['unmap.followed', {}], context);
  }
}
