import { z } from 'zod';

const NOTHING_UNKNOWN: ReadonlySet<unknown> = new Set();

/**
 * The same schema, except that objects keep fields which it doesn't know, as a newer version of the bot may have written
 * them: an older one that saves the record must not drop them. Objects of the schemas in `except` still lose them.
 */
export const keepingUnknown = <Schema extends z.ZodType>(
  schema: Schema,
  except: ReadonlySet<unknown> = NOTHING_UNKNOWN,
): Schema => keeping(schema, except) as Schema;

/** Whether this object's schema is one that keeps them. */
export const keepsUnknown = ({ def }: z.ZodObject): boolean => def.catchall instanceof z.ZodUnknown;

/** The fields of an object that its schema doesn't know. */
export function unknownFields(schema: z.ZodType, value: unknown): object {
  if (!(schema instanceof z.ZodObject) || typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([name]) => !Object.hasOwn(schema.shape, name)));
}

function keeping(schema: z.core.$ZodType, except: ReadonlySet<unknown>): z.core.$ZodType {
  const kept = (inner: z.core.$ZodType) => keeping(inner, except);
  if (except.has(schema)) return schema;
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape as z.core.$ZodShape);
    const shape = Object.fromEntries(fields.map(([name, field]) => [name, kept(field)]));
    return schema.clone({ ...schema.def, shape, catchall: z.unknown() });
  }
  if (schema instanceof z.ZodOptional)
    return schema.clone({ ...schema.def, innerType: kept(schema.def.innerType) });
  if (schema instanceof z.ZodDefault)
    return schema.clone({ ...schema.def, innerType: kept(schema.def.innerType) });
  if (schema instanceof z.ZodArray) return schema.clone({ ...schema.def, element: kept(schema.def.element) });
  if (schema instanceof z.ZodRecord)
    return schema.clone({ ...schema.def, valueType: kept(schema.def.valueType) });
  if (schema instanceof z.ZodCodec) {
    const written = kept(schema.def.in);
    // Such as a moment, which is recognised by its identity.
    return written === schema.def.in ? schema : schema.clone({ ...schema.def, in: written });
  }
  return schema;
}
