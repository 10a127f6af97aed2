import type { App } from '@slack/bolt';
import type { Asker } from '../../service/asker.js';
import { within } from '../../within.js';
import { commandAsker } from '../asker.js';
import type { Answer } from '../command.js';
import type { Mail } from '../mail.js';
import { route } from '../router.js';
import type { View } from '../view.js';
import { sentence } from '../views/answers.js';
import { RUN_ACTION } from '../views/usage.js';
import { onButton } from './buttons.js';
import type { Desk } from './desk.js';

/** Slack waits 3 s for the acknowledgement: what is not ready by then is sent after it. */
const ACK_WITHIN_MS = 2_000;
const CARD_WITHIN_MS = 10_000;

/** What people type, and the button that runs a corrected command. */
export function listenToCommands(app: App, desk: Desk): void {
  const { service, voice, answering } = desk;

  const run = (text: string, asker: Asker): Promise<Answer> =>
    route(text, {
      asker,
      service,
      voice,
      commands: desk.commands,
      attempt: answering.attempt,
      settled: (mapping) => desk.settled(mapping, CARD_WITHIN_MS),
      mail: (work) => mailTo(asker.user, work),
    });

  app.command(voice.command, async ({ ack, body }) => {
    if (desk.isRepeated(body.trigger_id)) return ack();
    const waitMs = desk.floodWaitMs(body.user_id);
    if (waitMs > 0) return ack({ ...payload(tooFast(waitMs)), response_type: 'ephemeral' });
    const working = answering.attempt(() => run(body.text ?? '', commandAsker(body)));
    const inTime = await within(working, ACK_WITHIN_MS);
    await (inTime?.now ? ack({ ...payload(inTime.now), response_type: 'ephemeral' }) : ack());
    const { now, dialog, later } = inTime ?? (await working);
    const left: Answer = { ...(inTime ? {} : { now }), later };
    const to = { channel: body.channel_id, user: body.user_id };
    if (dialog) await answering.follow(await answering.open(body.trigger_id, dialog), body.response_url, to);
    if (left.now || left.later) await answering.follow(left, body.response_url, to);
  });

  onButton(app, desk, RUN_ACTION, run);

  /** What goes wrong is told in the direct message, too. */
  async function mailTo(user: string, work: (mail: Mail) => Promise<void>): Promise<void> {
    const mail = await desk.openMail(user);
    const working = answering.attempt(async () => {
      await work(mail);
      return {};
    });
    working
      .then(({ now }) => now && mail.show(now))
      .catch((error: unknown) => desk.log.warn({ err: error }, 'a direct message could not be sent'));
  }

  const tooFast = (waitMs: number): View =>
    sentence(voice.say('problem.too-fast', { duration: voice.duration(waitMs) }));
}

const payload = ({ text, blocks }: View) => ({ text, blocks: [...blocks] });
