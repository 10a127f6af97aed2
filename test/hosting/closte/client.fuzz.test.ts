import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assertSuccess, readAliases, readAnswer } from '../../../src/hosting/closte/response.js';
import { ProviderError } from '../../../src/hosting/provider.js';
import { mangled, mangledJson } from '../../support/mangled.js';

const RUNS = 25_000;
const KEYS = ['success', 'error', 'domains', 'domain', 'name', 'hostname'];
const bodies = fc.oneof(
  mangledJson(KEYS).map((json) => JSON.stringify(json) ?? ''),
  mangled(
    ['{"success":true', ',"error":', 'null', '"Domain is already added"', '}', '"domains":[', ']', '<html>'],
    '',
  ),
);
const statuses = fc.oneof(
  fc.constantFrom(200, 301, 401, 403, 404, 408, 429, 500, 503),
  fc.integer({ min: 100, max: 999 }),
);

it(`of ${RUNS} malformed answers each is understood or refused with a ProviderError`, async () => {
  const property = fc.asyncProperty(
    statuses,
    bodies,
    fc.constantFrom('read', 'write'),
    async (status, body, kind) => {
      try {
        const answer = await readAnswer(status, [Buffer.from(body)], kind);
        assertSuccess(answer, status);
        const aliases = await readAliases(answer['domains']);
        if (aliases !== 'unreadable')
          for (const alias of aliases) expect(alias).toMatch(/^[^\s.]+(\.[^\s.]+)+$/);
      } catch (error) {
        expect(error).toBeInstanceOf(ProviderError);
        if (!(error instanceof ProviderError)) return;
        expect(error.message.length).toBeLessThan(600);
        // What was only asked for changed nothing.
        if (kind === 'read') expect(error.facts.outcomeUnknown).toBe(false);
      }
    },
  );
  await fc.assert(property, { numRuns: RUNS });
});

it('a list of aliases is read whole or not at all', async () => {
  const property = fc.asyncProperty(mangledJson(KEYS), async (json) => {
    const aliases = await readAliases(json);
    if (aliases !== 'unreadable') expect(aliases).toHaveLength(Array.isArray(json) ? json.length : -1);
  });
  await fc.assert(property, { numRuns: 5_000 });
});
