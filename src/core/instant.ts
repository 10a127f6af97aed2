import { z } from 'zod';

/** A moment: epoch milliseconds in memory, ISO 8601 UTC where a person reads it (files, messages). */
export const instant = z.codec(z.iso.datetime(), z.number(), {
  decode: (text) => Date.parse(text),
  encode: (ms) => new Date(ms).toISOString(),
});

export const isoTime = (ms: number): string => new Date(ms).toISOString();

/** Details of events and parameters of findings that are moments: epoch ms. */
const MOMENTS = ['validTo', 'validFrom', 'until', 'loggedAt', 'gaveUpAt'] as const;
export type MomentName = (typeof MOMENTS)[number];

export const isMoment = (name: string): name is MomentName => MOMENTS.some((each) => each === name);

/** ECMA-262 21.4.1.1: the largest time value of a Date. */
const LAST_MOMENT_MS = 8.64e15;

/** A moment in epoch ms among an event's details. */
export const epochMs = z.number().min(-LAST_MOMENT_MS).max(LAST_MOMENT_MS);

/**
 * Epoch ms of a stored moment (a number, its digits, `2026-11-20`, ISO 8601); undefined for anything else.
 */
export function momentOf(value: unknown): number | undefined {
  if ((typeof value !== 'string' && typeof value !== 'number') || value === '') return undefined;
  const ms = typeof value === 'number' || /^\d+$/.test(value) ? Number(value) : Date.parse(value);
  return Number.isFinite(ms) && Math.abs(ms) <= LAST_MOMENT_MS ? ms : undefined;
}

/** Never negative, even if the clock was set back. */
export const elapsedMs = (since: number | undefined, now: number): number =>
  Math.max(0, now - (since ?? now));

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
