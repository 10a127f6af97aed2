import type { DomainEvent } from '../../src/core/events/event.js';
import { decide, type Input, request } from '../../src/core/lifecycle/decide.js';
import type { Context } from '../../src/core/lifecycle/step.js';
import type { Mapping } from '../../src/core/mapping.js';
import type { DnsObservation, SslObservation } from '../../src/core/observation/observation.js';
import {
  dnsSeen,
  edge,
  HOSTNAME,
  POLICY,
  right,
  START,
  served,
  sslSeen,
  TARGET,
  wrong,
} from './observations.js';

export const MINUTE_MS = 60_000;
const policy = POLICY;

/** Follows one mapping by hand: each call is one input at a moment of the test's choosing. */
export class Story {
  mapping: Mapping;
  now = START;
  readonly reported: DomainEvent['type'][] = [];
  readonly events: DomainEvent[] = [];
  /** With the request. */
  readonly all: DomainEvent[] = [];
  #ids = 0;

  constructor() {
    const decision = request(
      { id: 'm1', app: 'default', hostname: HOSTNAME, channel: 'C1', by: 'UALICE' },
      this.#context(),
    );
    this.mapping = decision.mapping;
    this.reported.push(...decision.events.map(({ type }) => type));
    this.all.push(...decision.events);
  }

  #context(): Context {
    return { now: this.now, newId: () => `e${++this.#ids}`, random: 0.5, policy };
  }

  give(input: Input): DomainEvent['type'][] {
    const { mapping, events } = decide(this.mapping, input, this.#context());
    this.mapping = mapping;
    const types = events.map(({ type }) => type);
    this.reported.push(...types);
    this.events.push(...events);
    this.all.push(...events);
    return types;
  }

  /** Lets minutes pass, then checks. */
  see(
    minutes: number,
    dns: (at: number) => DnsObservation,
    ssl?: (at: number) => SslObservation,
  ): DomainEvent['type'][] {
    this.now += minutes * MINUTE_MS;
    return this.give({ type: 'observed', target: TARGET, dns: dns(this.now), ssl: ssl?.(this.now) });
  }

  added(): this {
    this.give({ type: 'alias.added', already: false });
    return this;
  }
}

export const dnsWrong = (at: number) => dnsSeen(at, [wrong()]);
export const dnsRight = (at: number) => dnsSeen(at, [right()], [wrong('google')]);
export const dnsEverywhere = (at: number) => dnsSeen(at, [right()], [right('google'), right('quad9')]);
export const noCertificate = (at: number) => sslSeen(at, edge('unknown-name'));
export const good = (at: number) => sslSeen(at, served);

/** Mapped, seen and done. */
export function ready(): Story {
  const story = new Story().added();
  story.see(0, dnsEverywhere, good);
  story.see(1, dnsEverywhere, good);
  return story;
}
