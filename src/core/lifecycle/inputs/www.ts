import type { Mapping } from '../../mapping.js';
import { type Context, type Step, unchanged } from '../step.js';
import { removing } from './person.js';

/** Messages between a mapping and its www mapping, which shares its card. */
export type WwwInput =
  /** The www mapping changed; `revision` is its new one. */
  | {
      readonly type: 'www.changed';
      readonly id: string;
      readonly hostname: string;
      readonly revision: number;
    }
  /** Its bare name was mapped later; from now on it shares that mapping's card. */
  | { readonly type: 'card.joined'; readonly primary: string; readonly primaryHostname: string }
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
      return wwwChanged(mapping, input);
    case 'card.joined':
      return cardJoined(mapping, input);
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

/** Also for one that was mapped on its own before: it says whose card it shares. */
function wwwChanged(
  mapping: Mapping,
  { id, hostname, revision }: WwwInput & { readonly type: 'www.changed' },
): Step {
  const { www } = mapping;
  if (www?.id === id && www.revision >= revision) return unchanged(mapping);
  return { mapping: { ...mapping, www: { id, hostname, revision } }, report: [] };
}

function cardJoined(
  mapping: Mapping,
  { primary, primaryHostname }: WwwInput & { readonly type: 'card.joined' },
): Step {
  if (mapping.primary !== undefined || mapping.www || mapping.alias.intent === 'remove')
    return unchanged(mapping);
  return { mapping: { ...mapping, primary }, report: [['card.joined', { primary, primaryHostname }]] };
}
