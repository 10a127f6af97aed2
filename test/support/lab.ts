import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type Bot, startBot } from '../../src/app/create-bot.js';
import type { Overrides } from '../../src/app/runtime.js';
import type { MultisiteConfig } from '../../src/config/app.js';
import { type Config, loadConfig } from '../../src/config/config.js';
import type { DomainEvent } from '../../src/core/events/event.js';
import type { Message } from '../../src/sandbox/slack/page-api.js';
import { startWorld, type World, type WorldOptions } from '../../src/sandbox/world.js';
import { createLog } from '../../src/util/log.js';
import { eventsIn, heldOn } from './carried.js';
import { filesIn, leaksIn, openToOthers, type Written } from './secrets.js';

export const ALICE = 'U01ALICE';
export const BOB = 'U02BOB';
export const CAROL = 'U03CAROL';
/** A guest, and somebody of another workspace. */
export const GIL = 'U04GIL';
export const OLGA = 'U05OLGA';
export const DOMAINS = 'C01DOMAINS';

/** Below a test's own limit, so that what is missing is said. */
const PATIENCE_MS = 30_000;

/** A world with a real bot in it, and what the people there do and see. */
export class Lab {
  readonly lines: string[] = [];
  bot: Bot | undefined;

  constructor(
    readonly world: World,
    readonly config: Config,
    /** By which trigger ids expire. It stands still, so that a slow machine is not an answer that comes too late. */
    readonly triggerClock: { now: number },
  ) {}

  async start(overrides: Partial<Overrides> = {}): Promise<void> {
    const destination = { write: (line: string) => void this.lines.push(line) };
    const log = createLog({ level: 'debug', secrets: this.config.secrets, destination });
    this.bot = await startBot(this.config, { log, overrides });
    if (this.config.slack.mode.kind === 'socket') await this.until(() => this.world.slack.sockets.count > 0);
  }

  async stop(): Promise<void> {
    await this.bot?.stop();
    this.bot = undefined;
  }

  type(text: string, user = ALICE, channel = DOMAINS) {
    return this.world.slack.people.command({ user, channel, text });
  }

  messages(channel = DOMAINS): readonly Message[] {
    return this.world.slack.workspace.messages(channel);
  }

  /** All that the bot shows anywhere: messages in channels and direct messages, and open dialogs. */
  everythingShown(): Written[] {
    const { channels, views } = this.world.slack.workspace;
    return [
      ...[...channels.keys()]
        .flatMap((id) => this.messages(id))
        .map((each) => written(`message ${each.ts}`, each)),
      ...[...views.values()].map(({ view }) => written(`view ${view.id}`, view)),
    ];
  }

  /** The card of a hostname: the newest root message about it. */
  card(hostname: string, channel = DOMAINS): Message | undefined {
    return this.messages(channel).findLast(
      (message) => !isReply(message) && message.metadata?.event_payload['hostname'] === hostname,
    );
  }

  /** The replies under a card, in order. */
  replies(hostname: string, channel = DOMAINS): Message[] {
    const card = this.card(hostname, channel);
    return this.messages(channel).filter((message) => isReply(message) && message.threadTs === card?.ts);
  }

  /** Every event in the channel once, posted or held. */
  events(channel = DOMAINS): DomainEvent[] {
    const all = this.messages(channel).flatMap(({ metadata }) => [
      ...eventsIn(metadata),
      ...heldOn(metadata),
    ]);
    return [...new Map(all.map((event) => [event.id, event])).values()];
  }

  /** The events posted under a card, in order, then those that the card holds until the next reply. */
  trail(hostname: string, channel = DOMAINS): DomainEvent[] {
    const reported = this.replies(hostname, channel).flatMap(({ metadata }) => eventsIn(metadata));
    const ids = new Set(reported.map(({ id }) => id));
    const held = heldOn(this.card(hostname, channel)?.metadata).filter(({ id }) => !ids.has(id));
    return [...reported, ...held];
  }

  /** The types of the card's trail. */
  thread(hostname: string, channel = DOMAINS): string[] {
    return this.trail(hostname, channel).map(({ type }) => type);
  }

  /** What was shown to one person alone, oldest first. */
  privately(user = ALICE): Message[] {
    return this.messages().filter((message) => message.ephemeralFor === user);
  }

  /** Presses a button, or chooses what the card's menu has under that name. */
  press(message: Message | undefined, actionId: string, user = ALICE) {
    const block = message?.blocks?.find((each) => each['type'] === 'actions');
    const elements = (block?.['elements'] ?? []) as Pressable[];
    const element = elements.find((each) => each.action_id === actionId);
    const option = elements
      .flatMap(({ options = [] }) => options)
      .find(({ value }) => value.startsWith(`${actionId}:`));
    return this.world.slack.people.action({
      user,
      channel: message?.channel ?? '',
      messageTs: message?.ts ?? '',
      actionId: element || !option ? actionId : 'more',
      blockId: String(block?.['block_id']),
      value: element?.value,
      ...(element || !option ? {} : { selectedOption: option }),
    });
  }

  /** Makes DNS of a hostname answer with the target. */
  pointDns(hostname: string): void {
    this.world.dns.zoneOf(hostname)?.add(hostname, 'CNAME', this.world.target.host);
  }

  async until<T>(probe: () => T | undefined | false, patienceMs = PATIENCE_MS): Promise<T> {
    const endsAt = Date.now() + patienceMs;
    for (;;) {
      const seen = probe();
      if (seen) return seen;
      if (Date.now() > endsAt)
        throw new Error(`not seen within ${patienceMs} ms: ${probe}\n${this.#transcript()}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  #transcript(): string {
    return [...this.messages().map(({ text }) => text), ...this.lines.slice(-20)].join('\n');
  }
}

/** A named step of a test that tells a story; its failure carries the name. */
export async function step(name: string, run: () => Promise<void>): Promise<void> {
  await run().catch((cause: unknown) => {
    throw new Error(`step “${name}” failed`, { cause });
  });
}

interface Pressable {
  readonly action_id: string;
  readonly value?: string;
  readonly options?: readonly { readonly value: string }[];
}

const written = (place: string, shown: object): Written => ({ place, text: JSON.stringify(shown) });
const isReply = ({ threadTs, ts }: Message): boolean => threadTs !== undefined && threadTs !== ts;

export interface LabOptions extends WorldOptions {
  readonly change?: (config: Config) => Config;
  /** Whether the app is an Ultimate Multisite network, which is read every second. */
  readonly withNetwork?: boolean;
}

const hurried = (multisite: MultisiteConfig | undefined): MultisiteConfig | undefined =>
  multisite && { ...multisite, rest: multisite.rest && { ...multisite.rest, syncMs: 1_000 } };

/** The bot checks every second here, and the world's TTLs are as short as they can be. */
export async function openLab({
  change = (config) => config,
  withNetwork = false,
  ...options
}: LabOptions = {}): Promise<Lab> {
  const triggerClock = { now: 0 };
  const world = await startWorld({
    slackDeadlines: { ackTimeoutMs: PATIENCE_MS, triggerNow: () => triggerClock.now },
    rateScale: 1_000,
    issuanceDelayMs: 300,
    ttlS: 1,
    negativeTtlS: 1,
    ...options,
  });
  const dataDir = await mkdtemp(join(tmpdir(), 'lab-'));
  const network = withNetwork ? world.multisiteEnvironment : {};
  const config = loadConfig({ ...world.environment, ...network, DATA_DIR: dataDir, PORT: '0' });
  const apps = config.apps.map((app) => ({ ...app, intervalMs: 1_000, multisite: hurried(app.multisite) }));
  return new Lab(world, change({ ...config, apps }), triggerClock);
}

/** Ends a world, after a search for secrets in everything that the bot wrote in it: log, files and messages. */
export async function closeLab(lab: Lab): Promise<void> {
  await lab.stop();
  const all = [
    ...lab.lines.map((text) => ({ place: `log: ${text.slice(0, 80)}`, text })),
    ...(await filesIn(lab.config.dataDir)),
    ...lab.everythingShown(),
  ];
  const open = await openToOthers(lab.config.dataDir);
  await lab.world.stop();
  await rm(lab.config.dataDir, { recursive: true, force: true });
  expect(leaksIn(all, lab.config.secrets)).toEqual([]);
  expect(open).toEqual([]);
}
