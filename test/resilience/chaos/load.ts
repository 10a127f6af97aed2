import { setTimeout as sleep } from 'node:timers/promises';
import { answersEn } from '../../../src/locale/en/slack/answers.js';
import { problemsEn } from '../../../src/locale/en/slack/problems.js';
import type { World } from '../../../src/sandbox/world.js';

const ALICE = 'U01ALICE';
/** Messages go out at one a second for each channel: several keep more of them on their way. */
export const CHANNELS = ['C01DOMAINS', 'C02GENERAL', 'C03OPS'];
const MAX_HOSTNAMES = 60;
const PAUSE_MS = 200;

/** A request to map a hostname that Slack saw acknowledged. */
interface Acknowledged {
  readonly hostname: string;
  /** Types nothing else, so that all they read belongs to this request. */
  readonly user: string;
  readonly channel: string;
}

/** People who map, unmap, check and change DNS at random, whether the bot is there or not. */
export class Load {
  readonly #acknowledged: Acknowledged[] = [];
  #isOver = false;
  readonly #done: Promise<void>;

  constructor(
    private readonly world: World,
    private readonly random: () => number,
  ) {
    this.#done = this.#run();
  }

  /** How many requests to map were acknowledged. */
  get acknowledged(): number {
    return this.#acknowledged.length;
  }

  /** Everything that the people of a hostname's acknowledged requests have read. */
  read(hostname: string): string[] {
    return this.#acknowledged
      .filter((each) => each.hostname === hostname)
      .flatMap((each) => this.#read(each));
  }

  /**
   * Hostnames that somebody may believe mapped: acknowledged without a word, or with one that is neither “not yet” nor “it
   * may not have been saved”.
   */
  promised(): Set<string> {
    const promised = this.#acknowledged.filter((each) => {
      const texts = this.#read(each);
      return texts.length === 0 || texts.some((text) => !isLeftOpen(text));
    });
    return new Set(promised.map(({ hostname }) => hostname));
  }

  #read({ user, channel }: Acknowledged): string[] {
    const messages = this.world.slack.workspace.messages(channel);
    return messages.flatMap(({ ephemeralFor, text }) => (ephemeralFor === user ? text : []));
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
    const { people, workspace } = this.world.slack;
    const user = `ULOAD${workspace.users.length}`;
    workspace.users.push({ id: user, name: user.toLowerCase(), realName: user });
    const { acknowledgement } = await people.command({ user, channel, text: `/domain map ${hostname}` });
    if (acknowledgement?.ok) this.#acknowledged.push({ hostname, user, channel });
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
}

const LEFT_OPEN = [answersEn['answer.working'], problemsEn['problem.incident'].split('`')[0] ?? ''];
const isLeftOpen = (text: string): boolean => LEFT_OPEN.some((sentence) => text.startsWith(sentence));

interface Pressable {
  readonly action_id: string;
  readonly value?: string;
  readonly options?: readonly { readonly value: string }[];
}
