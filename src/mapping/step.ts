import type { DomainEvent, EventType } from './event.js';
import type { Mapping } from './mapping.js';
import type { Policy } from './policy.js';

/** What a decision may know besides the mapping and the input. `random` is in [0, 1). */
export interface Context {
  readonly now: number;
  readonly newId: () => string;
  readonly random: number;
  readonly policy: Policy;
}

/** A mapping on its way to `Decision`, with what is to be told of it. */
export interface Step {
  readonly mapping: Mapping;
  readonly tell: readonly (readonly [EventType, DomainEvent['details']])[];
}

export const unchanged = (mapping: Mapping): Step => ({ mapping, tell: [] });

/** Never negative: a clock that was set back makes a duration short, not absurd. */
export const elapsedMs = (since: number | undefined, now: number): number =>
  Math.max(0, now - (since ?? now));

/** When a mapping needs the clock next: a wish that waits for approval is looked after even where nothing else is. */
export function dueAt({ nextCheckAt, approval }: Mapping): number | undefined {
  if (!approval) return nextCheckAt;
  return nextCheckAt === undefined ? approval.until : Math.min(nextCheckAt, approval.until);
}

/** An axis that a look told nothing about: only since when is kept. */
export const blinded = <Axis extends { readonly blindSince?: number | undefined }>(
  axis: Axis,
  now: number,
): Axis => ({ ...axis, blindSince: axis.blindSince ?? now });
