import { displayName } from '../../../core/hostname.js';
import type { Mapping } from '../../../core/mapping.js';
import { actions, button } from '../../blocks/blocks.js';
import { code, person } from '../../blocks/mrkdwn.js';
import type { View } from '../../blocks/view.js';
import type { Translator } from '../translator.js';
import { sentence } from './answers.js';

/** Gives a mapping back to whoever took care of it before. */
export const UNDO_TEAM_ACTION = 'undo-team';

/** What a button undoes; undefined for a foreign one. */
export function parseTeamUndo(
  value: string,
): { readonly mapping: string; readonly assignee: string | undefined } | undefined {
  const [mapping, assignee] = value.split(' ');
  return mapping ? { mapping, assignee: assignee || undefined } : undefined;
}

/** Tells the actor who takes care of a mapping now. `before`: the mapping as it was, to undo it. */
export function assignedView(
  { id, hostname, assignee }: Mapping,
  actor: string,
  translator: Translator,
  before?: Mapping,
): View {
  const named = { hostname: displayName(hostname) };
  if (assignee === undefined) return sentence(translator.t('team.unassigned', named));
  const params = { ...named, assignee: person(assignee), isOwn: assignee === actor };
  const view = sentence(translator.t('team.assigned', params));
  if (!before || before.assignee === assignee) return view;
  const undo = button(UNDO_TEAM_ACTION, translator.tPlain('team.undo'), `${id} ${before.assignee ?? ''}`);
  return { ...view, blocks: [...view.blocks, actions(undo)] };
}

export function followedView(
  { hostname, followers = [] }: Mapping,
  actor: string,
  translator: Translator,
): View {
  const key = followers.includes(actor) ? 'team.followed' : 'team.unfollowed';
  return sentence(translator.t(key, { hostname: displayName(hostname) }));
}

export function notedView({ hostname, note }: Mapping, translator: Translator): View {
  const named = { hostname: displayName(hostname) };
  if (note === undefined) return sentence(translator.t('team.note-removed', named));
  return sentence(translator.t('team.noted', { ...named, note: code(note) }));
}
