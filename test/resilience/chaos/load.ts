import { setTimeout as sleep } from 'node:timers/promises';
import type { World } from '../../../src/sandbox/world.js';

const ALICE = 'U01ALICE';
const BOB = 'U02BOB';
/** Messages go out at one a second for each channel: several keep more of them on their way. */
export const CHANNELS = ['C01DOMAINS', 'C02GENERAL', 'C03OPS'];
const MAX_HOSTNAMES = 60;
const PAUSE_MS = 200;

/** People who map, unmap, check and change DNS at random, whether the bot is there or not. */
export class Load {
  /** Hostnames whose mapping Slack saw acknowledged: the bot has promised them. */
  readonly promised = new Set<string>();
  #isOver = false;
  readonly #done: Promise<void>;

  constructor(
    private readonly world: World,
    private readonly random: () => number,
  ) {
    this.#done = this.#run();
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#done;
  }

  async #run(): Promise<void> {
    while (!this.#isOver) {
      await Promise.all([this.#act(), sleep(PAUSE_MS)]);
    }
  }

  async #act(): Promise<void> {
    const dice = this.random();
    const hostname = `h${Math.floor(this.random() * MAX_HOSTNAMES)}.example.com`;
    if (dice < 0.3) return this.#map(hostname);
    if (dice < 0.5) return this.#press(hostname, 'check');
    if (dice < 0.6) return this.#unmap(hostname);
    const zone = this.world.dns.zoneOf(hostname);
    zone?.remove(hostname);
    if (dice < 0.9) zone?.add(hostname, 'CNAME', this.world.target.host);
    else zone?.add(hostname, 'A', '192.0.2.80');
  }

  async #map(hostname: string): Promise<void> {
    const channel = CHANNELS[Math.floor(this.random() * CHANNELS.length)] ?? '';
    const typed = { user: this.#somebody(), channel, text: `/domain map ${hostname}` };
    const { acknowledgement } = await this.world.slack.people.command(typed);
    if (acknowledgement?.ok) this.promised.add(hostname);
  }

  async #unmap(hostname: string): Promise<void> {
    await this.#press(hostname, 'unmap');
    await sleep(100);
    const [view] = [...this.world.slack.workspace.views].at(-1) ?? [];
    if (view) await this.world.slack.people.submit({ user: ALICE, viewId: view, values: {} });
  }

  async #press(hostname: string, actionId: string): Promise<void> {
    const card = CHANNELS.flatMap((channel) => this.world.slack.workspace.messages(channel)).findLast(
      ({ metadata, threadTs, ts }) =>
        metadata?.event_payload['hostname'] === hostname && (threadTs === undefined || threadTs === ts),
    );
    const block = card?.blocks?.find((each) => each['type'] === 'actions');
    const elements = (block?.['elements'] ?? []) as Pressable[];
    const { value } = elements.find((element) => element.action_id === actionId) ?? {};
    const selectedOption = elements
      .flatMap(({ options = [] }) => options)
      .find((option) => option.value.startsWith(`${actionId}:`));
    if (!card || (value === undefined && !selectedOption)) return;
    const blockId = String(block?.['block_id']);
    // A dialog belongs to the one who pressed.
    await this.world.slack.people.action({
      user: ALICE,
      channel: card.channel,
      messageTs: card.ts,
      actionId: value === undefined ? 'more' : actionId,
      blockId,
      value,
      ...(value === undefined ? { selectedOption } : {}),
    });
  }

  #somebody(): string {
    return this.random() < 0.5 ? ALICE : BOB;
  }
}

interface Pressable {
  readonly action_id: string;
  readonly value?: string;
  readonly options?: readonly { readonly value: string }[];
}
