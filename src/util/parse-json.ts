import type { z } from 'zod';

/** Parses and validates foreign text; undefined if it isn't JSON or has another shape. */
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

/** Some editors begin a file with it; JSON and PEM know no such character. */
export const withoutByteOrderMark = (text: string): string => text.replace(/^\uFEFF/, '');

/** A file that a person wrote: UTF-8, or the UTF-16 of Windows, by its byte order mark. */
export function decodeText(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}
