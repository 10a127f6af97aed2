import { z } from 'zod';

/** A moment: epoch milliseconds in memory, ISO 8601 UTC where a person reads it (files, messages). */
export const instant = z.codec(z.iso.datetime(), z.number(), {
  decode: (text) => Date.parse(text),
  encode: (ms) => new Date(ms).toISOString(),
});

export const isoTime = (ms: number): string => new Date(ms).toISOString();
