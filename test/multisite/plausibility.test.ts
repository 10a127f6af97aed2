import { expect, it } from 'vitest';
import { implausibleSteps } from '../../src/multisite/plausibility.js';
import type { NetworkSnapshot } from '../../src/multisite/reconcile.js';

it.each([
  [3, 3, false],
  [6, 100, false],
  [6, 11, true],
  [60, 100, true],
  [1_000, 10_000, false],
  [5_000, 10_000, false],
  [5_001, 10_000, true],
])('%i of %i gone at once: suspicious %s', (gone, before, suspicious) => {
  const known: NetworkSnapshot = new Map(
    Array.from({ length: before }, (_, id) => [id, `s${id}.example.com`]),
  );
  const steps = Array.from({ length: gone }, (_, id) => ({
    kind: 'vanish' as const,
    mapping: `m${id}`,
    domainRecordId: id,
  }));
  expect(implausibleSteps(steps, known, undefined)).toHaveLength(suspicious ? gone : 0);
});
