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
  'doctor.sound': 'All is well.',
  'doctor.ill': '{count, plural, one {One thing is} other {# things are}} to be put right.',
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
  'doctor.scopes.missing':
    'The bot lacks scopes: {scopes}. Add them under “OAuth & Permissions”, then install the app again.',
  'doctor.scopes.unknown': 'Slack did not say which scopes the bot has.',
  'doctor.channel.member': 'The bot is in channel {channel}.',
  'doctor.channel.stranger': 'The bot is not in channel {channel}: type /invite and its name there.',
  'doctor.channel.archived':
    'Channel {channel} is archived: unarchive it, or name another one in SLACK_CHANNEL.',
  'doctor.channel.unseen':
    'The bot can’t see channel {channel}: compare the id, and invite the bot if it is private.',
  'doctor.channel.none': 'No channel is named: cards go where commands are typed.',
  'doctor.scheduler.ticks': 'The scheduler ticks.',
  'doctor.scheduler.still': 'The scheduler has not ticked yet: wait a few seconds, then ask again.',
  'doctor.scheduler.stuck': 'The scheduler ticked last {seconds} s ago: restart the bot and keep its log.',
  'doctor.scheduler.says': 'The running bot says of its scheduler: {words}. Restart it and keep its log.',
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
