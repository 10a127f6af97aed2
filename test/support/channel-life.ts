import type { HttpObservation } from '../../src/core/observation/http.js';
import type { EdgeAnswer, ServerAnswer } from '../../src/core/observation/observation.js';
import { type HostingProvider, ProviderError } from '../../src/hosting/provider.js';
import type { Chat } from '../../src/outbox/chat.js';
import { createDispatcher, type Dispatcher } from '../../src/outbox/dispatcher.js';
import type { Message } from '../../src/sandbox/slack/page-api.js';
import { type SandboxSlack, startSlack } from '../../src/sandbox/slack/server.js';
import { BOT } from '../../src/sandbox/slack/workspace.js';
import { boltLogger, createClients } from '../../src/slack/connection/clients.js';
import { createHistoryReader } from '../../src/slack/outbound/history-reader.js';
import { createSlackChat } from '../../src/slack/outbound/posts/chat.js';
import type { Store } from '../../src/store/store.js';
import { WakeUp } from '../../src/util/concurrency/wake-up.js';
import { openStore, silentLog, temporaryFolder } from '../store/temporary.js';
import { certificate, dnsSeen, edge, lookup, right, server, sslSeen, TARGET, wrong } from './observations.js';
import { chatViews, translatorFor } from './translator.js';
import { portsOf, type TestUseCases, useCasesFrom } from './use-cases.js';
import { VirtualTime } from './virtual-time.js';

export const ALICE_AT = { user: 'U01ALICE', team: 'T1', channel: 'C01DOMAINS' } as const;
const CHANNEL = ALICE_AT.channel;
const MINUTE = 60_000;

interface Running {
  readonly store: Store;
  readonly useCases: TestUseCases;
  readonly dispatcher: Dispatcher;
}

/** What the world shows of one hostname. */
export interface Shown {
  dns: 'missing' | 'wrong' | 'right';
  /** Whether public resolvers still have the answer from before. */
  isCached?: boolean;
  certificate: 'absent' | 'valid';
  page?: 'ours' | 'suspended';
}

/**
 * Domains whose life a test plays in virtual time: the real use cases, worker, store and dispatcher, and the sandbox's
 * Slack. The clock begins at the present, because Slack's messages are stamped by it.
 */
export class ChannelLife {
  readonly time = new VirtualTime(Date.now());
  readonly names = new Map<string, Shown>();
  /** Whether the hosting provider refuses new domains. */
  isRefusing = false;
  #bot: Running | undefined;
  #wanted = new Set<string>();
  #tick = () => {};
  #requests = 0;

  private constructor(
    readonly slack: SandboxSlack,
    private readonly folder: Awaited<ReturnType<typeof temporaryFolder>>,
  ) {}

  static async start(): Promise<ChannelLife> {
    const slack = await startSlack({
      botToken: 'xoxb-life',
      appToken: 'xapp-life',
      signingSecret: 'life',
      rateScale: 100_000,
    });
    const life = new ChannelLife(slack, await temporaryFolder());
    await life.begin();
    return life;
  }

  get bot(): Running {
    if (!this.#bot) throw new Error('the bot is not running');
    return this.#bot;
  }

  /** Starts the bot, also after a crash. `change`: puts faults between it and Slack. */
  async begin(
    change: (chat: Chat) => Chat = (chat) => chat,
    stored = (store: Store) => store,
  ): Promise<void> {
    const now = () => this.time.now;
    const store = stored(await openStore(this.folder.path, now));
    const wakeUp = new WakeUp();
    const ports = portsOf({
      store,
      provider: this.#provider,
      now,
      ...this.#probes(),
      wakeUp: { check: (id) => void this.#wanted.add(id), deliver: wakeUp.notify },
    });
    const apps = new Map([...ports.apps].map(([name, app]) => [name, { ...app, www: 'main_only' as const }]));
    const dispatcher = createDispatcher({
      store: this.time.holding(store),
      chat: this.time.holding(change(this.#chat())),
      wakeUp,
      ticker: (work) => {
        this.#tick = work;
        return { cancel() {} };
      },
      clock: { now, monotonic: now },
      random: () => 0.5,
      sleep: this.time.sleep,
      log: silentLog,
    });
    dispatcher.start();
    this.#bot = { store, useCases: useCasesFrom({ ...ports, apps }), dispatcher };
  }

  /** Ends the bot; what it was doing stays undone. */
  async end(): Promise<void> {
    await Promise.all([this.bot.dispatcher.stop(), this.time.pass(MINUTE)]);
    await this.bot.store.close();
  }

  async stop(): Promise<void> {
    await this.end();
    await this.slack.stop();
    await this.folder.remove();
  }

  async map(hostname: string): Promise<string> {
    const { stored } = await this.bot.useCases.map({ hostname }, this.actor);
    await this.pass(1);
    return stored.mapping.id;
  }

  get actor() {
    return { ...ALICE_AT, requestId: `r${++this.#requests}` };
  }

  /** Sets what the world shows of some hostnames. */
  show(shown: Shown, ...hostnames: string[]): void {
    for (const hostname of hostnames) this.names.set(hostname, { ...shown });
  }

  /** Lets minutes pass in steps: due checks run, and what is due is posted. */
  async pass(minutes: number, stepMinutes = 1): Promise<void> {
    for (let left = minutes; left > 0; left -= stepMinutes) {
      await this.#checks();
      this.#tick();
      await this.time.pass(Math.min(left, stepMinutes) * MINUTE);
    }
  }

  async #checks(): Promise<void> {
    for (let round = 0; round < 20; round++) {
      const wanted = [...this.#wanted];
      this.#wanted.clear();
      const due = await this.bot.store.claimChecks(this.time.now, 100, MINUTE);
      const claimed = await Promise.all(
        wanted.map((id) => this.bot.store.claimCheck(id, this.time.now, MINUTE)),
      );
      const claims = [...due, ...claimed.flatMap((claim) => claim ?? [])];
      if (claims.length === 0) return;
      for (const claim of claims) {
        await this.bot.useCases.advance(claim.mapping);
        await this.bot.store.release(claim);
      }
    }
  }

  messages(): readonly Message[] {
    return this.slack.workspace.messages(CHANNEL);
  }

  replies(): Message[] {
    return this.messages().filter(({ ts, threadTs }) => threadTs !== undefined && threadTs !== ts);
  }

  /** Replies that notify a person. */
  mentions(): Message[] {
    return this.replies().filter(({ text }) => text.startsWith(`<@${ALICE_AT.user}>`));
  }

  cards(): Message[] {
    return this.messages().filter(({ ts, threadTs, metadata }) => metadata && (!threadTs || threadTs === ts));
  }

  reader() {
    const { background: client } = this.#clients();
    return createHistoryReader({ client, botId: BOT.id, sleep: async () => undefined, random: () => 0.5 });
  }

  #clients = () =>
    createClients({ botToken: 'xoxb-life', apiUrl: this.slack.apiUrl, logger: boltLogger(silentLog) });

  #chat(): Chat {
    const translator = translatorFor({ target: TARGET }, () => this.time.now);
    return createSlackChat({
      client: this.#clients().background,
      ...chatViews(translator),
      log: silentLog,
    });
  }

  /** Outlives the bot. */
  readonly #provider: HostingProvider = this.#startProvider();

  #startProvider(): HostingProvider {
    const aliases = new Set<string>();
    return {
      addAlias: async (hostname) => {
        if (this.isRefusing)
          throw new ProviderError('refused', 'taken', { retryable: false, outcomeUnknown: false });
        aliases.add(hostname);
        return 'added';
      },
      removeAlias: async (hostname) => (aliases.delete(hostname) ? 'removed' : 'already'),
      listAliases: async () => [...aliases],
      testConnection: async () => undefined,
    };
  }

  #shown(name: string): Shown {
    const wildcard = name.replace(/^[^.]+/, '*');
    return this.names.get(name) ?? this.names.get(wildcard) ?? { dns: 'missing', certificate: 'absent' };
  }

  #probes() {
    const answers: Readonly<Record<Shown['dns'], (resolver?: string) => ServerAnswer>> = {
      missing: (resolver) => server(lookup('nxdomain'), lookup('nxdomain'), resolver),
      wrong: (resolver) => wrong(resolver),
      right: (resolver) => right(resolver),
    };
    const seen = (name: string) => ({ ...dnsSeen(0, [answers[this.#shown(name).dns]()]), queried: name });
    const edges = (name: string): EdgeAnswer =>
      this.#shown(name).certificate === 'valid'
        ? edge('certificate', certificate({ validTo: this.time.now + 80 * 24 * 60 * MINUTE, names: [name] }))
        : edge('unknown-name');
    const page = (name: string): HttpObservation['site'] => {
      const { page: served } = this.#shown(name);
      return served ? [{ address: '203.0.113.10', kind: 'wordpress', served, status: 200 }] : [];
    };
    return {
      dns: {
        authoritative: async (name: string) => seen(name),
        resolvers: async (name: string) =>
          ['google', 'quad9'].map((each) => (this.#shown(name).isCached ? wrong(each) : right(each))),
        addresses: async () => [],
      },
      tls: { handshake: async (queried: string) => ({ queried, edges: [edges(queried)] }) },
      http: {
        front: async () => undefined,
        probe: async (queried: string) => ({
          ssl: { ...sslSeen(0, edges(queried)), queried },
          http: { queried, challenge: [], site: page(queried) },
        }),
      },
    };
  }
}
