import { beforeEach, describe, expect, it } from 'vitest';
import { MINUTE_MS } from '../../../src/core/instant.js';
import { ProviderError } from '../../../src/hosting/provider.js';
import { MultisiteError } from '../../../src/multisite/multisite.js';
import { createAppNotices } from '../../../src/use-cases/worker/app-notices.js';
import {
  ImplausibleList,
  type NoticeSubject,
  noticeSubjects,
  type ReportedNotices,
} from '../../../src/use-cases/worker/fault-reports.js';
import { silentLog } from '../../store/temporary.js';

const APP = 'shops';
const revoked = new MultisiteError('unauthorised', 'no such key');
const away = new MultisiteError('timed-out', 'no answer');

let stored: ReportedNotices | undefined;
let posted: string[];
let isSlackUp: boolean;
let now: number;
beforeEach(() => {
  [stored, posted, isSlackUp, now] = [undefined, [], true, Date.UTC(2026, 10, 25)];
});

/** A process of the bot; what was reported is kept from one to the next. */
const started = (onRead: () => void = () => undefined) =>
  createAppNotices({
    post: async (_, key) => {
      if (!isSlackUp) throw new Error('Slack is away');
      posted.push(key.replace('notice.', ''));
    },
    reportedOf: () => ({
      read: async () => {
        onRead();
        return stored;
      },
      write: async (reported) => {
        stored = reported;
      },
    }),
    now: () => now,
    log: silentLog,
  });

const fails = (notices: ReturnType<typeof started>, subject: NoticeSubject, error: Error) =>
  expect(notices.watch(APP, subject, () => Promise.reject(error))).rejects.toBe(error);
const succeeds = (notices: ReturnType<typeof started>, subject: NoticeSubject) =>
  notices.watch(APP, subject, async () => undefined);

describe('what stops working', () => {
  it.each(noticeSubjects)('is reported once, and once more when it works again: %s', async (subject) => {
    const notices = started();
    for (let round = 0; round < 2; round++) {
      for (let at = 0; at < 5; at++) await fails(notices, subject, away);
      for (let at = 0; at < 5; at++) await succeeds(notices, subject);
    }
    expect(posted).toEqual([
      `${subject}.failed`,
      `${subject}.works`,
      `${subject}.failed`,
      `${subject}.works`,
    ]);
  });

  it.each([
    ['a revoked key', 'network', revoked],
    ['an API that was switched off', 'network', new MultisiteError('no-api', 'off')],
    [
      'a key that the host no longer accepts',
      'aliases',
      new ProviderError('unauthorised', 'no such key', { retryable: false, outcomeUnknown: false }),
    ],
  ] as const)('is reported at the first failure if it stays so: %s', async (_, subject, error) => {
    const notices = started();
    await fails(notices, subject, error);
    expect(posted).toEqual([`${subject}.failed`]);
  });

  it('is not reported if it passes by itself', async () => {
    const notices = started();
    for (let round = 0; round < 3; round++) {
      await fails(notices, 'network', away);
      await fails(notices, 'network', away);
      await succeeds(notices, 'network');
    }
    expect(posted).toEqual([]);
  });

  it('is not reported again after a restart, and the restored key is reported by the next process', async () => {
    await fails(started(), 'network', revoked);
    await fails(started(), 'network', revoked);
    expect(posted).toEqual(['network.failed']);
    await succeeds(started(), 'network');
    await succeeds(started(), 'network');
    expect(posted).toEqual(['network.failed', 'network.works']);
  });

  it('is reported later if Slack is away, and stops no work', async () => {
    const notices = started();
    isSlackUp = false;
    await fails(notices, 'network', revoked);
    expect(posted).toEqual([]);
    isSlackUp = true;
    await fails(notices, 'network', revoked);
    expect(posted).toEqual(['network.failed']);
  });

  it('one part does not speak for another', async () => {
    const notices = started();
    await fails(notices, 'network', revoked);
    await succeeds(notices, 'logs');
    await fails(notices, 'aliases', new ImplausibleList('aliases', 8, 9));
    expect(posted).toEqual(['network.failed', 'aliases.implausible']);
  });

  it('two at the same time are reported once', async () => {
    const notices = started();
    await Promise.all([1, 2, 3].map(() => fails(notices, 'network', revoked)));
    expect(posted).toEqual(['network.failed']);
  });
});

describe('webhooks', () => {
  it('with a wrong token are reported once, and once more when a right one arrives', async () => {
    const notices = started();
    for (let at = 0; at < 3; at++) await notices.webhookRefused(APP);
    for (let at = 0; at < 3; at++) await notices.webhookArrived(APP);
    expect(posted).toEqual(['webhook.failed', 'webhook.works']);
  });

  it('with wrong tokens in a flood read what was reported once a minute', async () => {
    let reads = 0;
    const notices = started(() => reads++);
    const flood = () => Promise.all(Array.from({ length: 100 }, () => notices.webhookRefused(APP)));
    await flood();
    expect(reads).toBe(1);
    now += MINUTE_MS;
    await flood();
    expect([reads, posted]).toEqual([2, ['webhook.failed']]);
  });

  it('with wrong tokens from a stranger, between right ones, are reported once a day at most', async () => {
    const notices = started();
    for (let hour = 0; hour < 47; hour++) {
      await notices.webhookRefused(APP);
      await notices.webhookArrived(APP);
      now += 3_600_000;
    }
    expect(posted.filter((key) => key === 'webhook.failed')).toHaveLength(2);
  });

  it('the last one is stored for the doctor, across restarts', async () => {
    expect(await started().webhookSeenAt(APP)).toBeUndefined();
    await started().webhookTested(APP);
    expect(posted).toEqual(['webhook.tested']);
    expect(await started().webhookSeenAt(APP)).toBe(now);
  });
});

it('an alias that keeps vanishing is reported once a day', async () => {
  const notices = started();
  for (let hour = 0; hour < 30; hour++) {
    await notices.aliasVanishing(APP, 'shop.example.com');
    now += 3_600_000;
  }
  expect(posted).toEqual(['aliases.vanishing', 'aliases.vanishing']);
});

it('hostnames with several domain records are reported together', async () => {
  const notices = started();
  await notices.recordsDuplicated(APP, []);
  const duplicated = Array.from({ length: 40 }, (_, at) => ({
    hostname: `shop${at}.example.com`,
    ids: [1, 2],
  }));
  await notices.recordsDuplicated(APP, duplicated);
  expect(posted).toEqual(['records.duplicated']);
});
