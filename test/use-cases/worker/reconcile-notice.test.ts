import { expect, it } from 'vitest';
import type { DomainRecord, Multisite } from '../../../src/multisite/multisite.js';
import { readWebhook } from '../../../src/multisite/webhook.js';
import {
  domainCreatedPayload,
  mockEvent,
  sitePublishedPayload,
} from '../../../src/sandbox/wordpress/payloads.js';
import type { App } from '../../../src/use-cases/ports.js';
import { reconcileNotice } from '../../../src/use-cases/worker/reconcile-notice.js';
import { useStore } from '../../support/in-store.js';
import { TARGET } from '../../support/observations.js';

const HOST = 'network.example.org';
const RECORD = {
  id: 101,
  domain: 'shop.example.com',
  siteId: 12,
  stage: 'checking-dns',
  isActive: true,
  isPrimary: false,
  isSecure: true,
};

const world = useStore();

/** A network that has these records; one without a REST API when there are none to ask for. */
function appWith(domainRecords: readonly DomainRecord[] | undefined): App {
  const [known] = world.current.ports().apps.values();
  if (!known) throw new Error('no app');
  const rest = domainRecords && {
    getDomainRecord: async (id: number) => domainRecords.find((domainRecord) => domainRecord.id === id),
    findDomainRecord: async (domain: string) =>
      domainRecords.find((domainRecord) => domainRecord.domain === domain),
  };
  return {
    ...known,
    target: TARGET,
    channel: 'C1',
    multisite: { host: HOST, rest: rest as Multisite | undefined },
  };
}

async function after(payload: object, domainRecords: readonly DomainRecord[] | undefined): Promise<string[]> {
  const notice = readWebhook(payload);
  if (notice && notice !== 'test')
    await reconcileNotice(world.current.ports(), appWith(domainRecords), notice);
  return (await world.current.store.list({ offset: 0, limit: 10 })).mappings.map(({ hostname }) => hostname);
}

const created = domainCreatedPayload(
  {
    id: 101,
    domain: 'shop.example.com',
    blogId: 12,
    stage: 'checking-dns',
    active: true,
    primary: false,
    secure: false,
    created: '2026-11-25 10:00:00',
    modified: '2026-11-25 10:00:00',
  },
  'A shop',
  HOST,
);

it.each<[string, object, readonly DomainRecord[] | undefined, string[]]>([
  ['domain_created that the network confirms', created, [RECORD], ['shop.example.com']],
  ['domain_created where nobody can be asked', created, undefined, ['shop.example.com']],
  ['domain_created of a record that is not there', created, [], []],
  ['domain_created of a record of another name', created, [{ ...RECORD, domain: 'x.example.com' }], []],
  [
    'site_published at a domain of its own',
    sitePublishedPayload(12, 'https://shop.example.com/', HOST),
    [RECORD],
    ['shop.example.com'],
  ],
  [
    'site_published at a domain of its own where nobody can be asked',
    sitePublishedPayload(12, 'https://shop.example.com/', HOST),
    undefined,
    ['shop.example.com'],
  ],
  [
    'site_published below the network’s host',
    sitePublishedPayload(12, `https://shop.${HOST}/`, HOST),
    undefined,
    [],
  ],
  ['a test event where the network can be asked', mockEvent(HOST), [RECORD], []],
])('%s', async (_, payload, domainRecords, hostnames) => {
  expect(await after(payload, domainRecords)).toEqual(hostnames);
  expect(await after(payload, domainRecords)).toEqual(hostnames);
});
