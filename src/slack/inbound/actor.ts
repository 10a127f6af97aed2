import { randomUUID } from 'node:crypto';
import type { BlockAction, SlashCommand, ViewSubmitAction } from '@slack/bolt';
import type { Actor } from '../../use-cases/actor.js';

/** Slack authenticates the actor: the request is signed, or came over our own socket. */
export const commandActor = (body: SlashCommand): Actor => ({
  user: body.user_id,
  team: body.team_id,
  channel: body.channel_id,
  isDirect: isDirect(body.channel_id, body.channel_name),
  // A request without an ID can't be a repeat.
  requestId: body.trigger_id || randomUUID(),
});

export const actionActor = (body: BlockAction): Actor => ({
  user: body.user.id,
  team: body.user.team_id ?? body.team?.id ?? '',
  channel: body.channel?.id ?? '',
  isDirect: isDirect(body.channel?.id ?? '', body.channel?.name),
  requestId: body.trigger_id,
});

/** A dialog has no channel: use the one it was opened in. */
export const submissionActor = (body: ViewSubmitAction, channel: string): Actor => ({
  user: body.user.id,
  team: body.user.team_id ?? body.team?.id ?? '',
  channel,
  // A dialog is submitted once; Slack's redelivery has the same ID.
  requestId: body.view.id,
});

/** A global shortcut is in no channel; one about a message is in the message's. */
export const shortcutActor = (body: {
  readonly user: { readonly id: string; readonly team_id?: string };
  readonly team: { readonly id: string } | null;
  readonly channel?: { readonly id: string; readonly name?: string };
  readonly trigger_id?: string;
}): Actor => {
  const { id: channel = '', name } = body.channel ?? {};
  return {
    user: body.user.id,
    team: body.user.team_id ?? body.team?.id ?? '',
    channel,
    isDirect: isDirect(channel, name),
    requestId: body.trigger_id ?? randomUUID(),
  };
};

/** Slack names a direct message `directmessage` and a group one `mpdm-alice--bob-1`; their IDs begin with D, G or C. */
const isDirect = (id: string, name: string | undefined): boolean =>
  id.startsWith('D') || name === 'directmessage' || name?.startsWith('mpdm-') === true;
