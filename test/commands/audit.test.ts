import { expect, it } from 'vitest';
import { auditCommand } from '../../commands/audit.js';
import { type } from '../support/commands.js';
import { START } from '../support/observations.js';

const found = {
  mappings: 1,
  events: 2,
  messages: 2,
  differences: [],
  unread: [],
  outOfReach: 0,
  unusable: 0,
};

it('words are read as since, by and event, in any order', async () => {
  const { calls } = await type(auditCommand, ['alias', 'me', '7d'], {
    audit: () => ({ filter: {}, entries: [], offset: 0, total: 0 }),
  });
  expect(calls).toEqual([['audit', { since: START - 7 * 86_400_000, by: 'U01ALICE', type: 'alias' }, 0]]);
});

it('an unknown word is reported, and nothing is read', async () => {
  const { calls, answer } = await type(auditCommand, ['someday']);
  expect([calls, answer?.later]).toEqual([[], undefined]);
  expect(answer?.now).toBeDefined();
});

it('a verification is shown in the direct message, after permission was asked', async () => {
  const { calls } = await type(auditCommand, ['verify'], {
    assertMayVerify: () => undefined,
    verifyAudit: () => found,
  });
  expect(calls.map(([name]) => name)).toEqual(['assertMayVerify', 'verifyAudit']);
});

it('the words of the usage may be typed along', async () => {
  const { calls } = await type(auditCommand, ['since', '7d', 'by', 'me'], {
    audit: () => ({ filter: {}, entries: [], offset: 0, total: 0 }),
  });
  expect(calls).toEqual([['audit', { since: START - 7 * 86_400_000, by: 'U01ALICE' }, 0]]);
});

it('a typo is corrected only where the corrected command works', async () => {
  expect((await type(auditCommand, ['sitt', '7d'])).shown).toContain('Did you mean');
  expect((await type(auditCommand, ['sitt', 'week'])).shown).not.toContain('Did you mean');
});
