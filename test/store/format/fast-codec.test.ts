import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { instant } from '../../../src/core/instant.js';
import { decoderOf, encoderOf } from '../../../src/store/format/fast-codec.js';
import { keepingUnknown } from '../../../src/store/format/unknown-fields.js';
import { storedMappingCodec } from '../../../src/store/schema.js';
import { typicalMapping } from '../typical-mapping.js';

const known = z.object({
  name: z.string(),
  at: instant,
  kind: z.enum(['one', 'other']),
  count: z.number().default(0),
  isSet: z.literal(true).optional(),
  until: instant.optional(),
  inner: z.object({ at: instant, values: z.array(z.string()) }).optional(),
  list: z.array(z.object({ at: instant.optional(), isOn: z.boolean() })).default([]),
  byName: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  short: z.string().max(3).optional(),
});
/** Drops what it doesn't know, refuses it, and keeps it. */
const schemas = [known, known.strict(), keepingUnknown(known)] as const;

/** As an event is stored: an object of any keys, converted once it is read. */
const readSchema = known.extend({
  event: z
    .codec(z.strictObject({ details: z.looseObject({}), at: instant }), z.custom<object>(), {
      decode: ({ details, at }) => ({ ...details, readAt: at }),
      encode: () => ({ details: {}, at: 0 }),
    })
    .optional(),
  texts: z.custom<object>((value) => typeof value === 'object', 'not texts').optional(),
});
const readSchemas = [readSchema, readSchema.strict(), keepingUnknown(readSchema)] as const;

const moment = fc.oneof(
  fc.integer({ min: 0, max: 4e12 }),
  fc.constantFrom(0, -1, 8.64e15, 1e300, Number.NaN),
);
const some = (value: fc.Arbitrary<unknown>) => fc.option(value, { nil: undefined });
const values = fc.record(
  {
    name: fc.oneof(fc.string(), fc.constant(7)),
    at: moment,
    kind: fc.constantFrom('one', 'other', 'third'),
    count: fc.oneof(fc.double(), fc.integer()),
    isSet: some(fc.constantFrom(true, false)),
    until: some(moment),
    inner: some(fc.record({ at: moment, values: fc.array(fc.string()), unknown: some(fc.string()) })),
    list: some(fc.array(fc.record({ at: some(moment), isOn: fc.boolean() }))),
    byName: some(
      fc.dictionary(fc.oneof(fc.string(), fc.constant('__proto__')), fc.oneof(fc.string(), fc.integer())),
    ),
    short: some(fc.string({ maxLength: 4 })),
    unknown: some(fc.jsonValue()),
  },
  { requiredKeys: ['name', 'at', 'kind', 'count', 'list'] },
);

const written = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 4e12 }).map((ms) => new Date(ms).toISOString()) },
  fc.constantFrom(
    '2026-02-30T00:00:00.000Z',
    '2026-02-28T24:00:00.000Z',
    '2026-11-20T12:00:00Z',
    '2026-11-20T12:00:00.000+01',
    '+012026-11-20T12:00:00.000Z',
    '2026-11-20 12:00:00.000Z',
    'Fri Nov 20 2026 12:00:00',
    '',
    7,
    null,
  ),
);
const jsons = fc.record(
  {
    name: fc.oneof(fc.string(), fc.constantFrom(7, null)),
    at: written,
    kind: fc.constantFrom('one', 'other', 'third'),
    count: fc.integer(),
    isSet: fc.constantFrom(true, false),
    until: written,
    inner: fc.record(
      { at: written, values: fc.array(fc.string()), unknown: fc.string() },
      { requiredKeys: ['at', 'values'] },
    ),
    list: fc.array(fc.record({ at: written, isOn: fc.boolean() }, { requiredKeys: ['isOn'] })),
    byName: fc.dictionary(
      fc.oneof(fc.string(), fc.constant('__proto__')),
      fc.oneof(fc.string(), fc.integer()),
    ),
    event: fc.oneof(
      fc.record({
        details: fc.dictionary(fc.oneof(fc.string(), fc.constant('__proto__')), fc.jsonValue()),
        at: written,
      }),
      fc.constantFrom(null, [], {}),
    ),
    texts: fc.constantFrom({ a: 'b' }, 'text'),
    unknown: fc.string(),
  },
  { requiredKeys: ['name', 'at', 'kind'] },
);

const outcomeOf = (converts: () => unknown): unknown => {
  try {
    return converts();
  } catch (error) {
    return error instanceof z.ZodError ? error.issues : error;
  }
};

describe('the encoder of a schema', () => {
  it.each(schemas)('gives the text that zod gives, and refuses what zod refuses', (schema) => {
    const encode = encoderOf(schema);
    fc.assert(
      fc.property(values, (value) => {
        const given = value as z.output<typeof known>;
        const text = outcomeOf(() => JSON.stringify(encode(given)));
        expect(text).toEqual(outcomeOf(() => JSON.stringify(z.encode(schema, given))));
      }),
      { numRuns: 500 },
    );
  });
});

describe('the decoder of a schema', () => {
  it.each(readSchemas)('gives what zod gives, and refuses what zod refuses', (schema) => {
    const decode = decoderOf(schema);
    fc.assert(
      fc.property(jsons, (json) => {
        const text = JSON.stringify(json);
        expect(outcomeOf(() => decode(JSON.parse(text)))).toEqual(
          outcomeOf(() => schema.parse(JSON.parse(text))),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('the codec of a mapping’s record', () => {
  const draft = typicalMapping('m1');
  const stored = { ...draft, version: 1, mapping: { ...draft.mapping, note: undefined } };

  it('leaves nothing of a usual record to zod', () => {
    const json = JSON.parse(JSON.stringify(storedMappingCodec.encode(stored)));
    // Zod copies both, and keeps a key without a value.
    expect(storedMappingCodec.decode(json).events[0]?.details).toBe(json.events[0].details);
    expect(storedMappingCodec.encode(stored)).not.toHaveProperty('mapping.note');
  });
});
