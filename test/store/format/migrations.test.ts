import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { mapping } from '../../../src/core/mapping.js';
import { openReportedNotices, reportedNoticesKind } from '../../../src/multisite/reported-notices.js';
import { migrateTo, NewerSchema } from '../../../src/store/format/form.js';
import { mappingForm } from '../../../src/store/format/migrations.js';
import { readMappings } from '../../../src/store/lowdb/read-folder.js';
import { storedMappingCodec } from '../../../src/store/schema.js';
import type { StoredMapping } from '../../../src/store/store.js';
import { openStore, temporaryFolder } from '../temporary.js';
import { typicalMapping } from '../typical-mapping.js';

const SCHEMA = mappingForm.schema;
const migrate = (json: unknown) => migrateTo(mappingForm, json);
const NOW = Date.UTC(2026, 10, 25);
const OLD = new URL('../../fixtures/store-6013b5f/mappings/', import.meta.url).pathname;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
  await mkdir(join(folder.path, 'mappings'));
  await cp(OLD, join(folder.path, 'mappings'), { recursive: true });
});
afterEach(() => folder.remove());

async function recordsIn(dataDir: string): Promise<StoredMapping[]> {
  const storedMappings: StoredMapping[] = [];
  for await (const stored of readMappings(dataDir)) storedMappings.push(stored);
  return storedMappings;
}

describe('a store of version 6013b5f', () => {
  it('opens whole: every stage, every pending delivery, every event', async () => {
    const store = await openStore(folder.path, () => NOW);
    expect(store.setAside()).toEqual([]);
    const found = [];
    for await (const stored of store.all()) found.push(stored);
    expect(found).toHaveLength(17);
    expect(found.flatMap(({ outbox }) => outbox)).toHaveLength(2);
    expect(new Set(found.map(({ mapping }) => mapping.stage)).size).toBe(7);
    await store.close();
  });

  it('brings no field along that this version doesn’t know: it would stay unnoticed', async () => {
    const known = storedMappingCodec.encode({
      ...typicalMapping('m1'),
      version: 1,
      undeliverable: [],
      anchor: '',
    });
    for (const stored of await recordsIn(folder.path)) {
      const json = storedMappingCodec.encode(stored) as Readonly<Record<string, unknown>>;
      expect(Object.keys(known as object)).toEqual(expect.arrayContaining(Object.keys(json)));
      // Drops what it doesn’t know.
      expect(z.encode(mapping, mapping.parse(json['mapping']))).toEqual(json['mapping']);
    }
  });

  it('is written in the present form once it is saved, and means the same', async () => {
    const before = await recordsIn(folder.path);
    const store = await openStore(folder.path, () => NOW);
    for (const { mapping } of before) {
      const stored = await store.load(mapping.id);
      // A check without news would leave the file as it is.
      if (stored) await store.save({ ...stored, requests: [...stored.requests, 'Ev1'] });
    }
    await store.close();
    const after = await recordsIn(folder.path);
    expect(after).toEqual(
      before.map((stored) => ({
        ...stored,
        version: stored.version + 1,
        requests: [...stored.requests, 'Ev1'],
      })),
    );
    for (const name of await readdir(join(folder.path, 'mappings'))) {
      const text = await readFile(join(folder.path, 'mappings', name), 'utf8');
      expect(JSON.parse(text)).toMatchObject({ schema: SCHEMA });
    }
  });
});

describe('a record’s number', () => {
  it('of a newer version is refused with what to do', () => {
    expect(() => migrate({ schema: SCHEMA + 1 })).toThrow(NewerSchema);
    expect(() => migrate({ schema: SCHEMA + 1 })).toThrow(/newer version .* left as it is/);
  });

  it.each([[null], [[]], ['text'], [{ schema: '2' }], [{ schema: 0 }], [{ schema: 1.5 }]])(
    'that is none is no record: %j',
    (json) => {
      expect(() => migrate(json)).toThrow();
      expect(() => migrate(json)).not.toThrow(NewerSchema);
    },
  );

  it('is left out of what is read, and every older one has a way to the present one', () => {
    for (let schema = 1; schema <= SCHEMA; schema++)
      expect(migrate({ schema, a: 1 })).toMatchObject({ a: 1 });
    expect(migrate({ schema: SCHEMA, a: 1 })).toEqual({ a: 1 });
  });
});

it('a stored list of reported faults keeps them under its new name', () => {
  const times = { webhookAt: 1, wrongWebhookAt: 2 };
  const { form } = reportedNoticesKind;
  expect(migrateTo(form, { schema: 2, told: ['logs'], ...times })).toEqual({ reported: ['logs'], ...times });
});

it('a list of reported faults is read under its former name until it is written', async () => {
  const file = join(folder.path, 'documents', 'notices-told', 'shop.json');
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, JSON.stringify({ schema: 3, version: 4, reported: ['logs'], webhookAt: 1 }));
  const store = await openStore(folder.path, () => NOW);
  const notices = openReportedNotices(store.documents, 'shop');
  expect(await notices.read()).toEqual({ reported: ['logs'], webhookAt: 1 });
  await notices.write({ reported: [], webhookAt: 2 });
  expect(await openReportedNotices(store.documents, 'shop').read()).toEqual({ reported: [], webhookAt: 2 });
  await store.close();
});

it('findings of schema 8 have their present codes, and their events the first hash', async () => {
  const [name = ''] = await readdir(OLD);
  const file = join(folder.path, 'mappings', name);
  const whole = storedMappingCodec.encode(
    storedMappingCodec.decode(JSON.parse(await readFile(file, 'utf8'))),
  );
  const { mapping: before, events, ...stored } = whole as { mapping: object; events: object[] };
  const seen = { axis: 'dns', since: new Date(NOW).toISOString(), reported: true, absentChecks: 0 };
  const mute = { by: 'U1', reason: 'known', until: new Date(NOW).toISOString() };
  const event = { ...events[0], type: 'dns.stuck', details: { finding: 'value-doubled', dnsRecords: '' } };
  const old = {
    ...stored,
    schema: 8,
    mapping: {
      ...before,
      openFindings: [{ ...seen, code: 'value-doubled' }],
      mutes: [
        { ...mute, code: 'record-doubled' },
        { ...mute, code: 'caa-forbids' },
      ],
    },
    events: [event],
  };
  const { mapping, events: after } = storedMappingCodec.decode(old);
  expect(mapping.openFindings.map(({ code }) => code)).toEqual(['domain-appended-to-value']);
  expect(mapping.mutes?.map(({ code }) => code)).toEqual(['domain-appended-to-name', 'caa-forbids']);
  const [upgraded] = after;
  expect(upgraded).toMatchObject({ type: 'dns.stuck', details: { finding: 'domain-appended-to-value' } });
  expect(upgraded?.writtenAs).toEqual({ type: 'dns.stuck', details: event.details });
});

it('what schema 9 calls doubled is appended, in observations, findings and events', async () => {
  const [name = ''] = await readdir(OLD);
  const file = join(folder.path, 'mappings', name);
  const whole = storedMappingCodec.encode(
    storedMappingCodec.decode(JSON.parse(await readFile(file, 'utf8'))),
  );
  const {
    mapping: before,
    events,
    ...stored
  } = whole as { mapping: Record<string, object>; events: object[] };
  const at = new Date(NOW).toISOString();
  const twice = 'shop.example.com.example.com';
  const observation = {
    ...{
      at,
      queried: 'shop.example.com',
      delegation: 'found',
      authoritative: [],
      resolvers: [],
      targetAddresses: [],
    },
    siblings: { sibling: [], doubled: ['192.0.2.1'], doubledName: twice },
  };
  const finding = {
    code: 'domain-appended-to-name',
    axis: 'dns',
    since: at,
    reported: true,
    absentChecks: 0,
  };
  const details = { finding: 'domain-appended-to-name', dnsRecords: '', doubled: twice };
  const { mapping, events: after } = storedMappingCodec.decode({
    ...stored,
    schema: 9,
    mapping: {
      ...before,
      dns: { ...before['dns'], observation },
      openFindings: [{ ...finding, params: { doubled: twice, zone: 'example.com' } }],
    },
    events: [{ ...events[0], type: 'dns.stuck', details }],
  });
  expect(mapping.dns.observation?.siblings).toEqual({
    ...{ sibling: [], appended: ['192.0.2.1'], appendedName: twice },
  });
  expect(mapping.openFindings[0]?.params).toEqual({ appendedName: twice, zone: 'example.com' });
  expect(after[0]?.details).toMatchObject({ appendedName: twice });
  expect(after[0]?.writtenAs).toEqual({ type: 'dns.stuck', details });
});
