/** English: dialogs, lists of many domains, mentions and the Home tab. */
export const dialogsEn = {
  'map.dialog.title': 'Map domains',
  'map.dialog.submit': 'Continue',
  'map.dialog.hostnames': 'Domains',
  'map.dialog.hostnames.hint': 'One or many, pasted as they are: links, commas and new lines are fine.',
  'map.dialog.file': 'Or a CSV file',
  'map.dialog.file.hint':
    'Up to 500 domains, one per row. Columns titled “app”, “site” and “note” are used, too.',
  'map.dialog.app': 'App',
  'map.dialog.site': 'Site',
  'map.dialog.site.hint':
    'Creates the domain record in Ultimate Multisite, so that visitors reach this site.',
  'map.dialog.site.for-all':
    'All of these domains will lead to this site. For a site each, map them one by one, or use a file with a “site” column.',
  'map.dialog.site.search': 'Search by title, address or ID',
  'map.dialog.channel': 'Channel',
  'map.dialog.channel.hint': 'The cards appear there.',
  'map.dialog.note': 'Note for the team',
  'map.dialog.none-found': 'No domain found in this message. Type it here.',
  'map.dialog.needed': 'Type a domain, or add a file.',
  'map.dialog.other-site': 'This site is in the network of app {app}. Choose that app, or another site.',
  'message.help':
    'Ask me about a domain, as in `shop.example.com?`, or type `/domain help` to see all commands.',
  'message.more':
    '{count, plural, one {One more domain isn’t} other {# more domains aren’t}} shown. Search, or ask about ten at a time.',
  'message.file': 'What should I do with the domains in {file}? You’ll see a dry run first.',
  'message.file.map': 'Map them',
  'message.file.map-on': 'Map on {app}',
  'message.file.check': 'Check them',
  'message.file.unmap': 'Unmap them…',
  'message.file.unread': 'I can’t read {file}. Send a list of domains as a CSV or text file.',
  'message.no-dialog':
    'That opens a dialog, which Slack allows only after a slash command: type it with `/domain` in front.',
  'home.title': 'Domains',
  'home.map': 'Map domains',
  'home.search': 'Search',
  'home.search.label': 'What are you looking for?',
  'home.search.hint': 'Part of the domain, a stage, an app, a DNS provider, or “stuck”, “waiting”, “mine”.',
  'home.settings': 'Settings',
  'home.mine': '*Mine*',
  'home.ready': '*Ready this week*',
  'home.expiring': '*Certificates expiring soon*',
  'home.expires': '{line} · until {at}',
  'home.stages': '*By stage*',
  'home.stage': '{stage}: {count}',
  'home.trend':
    'In the last 7 days: {requested} requested ({requestedBefore} the week before), {done} ready ({doneBefore} the week before).',
  'dialog.notice': 'Domains',
  'dialog.working': 'Working on it…',
  'dialog.done': 'Done. You can close this dialog.',
  'dialog.close': 'Close',
  'dialog.back': 'Back',
  'mapped.note-unused': 'Your note wasn’t added, because the domain was mapped before: {note}',

  'batch.dialog.unmap.title': 'Unmap domains',
  'batch.dialog.check.title': 'Check domains',
  'batch.plan.title': 'Dry run',
  'batch.plan.none':
    'Nothing to do: {kind, select, map {no line is a domain that could be mapped} unmap {no line is a domain that could be unmapped} other {no line is a mapped domain}}.',
  'batch.plan.map':
    '*{ready, plural, one {# domain} other {# domains}}* will be mapped on app {app}. Nothing has changed yet.',
  'batch.plan.unmap':
    '*{ready, plural, one {# domain* will be unmapped: {provider} deletes it, and its} other {# domains* will be unmapped: {provider} deletes them, and their}} visitors no longer reach the site. Nothing has changed yet.',
  'batch.plan.check': '*{ready, plural, one {# domain} other {# domains}}* will be checked.',
  'batch.plan.approval': 'Someone else must approve this within {duration}.',
  'batch.plan.pace': 'This takes about {duration}: {provider} takes only so many changes a minute.',
  'batch.plan.more': '… and {count, plural, one {# more} other {# more}}',
  'batch.plan.submit':
    '{kind, select, map {Map {count}} unmap {{isProposed, select, true {Ask to unmap {count}} other {Unmap {count}}}} other {Check {count}}}',
  'batch.forecast.ready':
    '{kind, select, map {:new: *New* ({count})} unmap {:wastebasket: *To be unmapped* ({count})} other {:mag: *To be checked* ({count})}}',
  'batch.forecast.nothing':
    '{kind, select, map {:white_check_mark: *Mapped already* ({count})} other {:white_check_mark: *Being unmapped already* ({count})}}',
  'batch.forecast.other-app': ':twisted_rightwards_arrows: *On another app* ({count})',
  'batch.forecast.repeated': ':heavy_minus_sign: *Listed twice, or the www name of another line* ({count})',
  'batch.forecast.refused': ':no_entry: *Can’t be done* ({count})',
  'batch.line': '{hostname}',
  'batch.line.other-app': '{hostname} (app {app})',
  'batch.line.not-mapped': '{hostname}: not mapped',
  'batch.line.refused': '{hostname}: {reason}',

  'batch.title':
    '*{kind, select, map {Mapping} unmap {Unmapping} other {Checking}} {all, plural, one {# domain} other {# domains}}* for {person}',
  'batch.progress':
    '{bar}  {finished} of {all}{failed, plural, =0 {} other { · # failed}}{late, plural, =0 {} other { · # not confirmed yet}}',
  'batch.ended':
    ':checkered_flag: {done, plural, one {# domain} other {# domains}} {kind, select, map {mapped} unmap {unmapped} other {checked}}{failed, plural, =0 {} other {, # failed}}{late, plural, =0 {} other {, # not confirmed yet: see {late, plural, one {its card} other {their cards}}}}{stopped, plural, =0 {} other {, # not started}}.',
  'batch.ended.stopped': 'Stopped by {person}.',
  'batch.ended.declined': 'Declined by {person}. Nothing was unmapped.',
  'batch.ended.expired': 'Nobody approved it in time. Nothing was unmapped.',
  'batch.proposed': ':raised_hand: {person} wants to unmap these. Someone else must approve it by {until}.',
  'batch.approved': 'Approved by {person}.',
  'batch.stop': 'Stop',
  'batch.stop.title': 'Stop here?',
  'batch.stop.text': 'Domains that aren’t done yet stay as they are. What is done stays done.',
  'batch.stop.confirm': 'Stop',
  'batch.stop.deny': 'Continue',
  'batch.file': 'Each line with its result.',
  'batch.started': 'Started. Follow its progress in {channel}.',
  'batch.started.direct': 'Started: you can follow it in your direct messages with me.',
  'batch.started.proposed': 'Asked for approval. Follow it in {channel}.',
  'batch.file.line': 'line',
  'batch.file.typed': 'as listed',
  'batch.file.hostname': 'domain',
  'batch.file.result': 'result',
  'batch.file.reason': 'reason',
  'batch.file.status': 'status',
  'batch.result.done': '{kind, select, map {mapped} unmap {unmapped} other {checked}}',
  'batch.result.failed': 'failed',
  'batch.result.late': 'not confirmed yet',
  'batch.result.stopped': 'not started',
  'batch.result.nothing': '{kind, select, map {mapped already} other {being unmapped already}}',
  'batch.result.other-app': 'on another app',
  'batch.result.repeated': 'listed twice, or the www name of another line',
  'batch.result.refused': 'refused',
  'batch.result.open': 'waiting',

  'problem.provider-refused': '{provider} refused it: {reason}',
  'problem.line-failed': 'Something went wrong with this line. Try it again.',
  'problem.batch-empty': 'There’s no domain in the list.',
  'problem.batch-too-long':
    'The list has {lines} hostnames. Up to {most} work at a time: split it and start with the first part.',
  'problem.batch-busy':
    'Too many lists are under way ({most}). Wait until one of them is done, then try again.',
  'problem.batch-gone': 'This list is no longer waiting: it has ended, or nobody started it for a day.',
  'problem.file':
    '{why, select, large {The file is too large. Up to 1 MB of text works: keep only the column with the domains.} denied {Slack doesn’t let me read the file. Ask an admin to reinstall the app, so that it gets the scope `files:read`, or paste the domains.} unseen {I can’t see that file. Share it in this channel, where I’m a member, or choose it in the dialog of `/domain map`.} empty {No domain found in the file. Save it as CSV with one domain per row.} other {The file couldn’t be read from Slack. Try again, or paste the domains.}}',
} as const satisfies Record<string, string>;
