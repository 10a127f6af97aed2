import { randomUUID } from 'node:crypto';
import type { BlockAction, SlashCommand, ViewSubmitAction } from '@slack/bolt';
import type { Asker } from '../service/asker.js';

/** Slack vouches for who asks: its request is signed, or came over our own socket. */
export const commandAsker = (body: SlashCommand): Asker => ({
  user: body.user_id,
  team: body.team_id,
  channel: body.channel_id,
  // A request without one is nobody's repetition.
  delivery: body.trigger_id || randomUUID(),
});

export const actionAsker = (body: BlockAction): Asker => ({
  user: body.user.id,
  team: body.user.team_id ?? body.team?.id ?? '',
  channel: body.channel?.id ?? '',
  delivery: body.trigger_id,
});

/** A dialog has no channel of its own: it is the one that it was opened in. */
export const submissionAsker = (body: ViewSubmitAction, channel: string): Asker => ({
  user: body.user.id,
  team: body.user.team_id ?? body.team?.id ?? '',
  channel,
  // A dialog is submitted once; what Slack sends again has the same id.
  delivery: body.view.id,
});
