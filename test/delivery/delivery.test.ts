import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDelivery, type Delivery } from '../../src/delivery/delivery.js';
import { type Messenger, MessengerError, type MessengerErrorCode } from '../../src/delivery/messenger.js';
import type { MappingRecord, Store } from '../../src/store/store.js';
import { openStore, silentLog, temporaryFolder } from '../store/temporary.js';
import { toldRecord } from '../support/told-record.js';
import { VirtualTime } from '../support/virtual-time.js';

const LEASE_MS = 120_000;
const PAUSE_MS = 60_000;
const GAP_MS = 2_000;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let time: VirtualTime;
let open: Store;
/** The same, with troubles. */
let store: Store;
let tick: () => void;
let delivery: Delivery;
let posted: string[];
/** What the next calls meet, by method; well when there is nothing. */
let trouble: Partial<Record<'save' | 'find' | 'post', (MessengerErrorCode | 'disk')[]>>;

/** What somebody does between a claim and its turn. */
let meanwhile: (() => Promise<unknown>) | undefined;

const meet = (method: 'save' | 'find' | 'post') => {
  const code = trouble[method]?.shift();
  if (code === 'disk') throw new Error('ENOSPC');
  if (code) throw new MessengerError(code, code);
};

const slack: Messenger = {
  postCard: async () => '1.0',
  updateCard: async () => undefined,
  async postReply(_record, event) {
    posted.push(event.id);
    meet('post');
    return `${posted.length + 10}.0`;
  },
  async find(_record, event) {
    meet('find');
    return posted.includes(event.id) ? '10.0' : undefined;
  },
};

beforeEach(async () => {
  folder = await temporaryFolder();
  const record = toldRecord();
  time = new VirtualTime(record.events.at(-1)?.at ?? 0);
  open = await openStore(folder.path, () => time.now);
  const { version: _, ...first } = withPending(record);
  await open.create(first);
  store = time.holding({
    ...open,
    async claimDeliveries(...limits: Parameters<Store['claimDeliveries']>) {
      const claims = await open.claimDeliveries(...limits);
      if (claims.length > 0) await meanwhile?.();
      return claims;
    },
    async save(changed: MappingRecord) {
      meet('save');
      return open.save(changed);
    },
  });
  posted = [];
  trouble = {};
  meanwhile = undefined;
  begin();
});
afterEach(async () => {
  await Promise.all([delivery.stop(), time.pass(PAUSE_MS)]);
  await store.close();
  await folder.remove();
});

/** As it was when its last event had just happened. */
function withPending(record: MappingRecord): MappingRecord {
  const last = record.events.at(-1)?.id ?? '';
  const { [last]: _, ...messages } = record.messages;
  return { ...record, messages, deliveries: [{ event: last, attempts: 0, notBefore: 0 }] };
}

function begin(): void {
  delivery = createDelivery({
    store,
    messenger: slack,
    ticker: (work) => {
      tick = work;
      return { cancel() {} };
    },
    now: () => time.now,
    sleep: time.sleep,
    log: silentLog,
  });
  delivery.start();
}

/** Lets time pass, and what is due be tried. */
async function after(ms: number): Promise<void> {
  await time.pass(ms);
  tick();
  await time.pass(GAP_MS);
}

it.each<MessengerErrorCode>(['unavailable', 'rate-limited', 'channel-unusable', 'uncertain'])(
  'what may have been posted is looked for until the look succeeds, also when Slack is %s meanwhile',
  async (code) => {
    trouble = { save: ['disk'], find: [code, code] };
    await after(0);
    expect(posted).toHaveLength(1);
    for (let tries = 0; tries < 5; tries++) await after(Math.max(LEASE_MS, 11 * PAUSE_MS));
    expect(posted).toHaveLength(1);
    expect((await store.load('m1'))?.deliveries).toEqual([]);
  },
);

it('what was posted in a turn that was meant for another thing is looked for, too', async () => {
  const record = await store.load('m1');
  if (!record) throw new Error('no record');
  const told = { ...record, deliveries: [], card: { ...record.card, shownRevision: 0 } };
  await store.save(told);
  // The claim is for the card, and then there is an event to tell.
  meanwhile = async () => {
    meanwhile = undefined;
    trouble = { save: ['disk'] };
    const now = await store.load('m1');
    if (now) await open.save({ ...now, deliveries: record.deliveries });
  };
  await after(0);
  expect(posted).toHaveLength(1);
  await after(LEASE_MS);
  expect(posted).toHaveLength(1);
  expect((await store.load('m1'))?.deliveries).toEqual([]);
});
