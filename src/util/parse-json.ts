import type { z } from 'zod';

/** What a text from outside says, checked in the same step; undefined for what is no JSON or has another shape. */
export function parseJson<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
): z.output<Schema> | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
