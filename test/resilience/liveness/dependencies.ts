import { START } from '../../support/observations.js';
import type { VirtualTime } from '../../support/virtual-time.js';
import { ACCEPTED, type BadDependency, type Sabotage } from './run.js';
import { headOfLine, oneSlot, sharedSlots, throwsForAll, unreadable, waitsInside } from './sabotages.js';

/** As long as a call to WordPress or the hosting provider may take. */
const CALL_MS = 45_000;

/** Some dozen times in the first minute, and then once in a minute. */
const MAX_OPENED_PER_FILE = 30;

const silentFor = async (time: VirtualTime): Promise<never> => {
  await time.sleep(CALL_MS);
  throw new Error('no answer');
};
const poisoned = async (): Promise<never> => {
  throw new TypeError('Cannot read properties of undefined');
};

export interface Row {
  readonly bad: BadDependency;
  /** A bot in which this must be found out, or the row proves nothing. */
  readonly sabotage: Sabotage & { readonly name: string };
}

const ONE_LANE = { name: 'one lane of 16 slots for everything', ...sharedSlots() };

/** Each stands beside the healthy mappings, which must not notice. */
export const rowsWith = (logFiles: number): readonly Row[] => [
  { bad: { name: 'a tarpit', count: 300, change: () => ACCEPTED, probeMs: 20_000 }, sabotage: ONE_LANE },
  {
    bad: { name: 'dead name servers', count: 500, change: () => ACCEPTED, probeMs: 8_000 },
    sabotage: ONE_LANE,
  },
  {
    bad: { name: 'a saturated pacer', count: 1_000, perMinute: 60 },
    sabotage: {
      name: 'waiting for a turn inside a slot that all share',
      ...sharedSlots(),
      closte: waitsInside,
    },
  },
  {
    bad: {
      name: 'a hosting provider that never answers',
      count: 200,
      closte: (provider, time) => ({ ...provider, addAlias: () => silentFor(time) }),
      perMinute: 6_000,
    },
    sabotage: ONE_LANE,
  },
  {
    bad: {
      name: 'a network API that never answers',
      count: 200,
      change: () => ({
        ...ACCEPTED,
        siteLink: { siteId: 7, state: 'requested', attempts: 0, notBefore: START },
      }),
      rest: (time) =>
        ({ findDomainRecord: () => silentFor(time), createDomainRecord: () => silentFor(time) }) as never,
    },
    sabotage: ONE_LANE,
  },
  {
    bad: { name: 'unreadable records', count: 50, change: () => ACCEPTED, store: unreadable },
    sabotage: {
      name: 'a throw in the loop over all claims',
      store: (store) => throwsForAll(unreadable(store)),
    },
  },
  {
    bad: {
      name: 'one poisoned app',
      count: 200,
      closte: (provider) => ({ ...provider, addAlias: poisoned }),
      perMinute: 6_000,
    },
    sabotage: {
      ...ONE_LANE,
      name: 'a throw in the loop over all claims',
      store: (store) => throwsForAll(ONE_LANE.store?.(store) ?? store),
    },
  },
  {
    bad: {
      name: 'an archived channel',
      count: 52,
      change: () => ACCEPTED,
      slackSays: 'channel-unusable',
    },
    sabotage: { name: 'one channel’s retries in the only slot for messages', chat: oneSlot },
  },
  {
    bad: { name: 'refused messages', count: 40, change: () => ACCEPTED, slackSays: 'refused-content' },
    sabotage: { name: 'a queue whose oldest message goes first, whatever Slack says', store: headOfLine },
  },
  {
    bad: {
      name: 'a huge log folder',
      count: 0,
      logs: { files: logFiles },
      maxSpent: logFiles * MAX_OPENED_PER_FILE,
    },
    sabotage: {
      name: 'every file opened in every round',
      logs: { files: logFiles, isForgetful: true },
    },
  },
];
