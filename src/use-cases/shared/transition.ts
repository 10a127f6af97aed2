import { type DomainEvent, SYSTEM } from '../../core/events/event.js';
import { type Decision, decide, type Input } from '../../core/lifecycle/decide.js';
import type { Mapping } from '../../core/mapping.js';
import { type ReportingRules, reportingOf } from '../../core/reporting/reporting.js';
import { withCardMoved, withoutOwnCard } from '../../store/cards.js';
import { type OutboxEntry, StaleVersion, type StoredMapping } from '../../store/store.js';
import { type ContextDeps, contextOf, type Ports, reportingRulesOf } from '../ports.js';
import { endPairWait, pairWaitMs } from './pair-wait.js';

/** Each lost race means another writer made progress; this many in a row are a fault. */
const MAX_RACES = 100;

/** How many requests are kept: Slack redelivers a request within minutes. */
const MAX_REQUESTS = 20;

export interface TransitionDeps extends ContextDeps, Pick<Ports, 'store' | 'wakeUp'> {
  /** Called with the code of each finding of a check that counts. */
  readonly found?: (code: string) => void;
}

export interface Transitioned {
  readonly stored: StoredMapping;
  /** The resulting events; empty if nothing changed. */
  readonly events: readonly DomainEvent[];
}

/**
 * Lets the lifecycle decide on an input and stores the result with its pending deliveries in one write. A request
 * (`delivery`, Slack's ID) that already counted, in this process or an earlier one, changes nothing. Throws if there is
 * no such mapping.
 */
export async function transition(
  deps: TransitionDeps,
  id: string,
  input: Input,
  requestId?: string,
): Promise<Transitioned> {
  for (let race = 0; race < MAX_RACES; race++) {
    const stored = await deps.store.load(id);
    if (!stored) throw new Error(`there is no mapping ${id}`);
    if (requestId !== undefined && stored.requests.includes(requestId)) return { stored, events: [] };
    const context = contextOf(deps, stored.mapping);
    const decision = decide(stored.mapping, input, context);
    const { mapping, events } = decision;
    if (mapping === stored.mapping) return { stored, events: [] };
    const rules = reportingRulesOf(deps.apps, mapping);
    const { intervalMs } = context.policy;
    const waitMs = await pairWaitMs(deps.store, mapping, events, { intervalMs, thread: rules.thread });
    const notBefore = waitMs === 0 ? 0 : context.now + waitMs;
    try {
      const saved = await deps.store.save(
        withDecision(stored, decision, { requestId, notBefore, rules, now: context.now }),
      );
      const newest = waitMs === 0 ? saved : await endPairWait(deps.store, saved, events, rules.thread);
      deps.wakeUp.deliver(id);
      if (deps.found) for (const { code } of decision.findings ?? []) deps.found(code);
      return { stored: newest, events };
    } catch (error) {
      if (!(error instanceof StaleVersion)) throw error;
    }
  }
  throw new Error(`mapping ${id} was changed by others ${MAX_RACES} times while ${input.type} was decided`);
}

function withDecision(
  stored: StoredMapping,
  { mapping, events }: Decision,
  { requestId, ...reporting }: { readonly requestId: string | undefined } & EntryOptions,
): StoredMapping {
  const decided = {
    ...stored,
    mapping,
    events: [...stored.events, ...events],
    outbox: [...stored.outbox, ...events.map((event) => entryFor(event, mapping, reporting))],
    requests: [...stored.requests, ...(requestId === undefined ? [] : [requestId])].slice(-MAX_REQUESTS),
  };
  if (mapping.primary !== stored.mapping.primary) return withoutOwnCard(decided);
  return mapping.channel === stored.mapping.channel ? decided : withCardMoved(decided, mapping.channel);
}

interface EntryOptions {
  readonly rules: ReportingRules;
  readonly now: number;
  readonly notBefore: number;
}

/** The outbox entry of a new event, by its channel's reporting rules. */
function entryFor(
  event: DomainEvent,
  mapping: Mapping,
  { rules, now, notBefore }: EntryOptions,
): OutboxEntry {
  const { isQuiet, heldUntil } = reportingOf(event, mapping, rules, now);
  return {
    event: event.id,
    attempts: 0,
    notBefore,
    ...(rules.thread === 'milestones' ? {} : { isQuiet }),
    ...(heldUntil === undefined ? {} : { heldUntil }),
  };
}

/** A mapping's first record: nothing is reported yet. */
export function newStoredMapping(
  { mapping, events }: Decision,
  requestId: string,
  rules: ReportingRules,
): Omit<StoredMapping, 'version'> {
  return {
    mapping,
    events,
    outbox: events.map((event) => entryFor(event, mapping, { rules, now: event.at, notBefore: 0 })),
    card: { channel: mapping.channel, shownRevision: -1, notBefore: 0 },
    messages: {},
    requests: [requestId],
    compacted: 0,
  };
}

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
