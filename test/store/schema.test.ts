import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { instant, isoTime } from '../../src/core/instant.js';
import { NewerSchema } from '../../src/store/format/form.js';
import { mappingForm } from '../../src/store/format/migrations.js';
import { decodeMapping, storedMappingCodec, storedMappingShape } from '../../src/store/schema.js';
import { NOON } from './typical-mapping.js';

type Place = readonly (string | number)[];

/** JSON of a value that has everything the schema allows, and where in it each value of a fixed list is. */
function sampleOf(schema: z.core.$ZodType, at: Place, enums: Place[]): unknown {
  const inner = (type: z.core.$ZodType, ...more: Place) => sampleOf(type, [...at, ...more], enums);
  if (schema === instant) return isoTime(NOON);
  if (schema instanceof z.ZodObject)
    return Object.fromEntries(
      Object.entries(schema.shape as z.core.$ZodShape).map(([name, field]) => [name, inner(field, name)]),
    );
  if (schema instanceof z.ZodArray) return [inner(schema.def.element, 0)];
  if (schema instanceof z.ZodRecord) return { key: inner(schema.def.valueType, 'key') };
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return inner(schema.def.innerType);
  if (schema instanceof z.ZodCodec) return inner(schema.def.in);
  if (schema instanceof z.ZodUnion) return inner(schema.options[0] as z.core.$ZodType);
  if (schema instanceof z.ZodEnum) {
    enums.push(at);
    return schema.options[0];
  }
  if (schema instanceof z.ZodLiteral) return [...schema.values][0];
  if (schema instanceof z.ZodString) return 'text';
  if (schema instanceof z.ZodNumber) return 1;
  if (schema instanceof z.ZodBoolean) return true;
  return {};
}

const enums: Place[] = [];
const whole = { schema: mappingForm.schema, ...(sampleOf(storedMappingShape, [], enums) as object) };

type Json = Record<string | number, unknown>;

function whereUnknown(place: Place): unknown {
  const json = structuredClone(whole) as unknown as Json;
  const holder = place.slice(0, -1).reduce((value, name) => value[name] as Json, json);
  holder[place.at(-1) ?? ''] = 'of-a-newer-version';
  return json;
}

const SEEN = ['mapping.dns.observation', 'mapping.ssl.observation', 'mapping.http'] as const;
const seenIn = (place: Place) => SEEN.find((prefix) => place.join('.').startsWith(`${prefix}.`));
const seen = enums.filter((place) => seenIn(place)).map((place) => [place.join('.'), place] as const);
const others = enums.filter((place) => !seenIn(place)).map((place) => [place.join('.'), place] as const);

/** Every value that can be one of a fixed list gets one that only a newer version knows. */
describe('a value that only a newer version knows', () => {
  it('can be in all that a record holds', () => {
    expect(storedMappingCodec.encode(storedMappingCodec.decode(whole))).toEqual(whole);
    expect([seen.length, others.length].every((count) => count > 8)).toBe(true);
  });

  it.each(seen)('in %s costs what this check saw, until the next one', (_, place) => {
    const before = storedMappingCodec.decode(whole);
    const { mapping, ...rest } = storedMappingCodec.decode(whereUnknown(place));
    expect(rest).toEqual({ ...before, mapping: undefined });
    const left = { dns: mapping.dns.observation, ssl: mapping.ssl.observation, http: mapping.http };
    expect(Object.values(left).filter((each) => each === undefined)).toHaveLength(1);
    expect(decodeMapping(whereUnknown(place))).toEqual(mapping);
    expect(storedMappingCodec.decode(storedMappingCodec.encode({ ...rest, mapping })).mapping).toEqual(
      mapping,
    );
  });

  it.each(others)('in %s makes it a newer version’s record, not a damaged one', (name, place) => {
    expect(() => storedMappingCodec.decode(whereUnknown(place))).toThrow(NewerSchema);
    expect(() => storedMappingCodec.decode(whereUnknown(place))).toThrow(`${name} is “of-a-newer-version”`);
    if (name.startsWith('mapping.')) expect(() => decodeMapping(whereUnknown(place))).toThrow(NewerSchema);
  });

  it('may as well be a slip of the hand: the sentence names both, and what to do', () => {
    const misspelt = whereUnknown(['mapping', 'stage']) as { mapping: Json };
    misspelt.mapping['stage'] = 'dnoe';
    expect(() => storedMappingCodec.decode(misspelt)).toThrow(
      /^mapping\.stage is “dnoe”, which this version doesn’t know: a newer version wrote it, or somebody edited it\. .* left as it is: start the newer version again, or correct the value\.$/,
    );
  });

  it('is damage where it is no text, or where more is wrong', () => {
    const damaged = whereUnknown(['mapping', 'stage']) as { mapping: Json };
    damaged.mapping['hostname'] = 7;
    expect(() => storedMappingCodec.decode(damaged)).not.toThrow(NewerSchema);
    expect(() => storedMappingCodec.decode(damaged)).toThrow(z.ZodError);
    const { stage: _, ...stageless } = storedMappingCodec.decode(whole).mapping;
    expect(() => storedMappingCodec.decode({ ...whole, mapping: stageless })).toThrow(z.ZodError);
  });
});
