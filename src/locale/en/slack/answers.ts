/** English: answers to commands and buttons. */
export const answersEn = {
  'hello.channel':
    'Hello! Type `/domain map shop.example.com` here to map a domain: its card and updates appear in this channel. `/domain help` lists all commands.',
  'answer.working':
    'Working on it. The result appears here; if nothing appears within a minute, try again: it may not have been saved.',
  'mapped.refused': '{provider} refused {hostname}. What to do: {card}.',
  'mapped.new': '{hostname} is on its way: {card}.',
  'mapped.before': '{hostname} is already mapped on app {app} ({stage}): {card}.',
  'mapped.record-possible': 'It doesn’t lead to a site yet: choose the one it belongs to.',
  'mapped.site': 'Creating the domain record of {hostname} for site {site} in Ultimate Multisite: {card}.',
  'mapped.record-by-hand':
    'It needs a domain record in Ultimate Multisite to reach a site: create it there by hand, under Domains. {where}',
  'mapped.record-impossible':
    'Ultimate Multisite can’t hold wildcards: each name needs a domain record of its own to reach a site.',
  'moved.new': '{hostname} moved to {channel}: {card}.',
  'moved.before': 'The card of {hostname} is already in {channel}: {card}.',
  'moved.pending': '{hostname} moves to {channel}. Its card appears there in a moment.',
  'mapped.card': 'open the card',
  'mapped.without-card':
    'Your request for {hostname} is saved, and its card will appear in {channel}. If it doesn’t within a minute, `/domain doctor` says why.',
  'dialog.cancel': 'Cancel',

  'finding.severity.problem': ':x: *{finding}*',
  'finding.severity.warning': ':warning: {finding}',
  'finding.severity.note': ':information_source: {finding}',
  'finding.fix': '*To fix it:* {fix}',
  'finding.only-at': 'Seen only at {addresses}, not at {others}.',
  'finding.more':
    '{count, plural, one {One more finding} other {# more findings}}: `/domain status {hostname}`',

  'status.findings': '*What the check found*',
  'status.sees': ':hourglass_flowing_sand: will see it at {at}',
  'status.authoritative': '*Current DNS answer* (name servers)',
  'status.resolvers': '*Current DNS answer* (public resolvers)',
  'status.name-servers': 'Name servers: {servers}',
  'status.checked': 'Checked {at}',
  'status.just-seen': ':eyes: *Just now:* {what} The status changes if the next checks see the same.',
  'todo.wait-for-ssl.learned': 'No action needed: DNS is right, so {provider} can issue the certificate.',
  'usual.dns.since': 'At {dnsProvider} this usually takes {usual}; this one has been waiting since {since}.',
  'usual.dns.for': 'At {dnsProvider} this usually takes {usual}; this one has been waiting for {waited}.',
  'usual.ssl.since': 'A certificate usually takes {usual} here; this one has been waiting since {since}.',
  'usual.ssl.for': 'A certificate usually takes {usual} here; this one has been waiting for {waited}.',
  'usual.digest': '*How long it takes here*',
  'usual.digest.dns': 'DNS at {dnsProvider}: usually {usual}, 9 of 10 within {most}',
  'usual.digest.ssl': 'Certificates: usually {usual}, 9 of 10 within {most}',
  'status.since': 'unchanged for {duration}',
  'status.next': 'next check {at}',
  'status.card': 'open the card',
  'status.card-lost':
    'I can’t post in {channel} any more, so the card there no longer changes. Type `/domain move {hostname}` where you want it.',

  'overview.title': '*Who needs what* · {total, plural, one {# domain} other {# domains}}',
  'overview.counts':
    ':point_right: {agency} for you · :bust_in_silhouette: {customer} for customers · :office: {host} for {provider} · :hourglass_flowing_sand: {underway} on their way · :white_check_mark: {ready} ready',
  'overview.urgent': '*Most urgent*',
  'overview.calm': ':white_check_mark: Nobody has to act right now.',
  'overview.hint':
    'Type `/domain status shop.example.com` to check one domain, or `/domain help` for all commands.',

  'list.title': '{from}–{to} of {total}',
  'list.line': '*{hostname}*  {stage}',
  'list.approval': 'unmapping to approve',
  'list.app': 'app {app}',
  'list.set-aside':
    '{count, plural, one {One stored domain can’t be read and isn’t shown} other {# stored domains can’t be read and aren’t shown}}: `/domain doctor` says why.',
  'list.empty': 'No domains are mapped yet. Start with `/domain map shop.example.com`.',
  'list.nothing':
    'No domain matches “{filter}”. Filter by stage (such as `checking dns`), person, app, DNS provider or part of the hostname, or choose:',
  'list.filter.stuck': 'Stuck',
  'list.filter.waiting': 'Waiting',
  'list.filter.failed': 'Failed',
  'list.filter.mine': 'Mine',
  'list.filter.ready': 'Ready',
  'list.previous': 'Previous',
  'list.next': 'Next',

  'history.title': '*History of {hostname}*',
  'history.line': '{at}  {what}',
  'history.message': 'message',

  'audit.title': '*Audit trail*',
  'audit.line': '{at}  *{hostname}*  {what}',
  'audit.nothing': 'No matching events.',
  'audit.files': 'Send me CSV and JSON',
  'audit.attached': '{count, plural, one {One event} other {# events}}, newest first.',
  'audit.sent': 'Done: the files are in your direct messages with me.',
  'audit.unknown': '{typed} isn’t a time, a person or an event. {words}',
  'audit.meant': '{typed} isn’t an event. Did you mean {command}?',
  'audit.words':
    'Filter by time (`24h`, `7d`, `monday`, `2026-11-20`), person (`@alice`, `me`, `system`) and event (`dns`, `ssl.issued`). Any order, each at most once.',
  'audit.verifying':
    'Comparing the channels with the store. Slack allows about fifty threads a minute; you’ll get the result as a direct message.',
  'audit.reading': 'Read {threads} of {of} threads…',
  'audit.sound':
    ':white_check_mark: The channels match the store: {mappings, plural, one {# mapping} other {# mappings}}, {events, plural, one {# event} other {# events}}, {messages, plural, one {# message} other {# messages}}; nothing missing, changed or foreign.',
  'audit.sound-so-far':
    ':warning: No differences found, but not everything could be checked. Checked: {mappings, plural, one {# mapping} other {# mappings}}, {events, plural, one {# event} other {# events}}, {messages, plural, one {# message} other {# messages}}.',
  'audit.differs':
    ':warning: {differences, plural, one {One difference} other {# differences}} found. Checked: {mappings, plural, one {# mapping} other {# mappings}}, {events, plural, one {# event} other {# events}}, {messages, plural, one {# message} other {# messages}}.',
  'audit.out-of-reach':
    'Slack no longer shows the {count, plural, one {message of one event} other {messages of # events}}, because of its plan or a retention policy. That doesn’t mean somebody deleted them.',
  'audit.unusable':
    '{count, plural, one {One mapping’s file} other {# mappings’ files}} couldn’t be read and {count, plural, one {is} other {are}} not included. The log names {count, plural, one {it} other {them}}.',
  'audit.unread':
    '{count, plural, one {One channel} other {# channels}} with cards couldn’t be read, because I’m not a member. Invite me and verify again.',

  'unmap.title': 'Unmap a domain',
  'unmap.submit': 'Unmap',
  'unmap.cancel': 'Keep it',
  'dialog.close': 'Close',
  'unmap.approve': 'Approve',
  'unmap.decline': 'Decline',
  'unmap.withdraw': 'Withdraw my request',
  'unmap.approvers': '{approvers}: please approve or decline.',
  'unmap.decision':
    '{decision, select, approved {:white_check_mark: Approved by {person}} declined {:no_entry: Declined by {person}} withdrawn {Withdrawn by {person}} other {Nobody approved it in time}} · {at}',
  'approvals.on':
    'You get a direct message when an unmapping waits for your approval. `/domain approvals dm off` stops them.',
  'approvals.off':
    'You get no direct messages about approvals; threads still mention you. `/domain approvals dm on` turns them on.',
  'approvals.message':
    ':raised_hand: {person} wants to unmap {hostname} on app {app}. Approve or decline it {thread} by {until}.',
  'approvals.thread': 'in its thread',
  'unmap.waiting-own':
    'You asked to unmap {hostname}. Someone else must approve it in its thread by {until}. Until then you can withdraw your request here. To find it again, choose *Unmap…* in the card’s menu.',
  'unmap.waiting': '{person} already asked to unmap {hostname}. Someone else must approve it in its thread.',
  'unmap.record-goes': 'Its domain record in Ultimate Multisite (site {site}) is deleted, too.',
  'unmap.record-stays':
    'If Ultimate Multisite has a domain record for it, delete that there by hand, under Domains.',
  'unmap.needs-approval':
    'Someone else must approve this within {duration}. Until then you can withdraw your request from the same menu.',
  'unmap.question':
    'Remove *{hostname}* from app {app}? {provider} deletes the domain, and its visitors no longer reach the site.',

  'help.title': '*What I can do*',
  'help.hint': 'You can paste a hostname as a link. Type wildcards as `*.example.com`.',
  'command.map': 'adds a domain at {provider} and follows it until it’s ready',
  'command.unmap': 'removes a domain from {provider}, after asking you to confirm',
  'command.move': 'moves a domain’s card and thread to this channel, or to the one you name',
  'command.status': 'checks a domain now and shows the result; without a hostname, shows who needs what',
  'command.list':
    'lists domains, the most urgent first; filter by `stuck`, `waiting`, `failed`, `mine`, stage, app, DNS provider or part of the hostname',
  'command.check': 'checks a domain now, and starts over if it failed',
  'command.history': 'shows what happened to a domain, who did it and when, with links',
  'command.audit':
    'for operators: shows events of all domains, with files; `audit verify` compares the channels with the store',
  'command.sync': 'compares {provider}, Ultimate Multisite and the bot, and offers to fix what differs',
  'command.approvals':
    'for those who may approve an unmapping: turns direct messages about waiting ones on or off',
  'command.settings': 'for admins: changes an app’s checks, deadlines, reminders and customer texts',
  'command.doctor': 'checks that everything the bot needs works, and says how to fix what doesn’t',
  'command.help': 'shows this list, or what one command does',
} as const satisfies Record<string, string>;
