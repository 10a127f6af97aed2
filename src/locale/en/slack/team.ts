/** English: people who work together on a domain. */
export const teamEn = {
  'event.domain.assigned':
    ':bust_in_silhouette: {isOwn, select, true {{person} now takes care of {hostname}.} other {{person} assigned {hostname} to {assignee}.}}',
  'event.domain.unassigned':
    '{isOwn, select, true {{person} no longer takes care of {hostname}.} other {{person} unassigned {wasAssignee} from {hostname}.}}',
  'event.domain.followed': '{person} now follows {hostname}.',
  'event.domain.unfollowed': '{person} no longer follows {hostname}.',
  'event.note.changed':
    ':memo: {hasNote, select, true {{person} left a note on {hostname}: {note}} other {{person} removed the note on {hostname}.}}',

  'event.domain.snoozed':
    ':zzz: {person} snoozed {hostname} until {hasUntil, select, true {{until}} other {something changes}}.',
  'event.domain.snooze_ended':
    ':alarm_clock: {why, select, time {{snoozedBy}, your snooze of {hostname} is over.} change {{hostname} is no longer snoozed: something has changed.} other {{person} ended the snooze of {hostname}.}}',
  'event.finding.acknowledged':
    ':eyes: {person} knows about this: {findingName}. No more reminders about it.',
  'event.finding.muted': ':mute: {person} muted “{findingName}” on {hostname} until {until}: {muteReason}',
  'event.finding.unmuted': ':loud_sound: “{findingName}” is no longer muted on {hostname}.',

  'card.assigned': ':bust_in_silhouette: Assigned to {assignee}',
  'card.followers': 'Followed by {people}',
  'card.take': 'Take it',
  'card.team': 'Assign, follow, note…',

  'command.assign': 'puts you or someone else in charge of a domain; bot messages then mention that person',
  'command.follow': 'mentions you, too, when a domain is ready or needs someone; `off` stops it',
  'command.snooze':
    'keeps a domain quiet for a time (`3d`, `12h`), until a weekday (`monday`) or, without either, until something changes; `off` ends it',
  'command.ack': 'stops reminders about a problem that you already know about; `off` brings them back',
  'command.mute': 'ignores what’s wrong with a domain for some days, with a reason; `off` ends it',
  'command.note': 'shows a note for the team on a domain’s card; without text, removes it',

  'team.assigned':
    '{isOwn, select, true {You now take care of {hostname}.} other {{assignee} now takes care of {hostname}.}}',
  'team.unassigned': '{hostname} is unassigned now.',
  'team.followed':
    'You’ll be mentioned, too, when {hostname} is ready or needs someone. `/domain follow {hostname} off` stops it.',
  'team.unfollowed': 'You’re no longer mentioned about {hostname}.',
  'team.noted': 'The card of {hostname} now shows the note: {note}',
  'team.note-removed': 'The card of {hostname} has no note now.',

  'card.snoozed':
    ':zzz: Snoozed by {person} until {hasUntil, select, true {{until}} other {something changes}}',
  'card.acknowledged': ':eyes: {person} knows about this: {findingName}',
  'card.muted': ':mute: Muted by {person} until {until}: {findingName} ({reason})',

  'team.snoozed': '{hostname} is quiet until {hasUntil, select, true {{until}} other {something changes}}.',
  'team.awake': '{hostname} isn’t snoozed any more.',
  'team.acknowledged': 'No more reminders about this on {hostname}: {findingName}.',
  'team.muted': 'Muted on {hostname} until {until}: {findingName}.',
  'team.unmuted': 'Nothing is muted on {hostname} now.',

  'team.dialog.title': 'Assign, follow, note',
  'team.dialog.submit': 'Save',
  'team.dialog.close': 'Cancel',
  'team.dialog.assignee': 'Who takes care of it',
  'team.dialog.assignee.hint': 'Mentioned when it’s ready or needs someone. Empty: whoever requested it.',
  'team.dialog.note': 'Note for the team',

  'digest.title':
    ':newspaper: *{period, select, weekly {Weekly summary of app {app}} other {Daily summary of app {app}}}*',
  'settings.label.digest': 'Summary in the channel: who needs what, what became ready, what expires',
  'settings.label.digest-hour': 'Hour of the summary',
  'settings.label.time-zone': 'Time zone of the summary and the quiet hours',
  'settings.name.digest': 'summary',
  'settings.name.digest-hour': 'hour of the summary',
  'settings.name.time-zone': 'time zone',
  'settings.digest': '{value, select, daily {every day} weekly {every Monday} other {off}}',

  'problem.not-a-person':
    '{typed} isn’t a person I can find. Type `@` and choose the person from Slack’s list, as in `/domain assign shop.example.com @alice`.',
  'problem.not-a-member':
    '{person} can’t take care of a domain: guests, apps and people of other workspaces can’t use the bot.',
  'problem.nothing-wrong': 'Nothing is wrong with {hostname} right now.',
  'problem.not-a-time':
    'I don’t understand the time {typed}. Type days, hours or a weekday, at most {most} days ahead, as in `/domain snooze shop.example.com 3d` or `/domain snooze shop.example.com monday`.',
  'problem.mute-reason':
    'Say for how long and why, as in `/domain mute shop.example.com 30d moves next month`.',
  'problem.too-many-followers': '{most} people follow this domain already, and there’s no room for more.',
  'problem.note-too-long': 'The note is too long: at most {most} characters fit on the card.',
} as const satisfies Record<string, string>;
