import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problemView } from '../../src/slack/views/answers/usage.js';
import { userErrorOf } from '../../src/use-cases/errors.js';
import { temporaryStores } from '../store/temporary.js';
import { everybodyIs, HOSTNAME, InStore } from '../support/in-store.js';
import { START } from '../support/observations.js';
import { translatorFor } from '../support/translator.js';

let stores: Awaited<ReturnType<typeof temporaryStores>>;
let world: InStore;

beforeEach(async () => {
  stores = await temporaryStores(() => START);
  world = new InStore(await stores.open(stores.path));
});
afterEach(() => stores.close());

const fileOf = async (id: string): Promise<string> => {
  const folder = join(stores.path, 'mappings');
  return join(folder, (await readdir(folder)).find((name) => name.includes(id)) ?? '');
};

/** As after an update was taken back: returns what the newer version wrote. */
async function writtenByNewerVersion(id: string): Promise<string> {
  await world.store.close();
  const path = await fileOf(id);
  const newer = JSON.stringify({ ...JSON.parse(await readFile(path, 'utf8')), schema: 999 });
  await writeFile(path, newer);
  world = new InStore(await stores.open(stores.path));
  return newer;
}

const refusal = async (work: Promise<unknown>) => {
  const error = await work.catch((reason: unknown) => reason);
  return userErrorOf(error)?.problem ?? error;
};

describe('a domain whose record was written by a newer version', () => {
  it('is answered as that, whatever is asked, and stays as it is', async () => {
    const id = await world.mapped();
    const newer = await writtenByNewerVersion(id);
    const [useCases, by] = [world.useCases(), world.by('UBOB')];
    const asked: Readonly<Record<string, () => Promise<unknown>>> = {
      find: () => useCases.find(HOSTNAME, 'unmap', by),
      status: () => useCases.status(HOSTNAME, by),
      map: () => useCases.map({ hostname: HOSTNAME }, by),
      'map its www name': () => useCases.map({ hostname: `www.${HOSTNAME}` }, by),
      move: () => useCases.move({ hostname: HOSTNAME, channel: 'C2' }, by),
      history: () => useCases.history(HOSTNAME, 0, by),
      'a button': () => useCases.get(id, by),
      'unmap by a button': () => useCases.unmap(id, by),
    };
    for (const [name, ask] of Object.entries(asked))
      expect([name, await refusal(ask())]).toEqual([name, { code: 'unreadable', hostname: HOSTNAME }]);
    expect((await world.store.list({ offset: 0, limit: 9 })).total).toBe(0);
    expect(await readFile(await fileOf(id), 'utf8')).toBe(newer);
  });

  it.each(['map', 'unmap', 'check'] as const)('is a refused line of a list to %s', async (kind) => {
    await writtenByNewerVersion(await world.mapped());
    const { lines } = await world.useCases().planBatch({ kind, hostnames: [HOSTNAME] }, world.by('UBOB'));
    expect(lines).toMatchObject([
      { forecast: 'refused', problem: { code: 'unreadable', hostname: HOSTNAME } },
    ]);
  });

  it('is shown to a guest of its channel as that; in another one, as nothing', async () => {
    const id = await world.mapped();
    await writtenByNewerVersion(id);
    const useCases = world.useCases({ ...everybodyIs('outsider'), channels: ['C1', 'C9'] });
    const here = world.by('UGUEST', { channel: 'C1' });
    const elsewhere = world.by('UGUEST', { channel: 'C9' });
    expect(await refusal(useCases.find(HOSTNAME, 'view', here))).toMatchObject({ code: 'unreadable' });
    expect(await refusal(useCases.find(HOSTNAME, 'view', elsewhere))).toMatchObject({ code: 'not-mapped' });
    expect(await refusal(useCases.get(id, elsewhere))).toMatchObject({ code: 'gone' });
  });

  it('is named in one answer, without a hostname that was meant', () => {
    const { text } = problemView(
      { code: 'unreadable', hostname: HOSTNAME },
      translatorFor(),
      `map ${HOSTNAME}`,
    );
    expect(text).toBe(
      `${HOSTNAME} is stored, but this version of the bot can’t read its data. Nothing was changed. Ask an admin to type \`/domain doctor\`, which says why.`,
    );
  });

  it('leaves the other name of its pair to be checked', async () => {
    const parts = world.app({ www: 'always' });
    const id = await world.mapped('example.org', parts);
    const www = (await world.load(id)).mapping.www?.id ?? '';
    const newer = await writtenByNewerVersion(www);
    const provider = { addAlias: async () => 'added' as const };
    await world.useCases(world.app({ www: 'always', provider: provider as never })).advance(id);
    expect((await world.load(id)).mapping.alias.state).toBe('accepted');
    expect((await world.load(id)).mapping.www?.id).toBe(www);
    expect(await readFile(await fileOf(www), 'utf8')).toBe(newer);
  });
});
