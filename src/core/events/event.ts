import { z } from 'zod';
import { instant } from '../instant.js';
import { aliasEvents, dnsEvents, siteEvents, sslEvents } from './axis.js';
import { customerEvents } from './customer.js';
import { domainEvents, otherEvents, unmapEvents } from './domain.js';
import { domainRecordEvents } from './domain-record.js';
import { teamEvents } from './team.js';

/**
 * The details of each event type: everything its sentence needs, as plain values, foreign text unescaped,
 * small enough for a message's metadata. A new type does not compile without its message, its replay, and a
 * form for each detail.
 */
export const eventDetails = {
  ...domainEvents,
  ...aliasEvents,
  ...dnsEvents,
  ...sslEvents,
  ...siteEvents,
  ...otherEvents,
  ...unmapEvents,
  ...domainRecordEvents,
  ...customerEvents,
  ...teamEvents,
};

export type EventType = keyof typeof eventDetails;
export const eventTypes = Object.keys(eventDetails) as readonly EventType[];
export const isEventType = (type: string): type is EventType => Object.hasOwn(eventDetails, type);

export type DetailsOf<Type extends EventType> = Readonly<z.output<(typeof eventDetails)[Type]>>;

/** An event to report: its type and everything its message needs. */
export type EventDraft = {
  [Type in EventType]: readonly [type: Type, details: DetailsOf<Type>];
}[EventType];

/** As stored in a file or message: `details` in the form of the version that wrote them. */
const writtenDetails = z.looseObject({});
/** The original terms of an older version, which the hash covers. */
const writtenAs = z.object({ type: z.string(), details: writtenDetails }).optional();

export const writtenEvent = z.object({
  id: z.string(),
  mapping: z.string(),
  hostname: z.string(),
  type: z.string(),
  at: instant,
  by: z.string(),
  details: writtenDetails,
  previous: z.string().default(''),
  writtenAs,
});
export type WrittenEvent = z.output<typeof writtenEvent>;

type Facts = Readonly<Omit<WrittenEvent, 'type' | 'details'>>;

/** Events of some types. An old, cut or reduced one may lack details, so all are optional when read back. */
export type EventOf<Types extends EventType> = {
  [Type in Types]: Facts & { readonly type: Type; readonly details: Partial<DetailsOf<Type>> };
}[Types];

/** Events whose type begins with a noun, such as `dns`. */
export type EventAbout<Noun extends string> = EventOf<Extract<EventType, `${Noun}.${string}`>>;

/** From a newer version: kept unchanged, and shown by its name. */
export type UnknownEvent = Facts & {
  readonly type: 'unknown';
  readonly name: string;
  readonly details: Readonly<Record<string, unknown>>;
};

/**
 * An immutable fact about a mapping. `by` is a Slack user id or `system`. `previous` is the hash of the mapping's event
 * before it; empty for the first.
 */
export type DomainEvent = EventOf<EventType> | UnknownEvent;

export const SYSTEM = 'system';

/** The type's name as written, known to this version or not. */
export const eventName = (event: DomainEvent): string => (event.type === 'unknown' ? event.name : event.type);

/** The details by name, for code that handles all types alike. */
export const anyDetails = ({ details }: Pick<DomainEvent, 'details'>): Readonly<Record<string, unknown>> =>
  details;

/** Converts a stored event to this version. What the type does not allow stays in `writtenAs` only. */
export function readEvent(written: WrittenEvent): DomainEvent {
  const { type, details } = written;
  if (!isEventType(type)) return { ...written, type: 'unknown', name: type };
  const { error } = eventDetails[type].safeParse(details);
  if (!error) return written as DomainEvent;
  const wrong = new Set(error.issues.map(({ path: [name] }) => String(name)));
  const usable = Object.entries(details).filter(([name]) => !wrong.has(name));
  if (usable.length === Object.keys(details).length) return written as DomainEvent;
  return {
    ...written,
    details: Object.fromEntries(usable),
    writtenAs: written.writtenAs ?? { type, details },
  } as DomainEvent;
}

/** The inverse, for a file. */
export function writeEvent(event: DomainEvent): WrittenEvent {
  if (event.type !== 'unknown') return { ...event, details: { ...event.details } };
  const { name, ...rest } = event;
  return { ...rest, type: name, details: { ...event.details } };
}
