import type { Mapping } from '../mapping.js';
import { removing } from './person.js';
import { type Context, type Step, unchanged } from './step.js';

/** Messages between a mapping and its www mapping, which shares its card. */
export type WwwInput =
  /** The www mapping changed; `revision` is its new one. */
  | { readonly type: 'www.changed'; readonly revision: number }
  /** The www hostname is already mapped on its own. */
  | { readonly type: 'www.dropped' }
  /** The shared card is in this channel. */
  | { readonly type: 'card.followed'; readonly to: string }
  /** The primary mapping is being unmapped. */
  | { readonly type: 'unmap.followed'; readonly by: string };

export function decideWww(mapping: Mapping, input: WwwInput, context: Context): Step {
  const { www, alias } = mapping;
  switch (input.type) {
    case 'www.changed':
      if (!www || www.revision >= input.revision) return unchanged(mapping);
      return { mapping: { ...mapping, www: { ...www, revision: input.revision } }, report: [] };
    case 'www.dropped':
      return www ? { mapping: { ...mapping, www: undefined }, report: [] } : unchanged(mapping);
    case 'card.followed':
      return mapping.channel === input.to
        ? unchanged(mapping)
        : { mapping: { ...mapping, channel: input.to }, report: [] };
    case 'unmap.followed':
      // An approval for the primary covers its www mapping.
      return alias.intent === 'remove'
        ? unchanged(mapping)
        : removing({ ...mapping, approval: undefined }, ['unmap.followed', {}], context);
  }
}
