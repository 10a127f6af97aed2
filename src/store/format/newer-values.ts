import { z } from 'zod';
import { isStoredJson, unknownValue } from './form.js';

const MAX_SHOWN_VALUE = 50;

/**
 * Each fault is a text in place of one from a fixed list: a newer version may have written it, and the record isn't
 * damaged. Returns the error to throw.
 */
export function newerUnlessDamaged(error: unknown, stored: unknown): unknown {
  if (!(error instanceof z.ZodError)) return error;
  const values = error.issues.map(({ code, path }) => ({ code, path, value: valueAt(stored, path) }));
  const [first] = values;
  if (!first || values.some(({ code, value }) => code !== 'invalid_value' || typeof value !== 'string'))
    return error;
  return unknownValue(first.path.join('.'), String(first.value).slice(0, MAX_SHOWN_VALUE));
}

const valueAt = (json: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (isStoredJson(value) || Array.isArray(value) ? Reflect.get(value, key) : undefined),
    json,
  );
