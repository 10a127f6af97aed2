import type { Mapping } from '../../mapping.js';
import { type Step, unchanged } from '../step.js';

/** What people who work together tell each other about a mapping; `by` is a Slack user id. */
export type TeamInput =
  /** `to`: a Slack user id; undefined for nobody. */
  | { readonly type: 'domain.assigned'; readonly by: string; readonly to: string | undefined }
  | { readonly type: 'domain.followed'; readonly by: string; readonly isOn: boolean }
  /** Empty text removes the note. */
  | { readonly type: 'note.changed'; readonly by: string; readonly note: string }
  /** The primary mapping has this assignee. */
  | { readonly type: 'assignee.followed'; readonly to: string | undefined };

/** Mentions of more people would help nobody. */
export const MAX_FOLLOWERS = 10;

export function decideTeam(mapping: Mapping, input: TeamInput): Step {
  if (mapping.alias.state === 'removed') return unchanged(mapping);
  switch (input.type) {
    case 'domain.assigned':
      return assigned(mapping, input.to);
    case 'domain.followed':
      return input.isOn ? followerAdded(mapping, input.by) : followerRemoved(mapping, input.by);
    case 'note.changed':
      return noted(mapping, input.note);
    case 'assignee.followed':
      return mapping.assignee === input.to
        ? unchanged(mapping)
        : { mapping: { ...mapping, assignee: input.to }, report: [] };
  }
}

function assigned(mapping: Mapping, to: string | undefined): Step {
  const { assignee } = mapping;
  if (assignee === to) return unchanged(mapping);
  if (to !== undefined)
    return { mapping: { ...mapping, assignee: to }, report: [['domain.assigned', { assignee: to }]] };
  return {
    mapping: { ...mapping, assignee: undefined },
    report: [['domain.unassigned', { wasAssignee: assignee ?? '' }]],
  };
}

function followerAdded(mapping: Mapping, by: string): Step {
  const { followers = [] } = mapping;
  if (followers.includes(by) || followers.length >= MAX_FOLLOWERS) return unchanged(mapping);
  return { mapping: { ...mapping, followers: [...followers, by] }, report: [['domain.followed', {}]] };
}

function followerRemoved(mapping: Mapping, by: string): Step {
  const { followers = [] } = mapping;
  if (!followers.includes(by)) return unchanged(mapping);
  const others = followers.filter((each) => each !== by);
  return { mapping: { ...mapping, followers: others }, report: [['domain.unfollowed', {}]] };
}

function noted(mapping: Mapping, typed: string): Step {
  const note = typed.trim() === '' ? undefined : typed.trim();
  if (mapping.note === note) return unchanged(mapping);
  return { mapping: { ...mapping, note }, report: [['note.changed', note === undefined ? {} : { note }]] };
}
