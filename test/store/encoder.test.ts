import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { instant } from '../../src/core/instant.js';
import { encoderOf } from '../../src/store/encoder.js';
import { keepingUnknown } from '../../src/store/unknown-fields.js';

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

const outcomeOf = (encodes: () => unknown): unknown => {
  try {
    return JSON.stringify(encodes());
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
        expect(outcomeOf(() => encode(given))).toEqual(outcomeOf(() => z.encode(schema, given)));
      }),
      { numRuns: 500 },
    );
  });
});
