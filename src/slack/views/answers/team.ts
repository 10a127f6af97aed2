import { displayName } from '../../../core/hostname.js';
import type { Mapping } from '../../../core/mapping.js';
import { code, person } from '../../blocks/mrkdwn.js';
import type { View } from '../../blocks/view.js';
import type { Translator } from '../translator.js';
import { sentence } from './answers.js';

/** Tells the actor who takes care of a mapping now. */
export function assignedView({ hostname, assignee }: Mapping, actor: string, translator: Translator): View {
  const named = { hostname: displayName(hostname) };
  if (assignee === undefined) return sentence(translator.t('team.unassigned', named));
  const params = { ...named, assignee: person(assignee), isOwn: assignee === actor };
  return sentence(translator.t('team.assigned', params));
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
