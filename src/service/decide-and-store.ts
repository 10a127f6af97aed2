import type { DomainEvent } from '../mapping/event.js';
import { type Decision, decide, type Input } from '../mapping/lifecycle.js';
import { type MappingRecord, StaleVersion } from '../store/store.js';
import { contextOf, type Deps } from './deps.js';

/** Each lost race is somebody else's progress; so many in a row are a fault. */
const MAX_RACES = 100;

/** How many requests are remembered: Slack delivers the same one again within minutes. */
const MOST_REQUESTS = 20;

export interface Stored {
  readonly record: MappingRecord;
  /** What came of the input; none when it changed nothing. */
  readonly events: readonly DomainEvent[];
}

/**
 * Lets the lifecycle decide on an input and stores what came of it with its pending deliveries, in one write. A request
 * (`delivery`, Slack's id) that counted before, in this process or an earlier one, changes nothing. Throws when there is no such mapping.
 */
export async function decideAndStore(
  deps: Deps,
  id: string,
  input: Input,
  delivery?: string,
): Promise<Stored> {
  for (let race = 0; race < MAX_RACES; race++) {
    const record = await deps.store.load(id);
    if (!record) throw new Error(`there is no mapping ${id}`);
    if (delivery !== undefined && record.requests.includes(delivery)) return { record, events: [] };
    const decision = decide(record.mapping, input, contextOf(deps, record.mapping.app));
    if (decision.mapping === record.mapping) return { record, events: [] };
    try {
      const saved = await deps.store.save(withDecision(record, decision, delivery));
      deps.bell.deliver(id);
      return { record: saved, events: decision.events };
    } catch (error) {
      if (!(error instanceof StaleVersion)) throw error;
    }
  }
  throw new Error(`mapping ${id} was changed by others ${MAX_RACES} times while ${input.type} was decided`);
}

function withDecision(
  record: MappingRecord,
  { mapping, events }: Decision,
  delivery: string | undefined,
): MappingRecord {
  return {
    ...record,
    mapping,
    events: [...record.events, ...events],
    deliveries: [...record.deliveries, ...events.map(({ id }) => ({ event: id, attempts: 0, notBefore: 0 }))],
    requests: [...record.requests, ...(delivery === undefined ? [] : [delivery])].slice(-MOST_REQUESTS),
  };
}
