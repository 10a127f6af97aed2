import { expect, it } from 'vitest';
import { followChannelId } from '../../../src/app/channels/follow-channel-id.js';
import { openSettings } from '../../../src/settings/settings.js';
import { openStore, silentLog, temporaryFolder } from '../../store/temporary.js';
import { NOON, newStoredMapping } from '../../store/typical-mapping.js';

it('a channel with another ID keeps its settings and cards, from the same moment', async () => {
  const folder = await temporaryFolder();
  const store = await openStore(folder.path, () => NOON);
  const settings = await openSettings(store.documents);
  const { mapping } = await store.create(newStoredMapping('m1'));
  const from = mapping.channel;
  const facts = { at: NOON, by: 'U01ALICE', app: '', channel: from, isReset: false, isTried: false };
  await settings.change([{ ...facts, id: 'c1', setting: 'digest', from: 'off', to: 'daily' }]);
  const applied: (readonly string[])[] = [];
  const registry = { refresh: () => applied.push(settings.channels()) };
  const cards = await followChannelId({ store, settings, registry }, silentLog, from, 'C09NEW');
  expect([cards, applied]).toEqual([1, [['C09NEW']]]);
  expect(settings.channelOverridesOf('C09NEW')).toEqual({ digest: 'daily' });
  await store.close();
  await folder.remove();
});
