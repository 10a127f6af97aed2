import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BOT } from '../../../src/sandbox/slack/workspace.js';
import { ALICE, BOB, closeLab, DOMAINS, type Lab, openLab } from '../../support/lab.js';
import { commandFields, signed } from '../../support/signed.js';

/** Payloads that Slack sends for what people really do, in our own words, as they come over either transport. */

const PORT = 28_956;
const HOSTNAME = 'shop.example.com';
const LINK = `<http://${HOSTNAME}|${HOSTNAME}>`;
const MENTION = `<@${BOT.userId}>`;

let count = 0;
const nextTs = () => `17000000${String(++count).padStart(2, '0')}.000100`;

describe.each(['HTTP', 'Socket Mode'] as const)('over %s', (transport) => {
  const isHttp = transport === 'HTTP';
  let lab: Lab;
  let direct: string;
  beforeAll(async () => {
    lab = await openLab({
      ...(isHttp ? { requestUrl: `http://127.0.0.1:${PORT}/slack/events` } : {}),
      change: (config) => (isHttp ? { ...config, http: { host: '127.0.0.1', port: PORT } } : config),
    });
    await lab.start();
    await lab.type(`/domain map ${HOSTNAME}`, BOB);
    await lab.until(() => lab.thread(HOSTNAME).includes('alias.added'));
    direct = lab.world.slack.people.openDirect(ALICE, BOT.userId);
  });
  afterAll(() => closeLab(lab));

  const changedMessage = () => ({
    type: 'message',
    subtype: 'message_changed',
    channel: direct,
    channel_type: 'im',
    hidden: true,
    ts: nextTs(),
  });

  async function post(body: string, type?: string): Promise<string> {
    const request = signed(body, lab.world.environment['SLACK_SIGNING_SECRET'] ?? '', type);
    const answer = await fetch(`http://127.0.0.1:${PORT}/slack/events`, { method: 'POST', ...request });
    expect(answer.status).toBe(200);
    return answer.text();
  }

  async function event(of: object): Promise<void> {
    const envelope = {
      token: 'verification-token',
      team_id: 'T0SANDBOX',
      api_app_id: 'A0SANDBOX',
      event: { event_ts: nextTs(), team: 'T0SANDBOX', ...of },
      type: 'event_callback',
      event_id: `EvReplay${++count}`,
      event_time: 1_700_000_000,
    };
    if (isHttp) return void (await post(JSON.stringify(envelope), 'application/json'));
    expect(await lab.world.slack.sockets.deliver('events_api', envelope)).toBeDefined();
  }

  /** Everything that the bot has said since, as text. */
  const said = () => JSON.stringify([...lab.messages(), ...lab.messages(direct)]);
  const posts = () => lab.messages().length + lab.messages(direct).length;

  async function saysNothing(deliver: () => Promise<void>): Promise<void> {
    const before = posts();
    await deliver();
    // A message that is answered comes after it: what was left alone would have come first.
    const ts = nextTs();
    await event({ type: 'message', channel: direct, channel_type: 'im', user: ALICE, text: 'help', ts });
    await lab.until(() => posts() > before);
    expect(posts()).toBe(before + 1);
  }

  it.each<[string, () => object]>([
    [
      'a mention whose link Slack unfurled',
      () => ({
        type: 'app_mention',
        user: ALICE,
        channel: DOMAINS,
        text: `${MENTION} ${LINK}?`,
        ts: nextTs(),
        blocks: [{ type: 'rich_text', block_id: 'b', elements: [] }],
        attachments: [{ from_url: `http://${HOSTNAME}/`, title: 'A shop', text: 'other.example.com', id: 1 }],
      }),
    ],
    [
      'a mention with a file, in a thread',
      () => ({
        type: 'app_mention',
        subtype: 'file_share',
        user: ALICE,
        channel: DOMAINS,
        text: `${MENTION} ${LINK} ?`,
        ts: nextTs(),
        thread_ts: lab.card(HOSTNAME)?.ts,
        files: [{ id: 'F1', name: 'screenshot.png', mimetype: 'image/png' }],
        upload: false,
      }),
    ],
    [
      'a direct message with a file and words',
      () => ({
        type: 'message',
        subtype: 'file_share',
        channel: direct,
        channel_type: 'im',
        user: ALICE,
        text: `why? ${LINK}`,
        ts: nextTs(),
        files: [{ id: 'F2', name: 'dns.png', mimetype: 'image/png' }],
      }),
    ],
    [
      'an answer in a direct message’s thread that is shown in the channel, too',
      () => ({
        type: 'message',
        subtype: 'thread_broadcast',
        channel: direct,
        channel_type: 'im',
        user: ALICE,
        text: `status ${HOSTNAME}`,
        ts: nextTs(),
        thread_ts: '1700000000.000001',
        root: { ts: '1700000000.000001', text: 'before' },
      }),
    ],
    [
      'a direct message with fields of tomorrow',
      () => ({
        type: 'message',
        channel: direct,
        channel_type: 'im',
        user: ALICE,
        client_msg_id: 'c-1',
        text: `„${HOSTNAME}“`,
        ts: nextTs(),
        assistant_thread: { action_token: 'x' },
        is_future: { deep: [null] },
      }),
    ],
  ])('%s is answered with the domain’s status', async (_, payload) => {
    const before = said();
    const answers = posts();
    await event(payload());
    await lab.until(() => posts() > answers);
    const [answer] = JSON.parse(said()).filter(({ ts }: { ts: string }) => !before.includes(ts));
    expect(JSON.stringify(answer)).toContain(HOSTNAME);
    expect(JSON.stringify(answer)).toContain('Checking DNS');
  });

  it.each<[string, () => object]>([
    [
      'a group direct message in which the bot is',
      () => ({
        type: 'message',
        channel: 'G0GROUP',
        channel_type: 'mpim',
        user: ALICE,
        text: HOSTNAME,
        ts: nextTs(),
      }),
    ],
    [
      'a mention that was edited in',
      () => ({
        ...changedMessage(),
        message: {
          type: 'message',
          user: ALICE,
          text: `${MENTION} ${HOSTNAME}`,
          ts: '1',
          edited: { user: ALICE },
        },
        previous_message: { type: 'message', user: ALICE, text: 'hi', ts: '1' },
      }),
    ],
    [
      'a link that Slack unfurled afterwards',
      () => ({
        ...changedMessage(),
        message: { user: ALICE, text: LINK, ts: '1', attachments: [{ from_url: `http://${HOSTNAME}` }] },
      }),
    ],
    [
      'a file without words',
      () => ({
        type: 'message',
        subtype: 'file_share',
        channel: direct,
        channel_type: 'im',
        user: ALICE,
        text: '',
        ts: nextTs(),
        files: [{ id: 'F3', file_access: 'check_file_info' }],
      }),
    ],
    [
      'its own answer',
      () => ({
        type: 'message',
        channel: direct,
        channel_type: 'im',
        user: BOT.userId,
        bot_id: BOT.id,
        app_id: 'A0SANDBOX',
        text: HOSTNAME,
        ts: nextTs(),
      }),
    ],
    [
      'a reminder by Slackbot',
      () => ({
        type: 'message',
        subtype: 'reminder_add',
        channel: direct,
        channel_type: 'im',
        user: 'USLACKBOT',
        text: HOSTNAME,
        ts: nextTs(),
      }),
    ],
  ])('%s is left alone', async (_, payload) => {
    await saysNothing(() => event(payload()));
  });

  const NARROW = '\u202f';
  const HARD = '\u00a0';
  it.each([
    ['English', `status “${HOSTNAME}”`],
    ['English, single', `status ‘${HOSTNAME}’`],
    ['Spanish', `status «${HOSTNAME}»`],
    ['French', `status «${HARD}${HOSTNAME}${HARD}»`],
    ['French, narrow', `status «${NARROW}${HOSTNAME}${NARROW}»`],
    ['French, single', `status ‹${HARD}${HOSTNAME}${HARD}›`],
    ['Italian', `status «${HOSTNAME}»`],
    ['Portuguese', `status “${HOSTNAME}”`],
    ['Romanian', `status „${HOSTNAME}”`],
    ['Romanian, inner', `status «${HOSTNAME}»`],
    ['German', `status „${HOSTNAME}“`],
    ['around it all', `“status ${HOSTNAME}”`],
    ['around a link', `„status” „${LINK}”`],
  ])('a command in the quotes of a language: %s', async (_, text) => {
    const before = lab.privately().length;
    const payload = commandFields(text, {
      responseUrl: lab.world.slack.openResponseUrl(DOMAINS, ALICE),
      triggerId: `replay.${transport}.${++count}`,
    });
    const now = isHttp
      ? await post(new URLSearchParams(payload).toString())
      : await lab.world.slack.sockets.deliver('slash_commands', payload).then((answer) => answer?.payload);
    const isEmpty = !JSON.stringify(now ?? '').includes('blocks');
    const answer = isEmpty ? await lab.until(() => lab.privately()[before]) : now;
    expect(JSON.stringify(answer)).toContain(HOSTNAME);
    expect(JSON.stringify(answer)).toContain('Checking DNS');
  });
});
