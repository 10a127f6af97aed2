import { SYSTEM } from '../../core/events/event.js';
import type { Input } from '../../core/lifecycle/decide.js';
import type { StoredMapping } from '../../store/store.js';
import { type TransitionDeps, transition } from './transition.js';

/** Decides on an input, stores the result, and applies it to the www mapping. `delivery`: see `transition`. */
export async function transitionPair(
  deps: TransitionDeps,
  id: string,
  input: Input,
  requestId?: string,
): Promise<StoredMapping> {
  const { stored, events } = await transition(deps, id, input, requestId);
  await keepTogether(deps, stored, events.at(-1)?.by);
  return stored;
}

/**
 * Keeps a mapping and its www mapping in step: they share a card and are removed together. Runs even if nothing
 * changed, to finish what a crash interrupted.
 */
async function keepTogether(
  deps: TransitionDeps,
  { mapping }: StoredMapping,
  by: string = SYSTEM,
): Promise<void> {
  const { primary, www, revision, alias, channel, hostname } = mapping;
  if (primary !== undefined) {
    const main = await deps.store.load(primary);
    if (!main) return;
    await transitionPair(deps, primary, { type: 'www.changed', id: mapping.id, hostname, revision });
    if (main.mapping.alias.intent === 'remove') await leave(deps, mapping.id, by);
  }
  if (www && alias.intent === 'remove') await leave(deps, www.id, by);
  const shared = www && (await deps.store.load(www.id));
  if (!shared) return;
  if (shared.mapping.channel !== channel)
    await transition(deps, shared.mapping.id, { type: 'card.followed', to: channel });
  if (shared.mapping.assignee !== mapping.assignee)
    await transition(deps, shared.mapping.id, { type: 'assignee.followed', to: mapping.assignee });
}

async function leave(deps: TransitionDeps, www: string, by: string): Promise<void> {
  const stored = await deps.store.load(www);
  if (!stored || stored.mapping.alias.intent === 'remove') return;
  // Only once: if the provider then refuses the removal, a person has to decide.
  if (stored.events.some(({ type }) => type === 'unmap.followed')) return;
  await transitionPair(deps, www, { type: 'unmap.followed', by });
  deps.wakeUp.check(www);
}
