import { setTimeout as sleep } from 'node:timers/promises';
import { countFrom } from '../tools/settings.js';
import { accepted, type CheckingBot, makeDue, makeReported, startCheckingBot } from './checking-bot.js';
import { countDiskWrites, type DiskWrites } from './disk-writes.js';
import { median, print } from './figures.js';
import { type Row, rounded, within } from './rows.js';

/** `CHECKS` makes it shorter. */
const HEALTHY = countFrom('CHECKS', 300);
/** Until all are stored with the moment at which they are due; longer on a slow disk. */
const LEAD_MS = 2_000;
const MAX_LEAD_MS = 60_000;
const WRITTEN_MS = 1_000;
const WARM_UP = 3;
const PAIRS = 5;
const SILENT_PAIRS = 3;
const LIMIT_S = 120;
const CHECKS_A_FLUSH = 16;

type Round = () => Promise<number>;

/** The whole bot's checks beside a bare loop of the same probes, alone and with mappings on silent name servers. */
export async function benchChecks(): Promise<void> {
  const bot = await startCheckingBot();
  try {
    for (let at = 0; at < HEALTHY; at++) await bot.store.create(accepted(`s${at}`, `shop.silent-${at}.com`));
    await warmUp(bot);
    const alone = await paired(
      PAIRS,
      () => probed(bot),
      () => checked(bot, 0),
    );
    print(
      `checks: bare loop ${rate(alone.one)}/s, whole bot ${rate(alone.other)}/s: ratio ${shown(alone.ratios)} (aim 0.80)`,
    );
    for (const [share, silent] of [
      ['25 %', HEALTHY / 3],
      ['50 %', HEALTHY],
    ] as const) {
      const first = await checked(bot, silent);
      await bot.settled();
      const beside = async () => {
        const seconds = await checked(bot, silent);
        await bot.settled();
        return seconds;
      };
      const { one, other, ratios } = await paired(SILENT_PAIRS, () => checked(bot, 0), beside);
      print(
        `  ${share} on silent servers: healthy ${rate(other)}/s of ${rate(one)}/s: ratio ${shown(ratios)} (aim 0.90); at first contact ${(one / first).toFixed(2)}`,
      );
    }
  } finally {
    await bot.stop();
  }
}

/** What a check without news writes, and how many share a flush. */
export async function benchUneventfulChecks(): Promise<readonly Row[]> {
  const bot = await startCheckingBot();
  try {
    await warmUp(bot);
    const { bytes, flushes } = await diskWrites(bot);
    return [
      within('written for a check without news', bytes / HEALTHY, 512, 'B'),
      {
        what: 'checks without news that share a flush',
        figure: rounded(HEALTHY / flushes),
        limit: String(CHECKS_A_FLUSH),
        ratio: HEALTHY / flushes / CHECKS_A_FLUSH,
        aim: { atLeast: 1 },
      },
    ];
  } finally {
    await bot.stop();
  }
}

/** Until healthy mappings have nothing new. */
async function warmUp(bot: CheckingBot): Promise<void> {
  for (let at = 0; at < HEALTHY; at++) await bot.store.create(accepted(`h${at}`, `shop.healthy-${at}.com`));
  for (let round = 0; round < WARM_UP; round++) await checked(bot, 0);
  for (let at = 0; at < HEALTHY; at++) await makeReported(bot.store, `h${at}`);
}

/**
 * Rounds of both in pairs, in changing order, so that other work on the machine falls on both alike. Medians, and the ratio
 * of each pair.
 */
async function paired(pairs: number, first: Round, second: Round) {
  const ones: number[] = [];
  const others: number[] = [];
  for (let at = 0; at < pairs; at++) {
    if (at % 2 === 0) ones.push(await first());
    others.push(await second());
    if (at % 2 === 1) ones.push(await first());
  }
  const ratios = ones.map((one, at) => one / (others[at] ?? Number.NaN));
  return { one: median(ones), other: median(others), ratios };
}

/** What checks without news write while all of them are due, until the last one is on the disk. */
async function diskWrites(bot: CheckingBot): Promise<DiskWrites> {
  const writesSince = await countDiskWrites();
  const ids = Array.from({ length: HEALTHY }, (_, at) => `h${at}`);
  await allDue(bot, ids);
  await sleep(WRITTEN_MS / 2);
  writesSince();
  await Promise.all(ids.map((id) => bot.next(id)));
  await sleep(WRITTEN_MS);
  return writesSince();
}

/** Seconds from the first step until all healthy ones are checked, beside so many that are due on silent servers. */
async function checked(bot: CheckingBot, silent: number): Promise<number> {
  const ids = Array.from({ length: Math.max(HEALTHY, silent) }, (_, at) => [
    ...(at < silent ? [`s${at}`] : []),
    ...(at < HEALTHY ? [`h${at}`] : []),
  ]).flat();
  await allDue(bot, ids);
  bot.firstStep();
  const waits = Array.from({ length: HEALTHY }, (_, at) => bot.next(`h${at}`));
  await Promise.race([Promise.all(waits), tooLong()]);
  return (performance.now() - bot.firstStep()) / 1_000;
}

/** Makes all due at a moment soon, one after the other within a millisecond. */
async function allDue({ store }: CheckingBot, ids: readonly string[]): Promise<void> {
  for (let leadMs = LEAD_MS; leadMs <= MAX_LEAD_MS; leadMs *= 2) {
    const dueAt = Date.now() + leadMs;
    await Promise.all(ids.map((id, at) => makeDue(store, id, dueAt + at / ids.length)));
    // Their next checks are written by then.
    if (Date.now() < dueAt - WRITTEN_MS) return;
  }
  throw new Error('the disk is too slow for this bench');
}

async function probed(bot: CheckingBot): Promise<number> {
  const ids = Array.from({ length: HEALTHY }, (_, at) => `h${at}`);
  const startedAt = performance.now();
  await bot.probe(ids);
  return (performance.now() - startedAt) / 1_000;
}

const tooLong = () =>
  new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`a round took more than ${LIMIT_S} s`)), LIMIT_S * 1_000).unref();
  });
const rate = (seconds: number): string => (HEALTHY / seconds).toFixed(0);
const shown = (ratios: readonly number[]): string =>
  `${median(ratios).toFixed(2)} (pairs ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`;
