import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe } from 'vitest';
import { openPostgresStore } from '../../../src/store/postgres/postgres-store.js';
import type { Judge } from '../../../src/store/store.js';
import { type PostgresServer, postgresPrograms, startPostgres } from '../../support/postgres-server.js';
import { benchOf, storeContract } from '../contracts/store-contract.js';
import { silentLog } from '../temporary.js';
import { NOON } from '../typical-mapping.js';

const EMPTY =
  'delete from deliveries; delete from checks; delete from mappings; delete from documents; delete from journals';

describe.skipIf(!postgresPrograms)('with a PostgreSQL server', () => {
  let server: PostgresServer;
  let url: string;
  beforeAll(async () => {
    server = await startPostgres();
    url = await server.createDatabase('contract');
  });
  afterAll(() => server.dispose());

  storeContract('PostgreSQL', async (firstJudge) => {
    const open = (judge?: Judge) =>
      openPostgresStore({ url, now: () => NOON, newToken: randomUUID, log: silentLog, judge });
    const written = async (id: string) => {
      const [row] = await server.run(url, `select document::text from records where mapping = '${id}'`);
      return JSON.parse(String(row?.['document']));
    };
    return benchOf(open, firstJudge, async () => void (await server.run(url, EMPTY)), {
      written,
      rewrite: async (id, edit) => {
        const json = await written(id);
        edit(json);
        const text = JSON.stringify(json).replaceAll("'", "''");
        await server.run(url, `update records set document = '${text}' where mapping = '${id}'`);
      },
    });
  });
});
