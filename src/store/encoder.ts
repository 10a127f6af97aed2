import { z } from 'zod';
import { instant } from '../core/instant.js';
import { keepsUnknown } from './unknown-fields.js';

/** Encodes a value, or leaves it to zod. */
type Encode = (value: unknown) => unknown;

const LEFT_TO_ZOD = Symbol('left to zod');
/** `2026-11-20T12:00:00.000Z`; later years than 9999 are longer. */
const ISO_LENGTH = 24;

/**
 * The same as `z.encode` in a sixth of its time, for values that only have to be checked and whose moments become text.
 * Whatever it doesn't know or finds wrong it leaves to zod, which decides and names what is wrong.
 */
export function encoderOf<Schema extends z.ZodType>(
  schema: Schema,
): (value: z.output<Schema>) => z.input<Schema> {
  const encode = encodeBy(schema);
  return (value) => {
    const encoded = encode(value);
    return encoded === LEFT_TO_ZOD ? z.encode(schema, value) : (encoded as z.input<Schema>);
  };
}

function encodeBy(schema: unknown): Encode {
  if (schema === instant) return encodeMoment;
  if (schema instanceof z.ZodObject) return objectBy(schema);
  if (schema instanceof z.ZodOptional) return optionalBy(encodeBy(schema.unwrap()));
  if (schema instanceof z.ZodDefault) return encodeBy(schema.unwrap());
  if (schema instanceof z.ZodArray && isUnchecked(schema)) return listBy(encodeBy(schema.element));
  if (schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodString)
    return recordBy(encodeBy(schema.valueType));
  if (schema instanceof z.ZodUnion && schema.options.every(isPlain))
    return unionBy(schema.options.map(encodeBy));
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral) {
    const values = new Set<unknown>(schema instanceof z.ZodEnum ? schema.options : schema.values);
    return when((value) => values.has(value));
  }
  if (schema instanceof z.ZodString && isUnchecked(schema)) return when((value) => typeof value === 'string');
  if (schema instanceof z.ZodNumber && isUnchecked(schema)) return when(Number.isFinite);
  if (schema instanceof z.ZodBoolean) return when((value) => typeof value === 'boolean');
  if (schema instanceof z.ZodCustom) return when((value) => schema.safeParse(value).success);
  return () => LEFT_TO_ZOD;
}

const isUnchecked = ({ def }: z.ZodString | z.ZodNumber | z.ZodArray): boolean =>
  (def.checks ?? []).length === 0;
const isPlain = (schema: unknown): boolean =>
  schema instanceof z.ZodString || schema instanceof z.ZodNumber || schema instanceof z.ZodBoolean;

const when =
  (isRight: (value: unknown) => boolean): Encode =>
  (value) =>
    isRight(value) ? value : LEFT_TO_ZOD;

function encodeMoment(value: unknown): unknown {
  if (!Number.isFinite(value)) return LEFT_TO_ZOD;
  const date = new Date(value as number);
  const text = Number.isNaN(date.getTime()) ? '' : date.toISOString();
  return text.length === ISO_LENGTH ? text : LEFT_TO_ZOD;
}

const optionalBy =
  (encode: Encode): Encode =>
  (value) =>
    value === undefined ? undefined : encode(value);

function unionBy(options: readonly Encode[]): Encode {
  return (value) => {
    for (const encode of options) {
      const encoded = encode(value);
      if (encoded !== LEFT_TO_ZOD) return encoded;
    }
    return LEFT_TO_ZOD;
  };
}

function listBy(encode: Encode): Encode {
  return (value) => {
    if (!Array.isArray(value)) return LEFT_TO_ZOD;
    const list = value.map(encode);
    return list.includes(LEFT_TO_ZOD) ? LEFT_TO_ZOD : list;
  };
}

function recordBy(encode: Encode): Encode {
  return (value) => {
    if (!isPlainObject(value)) return LEFT_TO_ZOD;
    const encoded: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      if (key === '__proto__') return LEFT_TO_ZOD;
      const each = encode(value[key]);
      if (each === LEFT_TO_ZOD) return LEFT_TO_ZOD;
      encoded[key] = each;
    }
    return encoded;
  };
}

function objectBy(schema: z.ZodObject): Encode {
  const { shape, def } = schema;
  const fields = Object.entries(shape).map(([key, field]) => [key, encodeBy(field)] as const);
  const known = new Set(Object.keys(shape));
  const isKeeping = keepsUnknown(schema);
  if (def.catchall && !isKeeping) return () => LEFT_TO_ZOD;
  return (value) => {
    if (!isPlainObject(value)) return LEFT_TO_ZOD;
    const encoded: Record<string, unknown> = {};
    for (const [key, encode] of fields) {
      const each = encode(value[key]);
      if (each === LEFT_TO_ZOD) return LEFT_TO_ZOD;
      if (each !== undefined) encoded[key] = each;
    }
    if (isKeeping)
      for (const key in value) {
        if (key === '__proto__') return LEFT_TO_ZOD;
        if (!known.has(key)) encoded[key] = value[key];
      }
    return encoded;
  };
}

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
