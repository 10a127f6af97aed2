import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openPostgresStore } from '../../../src/store/postgres/postgres-store.js';
import { postgresPrograms, startPostgres } from '../../support/postgres-server.js';
import { silentLog } from '../temporary.js';
import { NOON, newStoredMapping, typicalMapping } from '../typical-mapping.js';

test.skipIf(!postgresPrograms)(
  'what docs/scaling.md says of backup and restore brings everything back',
  async () => {
    const server = await startPostgres();
    onTestFinished(() => server.dispose());
    const folder = await mkdtemp(join(tmpdir(), 'domain-bot-backup-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const [from, to] = [await server.createDatabase('kept'), await server.createDatabase('restored')];
    const open = async (url: string) => {
      const store = await openPostgresStore({ url, now: () => NOON, newToken: randomUUID, log: silentLog });
      onTestFinished(() => store.close());
      return store;
    };
    const store = await open(from);
    const stored = [await store.create(typicalMapping('m1')), await store.create(newStoredMapping('m2'))];
    // Held by the replica that runs while the backup is made.
    await store.claimChecks(NOON, 9, 60_000);
    const dump = join(folder, 'domains.dump');
    const run = (name: string, ...args: string[]) => execFileSync(join(postgresPrograms ?? '', name), args);
    run('pg_dump', '--format=custom', `--file=${dump}`, from);
    run('pg_restore', '--no-owner', `--dbname=${to}`, dump);
    const restored = await open(to);
    for (const each of stored) expect(await restored.load(each.mapping.id)).toEqual(each);
    expect(await restored.watched()).toBe(2);
    await server.run(to, `update replicas set seen_at = now() - interval '1 minute'`);
    await restored.assertWritable();
    expect((await restored.claimChecks(NOON, 9, 60_000)).map(({ mapping }) => mapping)).toEqual(['m2']);
  },
);
