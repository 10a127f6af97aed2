import type { Mapping } from '../mapping.js';
import { removing } from './person.js';
import { type Context, type Step, unchanged } from './step.js';

/** What passes between a mapping and its www mapping: the `www.` name that stands on its card. */
export type WwwInput =
  /** The www mapping has changed; `revision` is its new one. */
  | { readonly type: 'www.changed'; readonly revision: number }
  /** The www mapping's hostname is mapped already, on its own. */
  | { readonly type: 'www.dropped' }
  /** The mapping whose www mapping this is goes away. */
  | { readonly type: 'unmap.followed'; readonly by: string };

export function decideWww(mapping: Mapping, input: WwwInput, context: Context): Step {
  const { www, alias } = mapping;
  switch (input.type) {
    case 'www.changed':
      if (!www || www.revision >= input.revision) return unchanged(mapping);
      return { mapping: { ...mapping, www: { ...www, revision: input.revision } }, report: [] };
    case 'www.dropped':
      return www ? { mapping: { ...mapping, www: undefined }, report: [] } : unchanged(mapping);
    case 'unmap.followed':
      // Who approved the unmapping of the one has approved that of the other.
      return alias.intent === 'remove'
        ? unchanged(mapping)
        : removing({ ...mapping, approval: undefined }, ['unmap.followed', {}], context);
  }
}
