/** English: people who work together on a domain. */
export const teamEn = {
  'event.domain.assigned':
    ':bust_in_silhouette: {isOwn, select, true {{person} takes care of {hostname} now.} other {{person} assigned {hostname} to {assignee}.}}',
  'event.domain.unassigned': '{person} assigned {hostname} to nobody. It was {wasAssignee}’s.',
  'event.domain.followed': '{person} wants to be told about {hostname}, too.',
  'event.domain.unfollowed': '{person} no longer wants to be told about {hostname}.',
  'event.note.changed':
    ':memo: {hasNote, select, true {{person} noted on {hostname}: {note}} other {{person} removed the note on {hostname}.}}',

  'card.assigned': ':bust_in_silhouette: Assigned to {assignee}',
  'card.followers': 'Also told: {people}',
  'card.take': 'Take it',
  'card.team': 'Assign, note…',
  'card.follow': 'Tell me, too (on/off)',

  'command.assign': 'makes you or someone else take care of a domain: bot messages then mention that person',
  'command.follow': 'mentions you, too, when a domain is ready or needs someone; `off` stops it',
  'command.note': 'shows a note for the team on a domain’s card; without text, removes it',

  'team.assigned':
    '{isOwn, select, true {You take care of {hostname} now.} other {{assignee} takes care of {hostname} now.}}',
  'team.unassigned': '{hostname} is assigned to nobody now.',
  'team.followed':
    'You’ll be mentioned, too, when {hostname} is ready or needs someone. `/domain follow {hostname} off` stops it.',
  'team.unfollowed': 'You’re no longer mentioned about {hostname}.',
  'team.noted': 'The card of {hostname} now shows the note: {note}',
  'team.note-removed': 'The card of {hostname} has no note now.',

  'team.dialog.title': 'Assign, note',
  'team.dialog.submit': 'Save',
  'team.dialog.close': 'Cancel',
  'team.dialog.assignee': 'Who takes care of it',
  'team.dialog.assignee.hint': 'Mentioned when it’s ready or needs someone. Empty: whoever requested it.',
  'team.dialog.note': 'Note for the team',

  'problem.not-a-person':
    '{typed} isn’t a person I can find. Type `@` and choose the person from Slack’s list, as in `/domain assign shop.example.com @alice`.',
  'problem.not-a-member':
    '{person} can’t take care of a domain: guests, apps and people of other workspaces can’t use the bot.',
  'problem.too-many-followers': '{most} people are told already, which is the most.',
  'problem.note-too-long': 'The note is too long: at most {most} characters fit on the card.',
} as const satisfies Record<string, string>;
