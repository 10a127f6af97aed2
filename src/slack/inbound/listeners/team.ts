import type { App, ViewSubmitAction } from '@slack/bolt';
import type { Actor } from '../../../use-cases/actor.js';
import { assignedView, followedView } from '../../views/answers/team.js';
import { parseTeamForm, TEAM_DIALOG, TEAM_FIELDS, teamDialog } from '../../views/dialogs/team-dialog.js';
import { submissionActor } from '../actor.js';
import type { Answer } from '../command.js';
import type { ListenerContext } from './context.js';

type Act = (id: string, actor: Actor) => Promise<Answer>;

/** What the card's menu offers to people who work together, by the action in the option's value. */
export function teamActions({
  useCases,
  translator,
}: Pick<ListenerContext, 'useCases' | 'translator'>): ReadonlyMap<string, Act> {
  const take: Act = async (id, actor) => ({
    now: assignedView(await useCases.assign({ id }, actor.user, actor), actor.user, translator),
  });
  const open: Act = async (id, actor) => {
    const { mapping } = await useCases.get(id, actor);
    return { dialog: teamDialog(mapping, actor.channel, translator) };
  };
  const follow: Act = async (id, actor) => ({
    now: followedView(await useCases.follow({ id }, undefined, actor), actor.user, translator),
  });
  return new Map([
    ['take', take],
    ['team', open],
    ['follow', follow],
  ]);
}

/** The dialog of assignee and note; only what was changed is stored. */
export function listenToTeam(app: App, { useCases, responder }: ListenerContext): void {
  app.view<ViewSubmitAction>(TEAM_DIALOG, async ({ ack, body, view }) => {
    let wrong: string = TEAM_FIELDS.assignee;
    const answer = await responder.attempt(async () => {
      const form = parseTeamForm(view.private_metadata, view.state.values);
      if (!form) return {};
      const { mapping: id, channel, assignee, note } = form;
      const actor = submissionActor(body, channel);
      await useCases.assign({ id }, assignee, actor);
      wrong = TEAM_FIELDS.note;
      await useCases.changeNote({ id }, note, { ...actor, requestId: `${actor.requestId}-note` });
      return {};
    });
    if (!answer.now) return ack();
    await ack({ response_action: 'errors', errors: { [wrong]: answer.now.text } });
  });
}
