import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Mapping } from '../../../src/core/mapping.js';
import { openNetworkSnapshot } from '../../../src/multisite/network-snapshot.js';
import { openSettings } from '../../../src/settings/settings.js';
import type { SettingChange } from '../../../src/settings/stored-settings.js';
import type { DocumentKind } from '../../../src/store/documents.js';
import type { StoredJson } from '../../../src/store/format/form.js';
import { openPostgresStore } from '../../../src/store/postgres/postgres-store.js';
import { newestSchema, recordRowOf } from '../../../src/store/postgres/records/row.js';
import { migrateDatabase } from '../../../src/store/postgres/schema/migrate.js';
import { schemaSteps } from '../../../src/store/postgres/schema/migrations.js';
import type { Store } from '../../../src/store/store.js';
import { linksOf } from '../../../src/store/summary.js';
import { type PostgresServer, postgresPrograms, startPostgres } from '../../support/postgres-server.js';
import { silentLog } from '../temporary.js';
import { NOON, newStoredMapping, typicalMapping } from '../typical-mapping.js';

const shopInterval: SettingChange = {
  id: 'c1',
  at: NOON,
  by: 'U01ALICE',
  app: 'shop',
  channel: 'C01SHOP',
  setting: 'interval',
  from: 300,
  to: 60,
  isReset: false,
  isTried: false,
};

describe.skipIf(!postgresPrograms)('the tables of a PostgreSQL store', () => {
  let server: PostgresServer;
  let url: string;
  const opened: Store[] = [];
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.dispose());
  beforeEach(async () => {
    url = await server.createDatabase(`tables_${randomUUID().replaceAll('-', '')}`);
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()));
  });

  async function open(): Promise<Store> {
    const store = await openPostgresStore({ url, now: () => NOON, newToken: randomUUID, log: silentLog });
    opened.push(store);
    return store;
  }

  const linksIn = async (store: Store, app: string) => {
    const found = [];
    for await (const batch of store.links(app)) found.push(...batch);
    return found;
  };

  it('settings are copied before a write drops what can’t be read of them', async () => {
    const store = await open();
    const stored = '{"apps":{"shop":{"interval":[60]},"blog":{"interval":90}},"channels":{},"changes":[]}';
    await server.run(
      url,
      `insert into documents (kind, key, schema, version, content) values ('settings', 'all', 3, 7, '${stored}')`,
    );
    const settings = await openSettings(store.documents);
    expect(settings.overridesOf('blog')).toEqual({ interval: 90 });
    expect(settings.problem).toContain('apps/shop/interval');
    await settings.change([shopInterval]);
    expect(settings.problem).toBeUndefined();
    expect((await openSettings(store.documents)).overridesOf('blog')).toEqual({ interval: 90 });
    const copy: DocumentKind<unknown> = {
      name: `settings.damaged-${new Date(NOON).toISOString()}`,
      form: { schema: 3, migrations: new Map() },
      content: z.looseObject({}) as z.ZodType<unknown, StoredJson>,
    };
    expect(await store.documents.read(copy, 'all')).toEqual({ value: JSON.parse(stored), version: 7 });
  });

  it('a record of the second schema step is read, listed, counted and linked by the third', async () => {
    await migrateDatabase(
      url,
      schemaSteps.filter(({ number }) => number <= 2),
    );
    const stored = { ...typicalMapping('m1'), version: 7 };
    const row = recordRowOf(stored);
    const text = (json: string) => `'${json.replaceAll("'", "''")}'`;
    await server.run(
      url,
      `insert into mappings (id, version, schema, hostname, app, channel, stage, requested_at, next_check_at, dns_at,
         ssl_at, summary, document)
       values ('m1', 7, ${row.schema}, 'm1.example.com', 'shop', 'C1', 'checking-ssl-cert', ${NOON},
         ${row.next_check_at}, ${row.dns_at}, ${row.ssl_at}, '{}', ${text(row.document)});
       insert into observations (mapping, document) values ('m1', ${text(row.observation)})`,
    );
    const store = await open();
    expect(await store.load('m1')).toEqual(stored);
    expect(await store.list({ offset: 0, limit: 9 })).toEqual({ mappings: [stored.mapping], total: 1 });
    expect(await linksIn(store, 'shop')).toEqual([linksOf(stored.mapping)]);
  });

  it('summaries from before the fourth schema step say what people read in place of the stage', async () => {
    const { alias, dns, ssl, site } = newStoredMapping('any').mapping;
    const right: Partial<Mapping> = {
      stage: 'done',
      outcome: { stage: 'done', at: NOON },
      alias: { ...alias, state: 'accepted' },
      dns: { ...dns, state: 'propagated' },
      ssl: { ...ssl, state: 'valid' },
      site: { ...site, state: 'routed' },
    };
    const mappings: Readonly<Record<string, Partial<Mapping>>> = {
      ready: right,
      drifted: { ...right, dns: { ...dns, state: 'wrong' } },
      unserved: { ...right, ssl: { ...ssl, state: 'invalid' } },
      unrouted: { ...right, site: { ...site, state: 'unrouted' } },
      refused: { stage: 'adding', alias: { ...alias, state: 'refused' } },
      adding: { stage: 'adding', alias: { ...alias, state: 'requested' } },
    };
    const setbacksIn = async (store: Store) => {
      const found: Record<string, string | undefined> = {};
      for await (const batch of store.summaries({})) for (const { id, setback } of batch) found[id] = setback;
      return found;
    };
    const store = await open();
    for (const [id, changes] of Object.entries(mappings)) await store.create(newStoredMapping(id, changes));
    const before = await setbacksIn(store);
    expect(Object.values(before).filter(Boolean)).toHaveLength(4);
    await server.run(
      url,
      `update mappings set summary = regexp_replace(summary::text, '"setback":"[a-z]+",', '')::json;
       delete from schema_steps where number = 4`,
    );
    expect(Object.values(await setbacksIn(store)).filter(Boolean)).toEqual([]);
    expect(await migrateDatabase(url)).toEqual([4]);
    expect(await setbacksIn(store)).toEqual(before);
  });

  it('a network’s snapshot is read once until any replica writes it', async () => {
    const [one, other] = [await open(), await open()].map(({ documents }) =>
      openNetworkSnapshot(documents, 'shop'),
    );
    await one?.write(new Map([[1, 'a.example']]));
    const first = await other?.read();
    expect([...(first?.entries() ?? [])]).toEqual([[1, 'a.example']]);
    expect(await other?.read()).toBe(first);
    await one?.write(new Map([[2, 'b.example']]));
    expect([...((await other?.read())?.entries() ?? [])]).toEqual([[2, 'b.example']]);
    await server.run(url, `update documents set content = '{}' where kind = 'network-snapshot'`);
    const written = await one?.read();
    expect(written).toEqual(new Map([[2, 'b.example']]));
    await server.run(url, `delete from documents where kind = 'network-snapshot'`);
    expect(await one?.read()).toBeUndefined();
    expect(await other?.read()).toBeUndefined();
  });

  it('a check that saw what only a newer version knows counts as not seen, and the next one is written', async () => {
    const { mapping } = await (await open()).create(typicalMapping('m1'));
    await server.run(
      url,
      `update records set observation = replace(observation::text, '"outcome":"answer"', '"outcome":"weather"')::json`,
    );
    const store = await open();
    const loaded = await store.load('m1');
    expect(loaded?.mapping).toEqual({ ...mapping, dns: { ...mapping.dns, observation: undefined } });
    const noted =
      loaded && (await store.save({ ...loaded, mapping: { ...loaded.mapping, note: 'call first' } }));
    expect(await (await open()).load('m1')).toEqual(noted);
    if (noted) await store.save({ ...noted, mapping });
    expect((await (await open()).load('m1'))?.mapping).toEqual(mapping);
    expect(store.setAside()).toEqual([]);
  });

  it('a record with a value that only a newer version knows is left to it', async () => {
    await (await open()).create(typicalMapping('m1'));
    await server.run(
      url,
      `update records set document = replace(document::text, '"accepted"', '"weathered"')::json`,
    );
    const store = await open();
    expect(await store.load('m1')).toBeUndefined();
    expect(store.setAside()).toEqual([
      {
        file: 'mappings row m1 (newer)',
        reason: expect.stringContaining('mapping.alias.state is “weathered”'),
      },
    ]);
  });

  it('an event and details of a newer version survive a save by this one, character by character', async () => {
    const store = await open();
    const created = await store.create(typicalMapping('m1'));
    const unknown = {
      ...created.events.at(-1),
      id: 'newer',
      type: 'weather.changed',
      details: { wind: 'north', speeds: [1, 2.5], deep: { text: '\u0000 ü \ud800' } },
      at: '2026-11-20T12:00:00.000Z',
    };
    const text = JSON.stringify(unknown);
    await server.run(
      url,
      `update records set document = replace(document::text, '"events":[', '"events":[' || $json$${text}$json$ || ',')::json`,
    );
    const loaded = await (await open()).load('m1');
    if (!loaded) throw new Error('unreadable');
    expect(loaded.events[0]).toMatchObject({ type: 'unknown', name: 'weather.changed' });
    await store.save({ ...loaded, mapping: { ...loaded.mapping, revision: 10 } });
    const [row] = await server.run(url, 'select document::text as document from records');
    expect(row?.['document']).toContain(text);
  });

  it('a record of an older version is written as a whole by its next save, others only what changed', async () => {
    for (const [id, schema] of [
      ['older', newestSchema - 1],
      ['newest', newestSchema],
    ] as const) {
      await (await open()).create(typicalMapping(id));
      await server.run(
        url,
        `update mappings set schema = ${schema} where id = '${id}';
         update records set observation = ('{"later":1,' || substr(observation::text, 2))::json where mapping = '${id}'`,
      );
      const store = await open();
      const loaded = await store.load(id);
      if (!loaded) throw new Error('unreadable');
      await store.save({ ...loaded, mapping: { ...loaded.mapping, nextCheckAt: NOON + 1 } });
    }
    const rows = await server.run(
      url,
      `select id, schema, observation ->> 'later' as later from mappings join records on mapping = id order by id`,
    );
    expect(rows).toEqual([
      { id: 'newest', schema: newestSchema, later: '1' },
      { id: 'older', schema: newestSchema, later: null },
    ]);
  });

  it('links are those of the last save, of one app, without removed mappings', async () => {
    const store = await open();
    const kept = await store.create(newStoredMapping('m1'));
    const gone = await store.create(newStoredMapping('m2'));
    await store.create(newStoredMapping('m3', { app: 'other' }));
    await store.save({ ...gone, mapping: { ...gone.mapping, stage: 'removed' } });
    const saved = await store.save({
      ...kept,
      mapping: { ...kept.mapping, alias: { ...kept.mapping.alias, state: 'accepted' } },
    });
    expect(await linksIn(store, 'shop')).toEqual([linksOf(saved.mapping)]);
  });

  it('the kept count is the true one after creations, moves and gathering', async () => {
    const [store, other] = [await open(), await open()];
    const draft = (at: number) => newStoredMapping(`m${at}`, { app: at % 2 === 0 ? 'shop' : 'other' });
    const created = await Promise.all(
      Array.from({ length: 150 }, (_, at) => (at % 3 === 0 ? store : other).create(draft(at))),
    );
    await Promise.all(
      created.slice(0, 60).map((one, at) =>
        (at % 2 === 0 ? store : other).save({
          ...one,
          mapping: { ...one.mapping, stage: at % 3 === 0 ? 'removed' : 'done' },
        }),
      ),
    );
    await Promise.all([store.assertWritable(), other.assertWritable()]);
    const rows = await server.run(url, 'select count(*)::integer as rows from counts');
    expect(rows[0]?.['rows']).toBeLessThan(150);
    for (const app of [undefined, 'shop', 'other'] as const)
      for (const stage of [undefined, 'removed', 'done', 'adding'] as const) {
        const query = { ...(app ? { app } : {}), ...(stage ? { stage } : {}) };
        const { mappings, total } = await store.list({ ...query, offset: 0, limit: 500 });
        expect(total, JSON.stringify(query)).toBe(mappings.length);
      }
  });
});
