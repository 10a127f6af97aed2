/** English: what was wrong with a request, and what to do instead. */
export const problemsEn = {
  'hostname.empty': 'Add a hostname, as in `/domain map shop.example.com`.',
  'hostname.email-address':
    '{input} is an email address. Type only the hostname, such as `shop.example.com`.',
  'hostname.has-credentials': 'This link contains a user name or password. Type only the hostname.',
  'hostname.ip-address': '{input} is an IP address. Type a hostname, such as `shop.example.com`.',
  'hostname.wildcard-not-first':
    'In {input}, the `*` is in the wrong place. It can only be the whole first part, as in `*.example.com`.',
  'hostname.empty-label': '{input} starts with a dot or has two dots in a row.',
  'hostname.label-too-long': '{label} is longer than 63 characters, the most that DNS allows for one part.',
  'hostname.name-too-long': 'This hostname is longer than 253 characters, the most that DNS allows.',
  'hostname.too-many-labels': '{input} has more than 10 parts, too many for a certificate.',
  'hostname.bad-characters':
    '{label} has a character that isn’t allowed in a hostname. Use letters, digits and hyphens.',
  'hostname.hyphen-edge': '{label} starts or ends with a hyphen, which DNS doesn’t allow.',
  'hostname.bad-punycode': '{input} isn’t a valid international domain name. Type it in its own script.',
  'hostname.single-label': '{input} is only part of a hostname. Add its ending, such as {example}.',
  'hostname.no-public-suffix': '{input} can’t be public, because there’s no top-level domain {suffix}.',
  'hostname.is-public-suffix': '{suffix} isn’t a domain by itself. Type a domain registered under it.',
  'hostname.provider-internal':
    '{input} is one of {provider}’s own names and works without a mapping. Type the customer’s hostname.',

  'problem.usage': 'Type it like this: {usage}.',
  'problem.unknown-command': '{typed} isn’t a command. Type {help} to see them all.',
  'problem.did-you-mean': '{typed} isn’t a command. Did you mean {command}?',
  'problem.did-you-mean-usage': '{typed} isn’t a command. Did you mean {usage}?',
  'usage.run': 'Run this',
  'usage.hostname-missing': 'Add the hostname: {usage}.',
  'usage.one-hostname': 'One hostname at a time. Start with {command}.',
  'usage.one-hostname.note':
    'One hostname at a time: {listed} was read as a list. Start with {command}. If the note begins with {next}, put only a space before it.',
  'usage.too-many-hostnames': 'Up to {most} hostnames at a time. Start with {command}.',
  'usage.no-more-words': '{name} takes nothing after it. Type {command}.',
  'usage.unknown-option': '{option} isn’t an option of this command. Type {usage}.',
  'usage.split-hostname': 'A hostname has no spaces. Did you mean {command}?',
  'usage.did-you-mean': '{option} isn’t an option. Did you mean {command}?',
  'usage.value-missing': '{option} needs a value: {usage}.',
  'problem.outdated':
    'This is from an older version of the app and no longer works. Type `/domain help` to see what you can do.',
  'problem.other-command':
    '{typed} isn’t handled here. Use `/domain` instead; `/domain help` lists its commands.',
  'problem.meant': 'Did you mean {near}?',
  'problem.not-mapped.near': '{hostname} isn’t mapped. Did you mean {near}?',
  'problem.not-mapped': '{hostname} isn’t mapped. To map it, type `/domain map {hostname}`.',
  'problem.being-removed': '{hostname} is being removed. Map it again once its thread says that it’s gone.',
  'problem.unreadable':
    '{hostname} is stored, but this version of the bot can’t read its data. Nothing was changed. Ask an admin to type `/domain doctor`, which says why.',
  'problem.too-fast': 'That was a lot at once. Try again in {duration}.',
  'problem.too-busy': 'The bot is busy with other checks, so this one didn’t start. Try again in a minute.',
  'problem.gone': 'This mapping no longer exists.',
  'problem.permission':
    '{permission, select, map {map domains} unmap {unmap domains} move {move cards} approve {approve an unmapping} check {check domains} audit {use the audit, sync and doctor commands} configure {change settings} assign {work on domains} other {see these domains}}',
  'problem.not-allowed': 'You don’t have permission to {what}. {ask} can do it or give you access.',
  'problem.not-allowed.members': 'You don’t have permission to {what}. Only members of this workspace can.',
  'problem.nothing-here':
    'There are no domains here. Guests and people of other workspaces see only the domains of the channel they are in.',
  'problem.not-a-site': '{typed} isn’t a site ID. Use the site’s number from Ultimate Multisite.',
  'problem.site-search':
    '{why, select, none {No site matches {typed}. Type a part of its title or address, or its ID.} several {Several sites match {typed}. Type more of its title or address, or its ID.} other {The list of sites can’t be read right now. Type the site’s ID, or try again in a minute.}}',
  'problem.wrong-channel': 'Commands work only in {channels}.',
  'problem.direct-message':
    'Cards can’t be posted in direct messages. Type the command in a channel where I’m a member.',
  'problem.unusable-channel':
    '{place, select, uninvited {I’m not in {channel}, so nothing was changed. Type `/invite @{bot}` there, then try again.} archived {{channel} is archived, so nothing was changed. Use another channel.} other {Slack couldn’t confirm that I can post in {channel}, so nothing was changed. Try again in a minute.}}',
  'problem.other-channels': 'Cards can only move to {channels}.',
  'problem.not-a-channel':
    '{typed} isn’t a channel I can find. Type `#` and choose the channel from Slack’s list, as in `/domain move shop.example.com #general`.',
  'problem.shared-channel':
    '{channel} is shared with another organization, whose people would read the cards. Nothing was changed. Choose another channel, or ask your admin to set CARDS_IN_SHARED_CHANNELS=true.',
  'problem.unsure': 'Slack couldn’t confirm who you are, so nothing was changed. Try again in a minute.',
  'problem.verifying': 'A verification is already running. Wait until it’s finished.',
  'problem.own-request': 'You made this request, so someone else must approve it. You can withdraw it.',
  'problem.not-own-request': 'Only {person} can withdraw this request. You can decline it.',
  'problem.not-open': 'This request is no longer open. Type `/domain unmap` to ask again.',
  'problem.own-domain':
    '{hostname} belongs to the network of app {app} itself, so it works without a mapping.',
  'problem.on-other-app':
    '{hostname} is already mapped on app {app}. Unmap it there first: a hostname can only be on one app.',
  'problem.setting':
    'Enter a whole number from {least, number, ::group-off} to {most, number, ::group-off}, or nothing for the default.',
  'problem.no-network':
    'App {app} has no Ultimate Multisite API configured, so `--site` can’t be used. Set MULTISITE_URL, MULTISITE_API_KEY and MULTISITE_API_SECRET, or create the domain record by hand.',
  'problem.unknown-app': 'There’s no app {app}. Configured: {apps}.',
  'problem.app-needed': 'Add the app with `--app NAME`. Configured: {apps}.',
  'problem.messages-tab':
    'I can’t send you direct messages, so nothing was done. Ask your admin to turn on the Messages Tab under “App Home” in the Slack app’s settings, then try again.',
  'problem.took-too-long': 'That took too long for Slack. Try again.',
  'problem.incident':
    'Something went wrong. Your request may not have been saved. Try again; if it keeps failing, give your admin this incident ID: `{incident}`',
} as const satisfies Record<string, string>;
