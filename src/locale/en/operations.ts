/** English: the doctor, the comparison with Closte and Ultimate Multisite, what is logged there, and settings. */
export const operationsEn = {
  'log.check-failed': 'A check failed. It is tried again; the log has the cause under {incident}.',
  'log.at': 'Logged {at}.',
  'log.invalid-domain':
    'Closte rejected the name as invalid. That is normal for the network’s own subdomains, which need no alias; for any other name, look whether it is spelt right.',
  'log.dns-given-up':
    'Ultimate Multisite gives up after a few tries. This bot goes on looking; once DNS is right, set the domain’s stage there to “Checking DNS” and save it.',
  'log.ssl-given-up':
    'Ultimate Multisite gives up after a few tries. This bot goes on looking; once the certificate is served, set the domain’s stage there to “Ready”.',
  'log.loopback':
    'Ultimate Multisite asks the domain itself whether it arrives. That fails while DNS or the certificate is not right; what this bot sees of both is on the card.',
  'log.certificate':
    'Ultimate Multisite’s own look at the certificate. What is really served is on the card.',
  'log.record':
    'The site has no domain record now: create one with `/domain map <hostname> --site ID`, or under Domains there.',
  'log.no-key':
    'The plugin found no CLOSTE_CLIENT_API_KEY in its wp-config.php: it can tell Closte of no domain.',
  'log.closte-answer':
    'Closte answered the plugin with an error. `/domain doctor` shows whether it answers this bot.',
  'settings.title': 'Settings',
  'settings.submit': 'Save',
  'settings.app': '*App {app}*',
  'settings.interval': 'Seconds between two checks',
  'settings.hint':
    'From {least, number, ::group-off} to {most, number, ::group-off}. What is ready is checked less often.',
  'settings.told': 'The change counts from the next check on and is told in the app’s channel.',
  'settings.changed':
    ':gear: {person} changed the pause between two checks of app {app} from {from} to {to}.',
  'sync.title':
    '*App {app}.* Aliases at Closte: {aliases}. {hasNetwork, select, true {Domain records in Ultimate Multisite: {records}. } other {}}Mappings here: {mappings}. All agree on {agreeing}. Nothing was changed.',
  'sync.agree': ':white_check_mark: Nothing differs.',
  'sync.unknown.closte':
    ':grey_question: Closte’s list of aliases can’t be read ({words}): what it has is unknown, and nothing is said to be missing there.',
  'sync.unknown.network':
    ':grey_question: Ultimate Multisite’s records can’t be read ({words}): what it has is unknown, and nothing is said to be missing there.',
  'sync.adopt':
    '*{count, plural, one {# alias} other {# aliases}} at Closte that nobody follows here.* Adopting gives each a card and a watch.',
  'sync.orphan':
    '*{count, plural, one {# alias} other {# aliases}} at Closte without a domain record in Ultimate Multisite,* such as a renamed domain leaves behind. No site is behind them.',
  'sync.map':
    '*{count, plural, one {# domain record} other {# domain records}} in Ultimate Multisite without an alias at Closte.* Mapping adds it and follows it.',
  'sync.lost':
    '*{count, plural, one {# mapping} other {# mappings}} whose alias Closte does not have.* Restoring adds it again.',
  'sync.unrouted':
    '*{count, plural, one {# mapping} other {# mappings}} without a domain record in Ultimate Multisite.* Give it a site with `/domain map <hostname> --site ID`, or unmap what nobody needs.',
  'sync.name': '• {hostname}',
  'sync.more': '… and {count} more',
  'sync.button.adopt': 'Adopt {count}',
  'sync.button.map': 'Map {count}',
  'sync.button.remove': 'Remove {count} from Closte',
  'sync.button.restore': 'Restore {count}',
  'sync.button.unmap': 'Unmap {count}',
  'sync.dialog': 'Synchronise',
  'sync.submit': 'Yes, do it',
  'sync.question.adopt': 'Adopt {count, plural, one {# domain} other {# domains}} of app {app}?',
  'sync.question.map': 'Map {count, plural, one {# domain} other {# domains}} of app {app}?',
  'sync.question.remove':
    'Remove {count, plural, one {# alias} other {# aliases}} of app {app} from Closte? Visitors of these names no longer reach the site.',
  'sync.question.restore':
    'Add {count, plural, one {# alias} other {# aliases}} of app {app} at Closte again?',
  'sync.question.unmap':
    'Unmap {count, plural, one {# domain} other {# domains}} of app {app}? Visitors of these names no longer reach the site.',
  'sync.where': 'Each domain gets its card in the app’s channel; how far it is, you see in a direct message.',
  'sync.progress': '{bar} {done} of {of}',
  'sync.result':
    '{failed, plural, =0 {:white_check_mark: Done: {done}.} other {:warning: Done: {done}. Not done: #. The reasons are in the log; type `/domain sync` again.}}',
  'doctor.sound': 'No problems found.',
  'doctor.ill': '{count, plural, one {# problem} other {# problems}} found.',
  'doctor.key.found': 'App {app}: the client API key is found.',
  'doctor.key.accepted': 'App {app}: Closte accepts the key.',
  'doctor.key.refused':
    'App {app}: Closte does not accept the key. {words} Copy CLOSTE_CLIENT_API_KEY from the wp-config.php of this very app.',
  'doctor.closte.unreached':
    'App {app}: Closte can’t be asked. {words} Look whether this machine reaches CLOSTE_API_URL by HTTPS.',
  'doctor.list.read':
    'App {app}: the account’s list of domains can be read: {count, plural, one {one alias} other {# aliases}}.',
  'doctor.list.unreadable':
    'App {app}: the account’s list of domains has a form that is not known. Mapping works; what Closte has already can’t be compared.',
  'doctor.list.refused':
    'App {app}: the account’s list of domains can’t be read. {words} Look for the account’s permissions at Closte.',
  'doctor.target.answers': 'App {app}: target {address} answers.',
  'doctor.target.silent':
    'App {app}: target {address} does not answer ({outcome}). Compare CLOSTE_TARGETS with the address that the Closte dashboard shows.',
  'doctor.target.unresolved':
    'App {app}: target {host} has no address in DNS. Compare CLOSTE_TARGETS with the Closte dashboard.',
  'doctor.network.answers': 'App {app}: Ultimate Multisite accepts key and secret.',
  'doctor.network.refused':
    'App {app}: Ultimate Multisite does not accept key and secret. {words} Copy both from Settings > API & Webhooks, and look whether the API is switched on there.',
  'doctor.network.unreached':
    'App {app}: Ultimate Multisite can’t be asked. {words} Open MULTISITE_URL with /wp-json/ in a browser.',
  'doctor.network.no-rest':
    'App {app}: Ultimate Multisite has no API key configured: records are neither read nor made.',
  'doctor.slack.connected': 'Slack knows the bot in the workspace {team}.',
  'doctor.slack.unreached':
    'Slack does not know the bot ({words}). Copy SLACK_BOT_TOKEN from “OAuth & Permissions”, or look whether this machine reaches slack.com.',
  'doctor.scopes.all': 'The bot has every scope that it needs.',
  'doctor.scopes.unknown': 'Slack did not say which scopes the bot has.',
  'doctor.scope.commands':
    'Add the scope {scope}, then reinstall the Slack app: without it there is no command.',
  'doctor.scope.chat-write':
    'Add the scope {scope}, then reinstall the Slack app: without it the bot can’t post cards and threads.',
  'doctor.scope.chat-write-public':
    'Add the scope {scope}, then reinstall the Slack app: without it the bot can’t post in public channels that it hasn’t joined.',
  'doctor.scope.history':
    'Add the scope {scope}, then reinstall the Slack app: without it the bot can’t check what it posted in public channels.',
  'doctor.scope.history-private':
    'Add the scope {scope}, then reinstall the Slack app: without it the bot can’t check what it posted in private channels.',
  'doctor.scope.channels-read':
    'Add the scope {scope}, then reinstall the Slack app: without it the bot can’t see public channels.',
  'doctor.scope.groups-read':
    'Add the scope {scope}, then reinstall the Slack app: without it the bot can’t see private channels.',
  'doctor.scope.channels-join':
    'Add the scope {scope}, then reinstall the Slack app: without it the bot can’t join public channels.',
  'doctor.scope.users-read':
    'Add the scope {scope}, then reinstall the Slack app: without it the bot can’t tell members from guests.',
  'doctor.scope.usergroups-read':
    'Add the scope {scope}, then reinstall the Slack app: without it user groups have no permissions.',
  'doctor.scope.im-write':
    'Add the scope {scope}, then reinstall the Slack app: without it the bot can’t send direct messages.',
  'doctor.scope.files-write':
    'Add the scope {scope}, then reinstall the Slack app: without it the bot can’t send audit files.',
  'doctor.scope.other': 'Add the scope {scope}, then reinstall the Slack app.',
  'doctor.app-token.accepted': 'Slack accepts the app-level token.',
  'doctor.app-token.refused':
    'Slack does not accept SLACK_APP_TOKEN ({words}). Create an app-level token with connections:write under “Basic Information” of the same Slack app.',
  'doctor.messages-tab':
    'Messages tab of the bot: open “App Home” in the Slack app’s settings and see that the Messages Tab is on; bulk work and audit files arrive there.',
  'doctor.request-url':
    'Request URL: type `/domain help` in Slack. If nothing answers, compare the Request URLs of the Slack app with the bot’s public address.',
  'doctor.person.known': '{variable}: {name}.',
  'doctor.person.unknown':
    '{variable} names {id}, whom Slack does not know. Copy the member ID from the person’s profile.',
  'doctor.person.inactive':
    '{variable} names {name} ({id}), who is deactivated, a guest or a bot and has no permissions. Name somebody else.',
  'doctor.person.unread': '{variable}: Slack can’t say who {id} is ({words}).',
  'doctor.group.known': '{variable}: user group {name}, {count, plural, one {one member} other {# members}}.',
  'doctor.group.unknown':
    '{variable} names the user group {id}, which is gone or disabled. Enable it in Slack, or name another one.',
  'doctor.group.empty':
    '{variable} names the user group {name} ({id}), which has no members. Add people to it.',
  'doctor.operators.everyone':
    'DOMAIN_OPERATORS is empty: every member of the workspace may change mappings.',
  'doctor.approval.possible': 'Unmapping can be approved by a second person.',
  'doctor.approval.impossible':
    'Nobody can approve an unmapping: UNMAP_APPROVAL_HOURS needs a second person. Add one to DOMAIN_OPERATORS.',
  'doctor.approval.unknown': 'Slack did not say who could approve an unmapping.',
  'doctor.data-dir.writable': 'DATA_DIR ({folder}) can be written.',
  'doctor.data-dir.creatable': 'DATA_DIR ({folder}) does not exist yet and can be created.',
  'doctor.data-dir.refused':
    'DATA_DIR ({folder}) can’t be written ({reason}). Name a folder that the bot’s user may write.',
  'doctor.port.free': 'PORT {port} on {host} is free.',
  'doctor.port.busy':
    'PORT {port} on {host} is in use by something other than this bot. Stop it, or give the bot another PORT.',
  'doctor.port.refused': 'The bot can’t listen on {host}, port {port} ({reason}). Change HOST or PORT.',
  'doctor.proxy.none': 'No proxy is set: Slack, Closte and WordPress are reached directly.',
  'doctor.proxy.used':
    'Slack, Closte and WordPress are reached through the proxy {proxy}; checks of domains connect directly.',
  'doctor.version': 'Version {version} on Node.js {node}.',
  'doctor.webhook.unchecked':
    'App {app}, webhooks: press “Send Test Event” of the webhook in Ultimate Multisite; the bot logs that it came.',
  'doctor.running.part': 'The running bot reports “{part}”: {words}.',
  'doctor.running.fine': 'The running bot is ready.',
  'doctor.channel.unread': 'Slack can’t say anything of channel {channel} ({words}).',
  'doctor.fix.join': 'Join channel {channel}?',
  'doctor.fix.join-failed':
    'The bot can’t join channel {channel} ({words}): type /invite and its name there.',
  'doctor.resolver.no-name': 'All resolvers say that {name} has no address, so they could not be compared.',
  'doctor.resolver.wrong':
    'Resolver {resolver} can’t find {name} ({outcome}). Name another one in DNS_RESOLVERS.',
  'doctor.channel.member': 'The bot is in channel {channel}.',
  'doctor.channel.stranger': 'The bot is not in channel {channel}: type /invite and its name there.',
  'doctor.channel.archived':
    'Channel {channel} is archived: unarchive it, or name another one in SLACK_CHANNEL.',
  'doctor.channel.unseen':
    'The bot can’t see channel {channel}: compare the id, and invite the bot if it is private.',
  'doctor.channel.none': 'No channel is named: cards go where commands are typed.',
  'doctor.scheduler.ticks': 'The scheduler ticks.',
  'doctor.scheduler.elsewhere':
    'No bot answers at port {port} of this machine: nothing is watched from here.',
  'doctor.resolver.answers': 'Resolver {resolver} answers.',
  'doctor.resolver.silent':
    'Resolver {resolver} does not answer: let UDP and TCP to port 53 out, or name others in DNS_RESOLVERS.',
  'doctor.clock.right': 'The clock is right.',
  'doctor.clock.wrong':
    'The clock is off by {seconds} s: Slack refuses requests, and certificates look wrong. Set it by NTP.',
  'doctor.clock.unknown': 'No other clock could be asked.',
} as const satisfies Record<string, string>;
