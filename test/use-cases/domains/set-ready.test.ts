import { expect, it } from 'vitest';
import { type DomainRecord, MultisiteError } from '../../../src/multisite/multisite.js';
import { transitionPair } from '../../../src/use-cases/shared/transition.js';
import { HOSTNAME, useStore } from '../../support/in-store.js';

const world = useStore();
const RECORD: DomainRecord = {
  id: 7,
  domain: HOSTNAME,
  siteId: 2,
  stage: 'failed',
  isActive: false,
  isPrimary: false,
  isSecure: false,
};

it('the network routes the domain, and the event says whether that made it primary', async () => {
  const { current } = world;
  const id = await current.mapped();
  const changed: number[] = [];
  const parts = current.network({
    findDomainRecord: async () => RECORD,
    setReady: async (record) => {
      changed.push(record);
      return RECORD;
    },
    getDomainRecord: async () => ({ ...RECORD, isPrimary: true }),
  });
  const stored = await current.useCases(parts).setReady(id, current.by('UBOB'));
  expect(changed).toEqual([RECORD.id]);
  expect(stored.events).toContainEqual(
    expect.objectContaining({
      type: 'domain_record.updated',
      by: 'UBOB',
      details: expect.objectContaining({ promoted: true }),
    }),
  );
  expect(current.woken).toEqual([id]);
});

it('a record that was renamed meanwhile is another domain’s, and left alone', async () => {
  const { current } = world;
  const id = await current.mapped();
  const { id: record, siteId, stage, isActive, isSecure } = RECORD;
  const reading = { record: { id: record, siteId, stage, isActive, isSecure }, addresses: [] };
  await transitionPair(current.ports(), id, { type: 'site.read', reading });
  const parts = current.network({
    getDomainRecord: async () => ({ ...RECORD, domain: 'other.example.org' }),
    findDomainRecord: async (): Promise<undefined> => undefined,
    setReady: () => Promise.reject(new Error('another domain’s record was changed')),
  });
  await expect(current.useCases(parts).setReady(id, current.by('UBOB'))).rejects.toMatchObject({
    problem: { code: 'set-ready', why: 'no-record' },
  });
});

it.each([
  ['without a network', undefined, { why: 'no-rest' }],
  [
    'without a domain record',
    { findDomainRecord: async (): Promise<undefined> => undefined },
    { why: 'no-record' },
  ],
  [
    'when the network refuses',
    {
      findDomainRecord: async () => RECORD,
      setReady: () => Promise.reject(new MultisiteError('refused', 'HTTP 403', { said: 'Not yours.' })),
    },
    { why: 'failed', reason: 'Not yours.' },
  ],
] as const)('%s nothing is changed, and the answer says why', async (_, rest, why) => {
  const { current } = world;
  const id = await current.mapped();
  const useCases = current.useCases(rest ? current.network(rest) : {});
  await expect(useCases.setReady(id, current.by('UBOB'))).rejects.toMatchObject({
    problem: { code: 'set-ready', ...why },
  });
  expect(await current.events(id)).not.toContain('domain_record.updated');
});
