/** English: settings, the comparison with the hosting provider and Ultimate Multisite, and the doctor. */
export const operationsEn = {
  'settings.title': 'Settings',
  'settings.submit': 'Save',
  'settings.app': '*App “{app}”*',
  'settings.label.interval': 'Seconds between two checks',
  'settings.label.dns-deadline': 'Hours until DNS counts as failed',
  'settings.label.ssl-deadline': 'Minutes until the certificate counts as failed',
  'settings.label.approval': 'Hours a second person has to approve an unmapping',
  'settings.label.reminder': 'Days until you’re reminded of a message to a customer',
  'settings.label.www': 'Hostnames that also get their www name',
  'settings.label.language': 'Language of cards and threads',
  'settings.name.interval': 'check interval',
  'settings.name.dns-deadline': 'time limit for DNS',
  'settings.name.ssl-deadline': 'time limit for the certificate',
  'settings.name.approval': 'time to approve an unmapping',
  'settings.name.reminder': 'reminder of customer messages',
  'settings.name.www': 'www policy',
  'settings.name.language': 'language',
  'settings.range':
    '{least, number, ::group-off} to {most, number, ::group-off}. Leave empty for the default: {standard}.',
  'settings.standard': 'Default: {standard}.',
  'settings.use-default': 'Use the default',
  'settings.off': 'off',
  'settings.www':
    '{value, select, always {all of them} main_only {main domains only} never {none} other {{value}}}',
  'settings.reported': 'Takes effect with the next check. The change is posted in the app’s channel.',
  'sync.title':
    '*App {app}.* Domains at {provider}: {aliases}. {hasNetwork, select, true {Domain records in Ultimate Multisite: {records}. } other {}}Mappings here: {mappings}. In agreement: {agreeing}. Nothing was changed.',
  'sync.agree': ':white_check_mark: No differences.',
  'sync.unknown.provider':
    ':grey_question: Couldn’t read the list of domains from {provider} ({reason}), so nothing can be said about what’s missing there.',
  'sync.unknown.network':
    ':grey_question: Couldn’t read the domain records from Ultimate Multisite ({reason}), so nothing can be said about what’s missing there.',
  'sync.adopt':
    '*{count, plural, one {# domain} other {# domains}} at {provider} without a mapping here.* Adopt {count, plural, one {it} other {them}} to get {count, plural, one {a card} other {cards}} and regular checks.',
  'sync.orphan':
    '*{count, plural, one {# domain} other {# domains}} at {provider} without a domain record in Ultimate Multisite,* for example after a rename. No site is behind {count, plural, one {it} other {them}}.',
  'sync.map':
    '*{count, plural, one {# domain record} other {# domain records}} in Ultimate Multisite missing at {provider}.* Map {count, plural, one {it} other {them}} to add and follow {count, plural, one {the domain} other {the domains}}.',
  'sync.lost':
    '*{count, plural, one {# mapping} other {# mappings}} missing at {provider}.* Restore {count, plural, one {it} other {them}} to add {count, plural, one {the domain} other {the domains}} again.',
  'sync.unrouted':
    '*{count, plural, one {# mapping} other {# mappings}} without a domain record in Ultimate Multisite.* Give each a site: `/domain map <hostname> --site ID`. If nobody needs one, unmap it: `/domain unmap <hostname>`.',
  'sync.own':
    ':information_source: {count, plural, one {# site is at a subdomain of the network} other {# sites are at subdomains of the network}}: {names}{more, plural, =0 {} other { and # more}}. {provider} serves {count, plural, one {it} other {them}} without a mapping. For cards of new ones, set MULTISITE_OWN_SUBDOMAINS.',
  'sync.name': '• {hostname}',
  'sync.more': '… and {count} more',
  'sync.button.adopt': 'Adopt {count}',
  'sync.button.map': 'Map {count}',
  'sync.button.remove': 'Remove {count} from {provider}',
  'sync.button.restore': 'Restore {count}',
  'sync.button.unmap': 'Unmap {count}',
  'sync.dialog': 'Sync',
  'sync.submit': 'Yes, do it',
  'sync.question.adopt': 'Adopt {count, plural, one {# domain} other {# domains}} of app {app}?',
  'sync.question.map': 'Map {count, plural, one {# domain} other {# domains}} of app {app}?',
  'sync.question.remove':
    'Remove {count, plural, one {# domain} other {# domains}} of app {app} from {provider}? Visitors no longer reach the site.',
  'sync.question.restore':
    'Add {count, plural, one {# domain} other {# domains}} of app {app} at {provider} again?',
  'sync.question.unmap':
    'Unmap {count, plural, one {# domain} other {# domains}} of app {app}? Visitors no longer reach the site.',
  'sync.where':
    'Each domain gets its card in the app’s channel. Follow the progress in a direct message from me.',
  'sync.starting': 'Starting. Progress appears here.',
  'sync.progress': '{bar} {done} of {of}',
  'sync.result':
    '{failed, plural, =0 {:white_check_mark: Done: {done}.} other {:warning: Done: {done}. Failed: #. The log has the reasons; type `/domain sync` to try again.}}',
  'check-domain.title': '{hostname}  (app {app})',
  'check-domain.verdict':
    '{verdict, select, right {Everything is right.} todo {Action needed: {whoActs, select, customer {the customer has to act} agency {you have to act} host {{provider}’s support has to act} other {see below}}.} waiting {No action needed, just wait.} other {Couldn’t be checked from here.}}',
  'check-domain.dns':
    'DNS: {state, select, wrong {not right} published {right at the name servers} propagated {right everywhere} other {couldn’t be checked}}{of, plural, =0 {} other {, {right} of # name servers}}{resolversOf, plural, =0 {} other {, {resolversRight} of # public resolvers}}.',
  'check-domain.ssl':
    'SSL: {state, select, valid {valid} expiring {valid, but about to expire} invalid {not valid} absent {no certificate for this hostname yet} other {not checked}}.',
  'check-domain.provider': 'DNS provider: {names}{hasPanel, select, true {, {panelUrl}} other {}}',
  'check-domain.site':
    'Site: {state, select, routed {served under this hostname} unrouted {visitors don’t reach it} other {not checked}}.',
  'check-domain.cache': '{resolver} has the old answer cached until {at}.',
  'check-domain.cache-unknown': '{resolver} doesn’t see the record yet.',
  'check-domain.finding':
    '{severity, select, problem {PROBLEM} warning {WARNING} other {NOTE}} {code}: {what}',
  'check-domain.to-do':
    '{whoActs, select, customer {Customer} agency {You} host {{provider}} other {Nobody has to act}}: {toDo}',
  'check-domain.columns': ' | Type | Name | Value',
  'check-domain.action': '{action, select, create {create} change {change} other {delete}}',
  'doctor.config.ignored': '{reason}',
  'doctor.sound': 'No problems found.',
  'doctor.ill': '{count, plural, one {# problem} other {# problems}} found.',
  'doctor.key.found': 'App {app}: found the client API key.',
  'doctor.key.accepted': 'App {app}: {provider} accepts the key.',
  'doctor.key.refused':
    'App {app}: {provider} rejects the key. {reason} Copy {keyVariable} from this app’s own wp-config.php.',
  'doctor.provider.unreached':
    'App {app}: {provider} is unreachable. {reason} Check that this machine can reach {addressVariable} by HTTPS.',
  'doctor.list.read':
    'App {app}: read the account’s list of domains: {count, plural, one {one domain} other {# domains}}.',
  'doctor.list.unreadable':
    'App {app}: the account’s list of domains has an unknown format. Mapping works, but `/domain sync` can’t compare.',
  'doctor.list.refused':
    'App {app}: couldn’t read the account’s list of domains. {reason} Check the account’s permissions at {provider}.',
  'doctor.target.answers': 'App {app}: target {address} answers.',
  'doctor.target.not-public':
    'App {app}: target {address} isn’t a public address, so the bot doesn’t connect to it. Compare {targetsVariable} with the address in the {provider} dashboard.',
  'doctor.target.silent':
    'App {app}: target {address} doesn’t answer ({outcome}). Compare {targetsVariable} with the address in the {provider} dashboard.',
  'doctor.target.unresolved':
    'App {app}: target {host} has no address in DNS. Compare {targetsVariable} with the {provider} dashboard.',
  'doctor.target.unchecked': 'App {app}: target {host} couldn’t be looked up, because no resolver answers.',
  'doctor.network.answers': 'App {app}: Ultimate Multisite accepts the key and secret.',
  'doctor.network.refused':
    'App {app}: Ultimate Multisite rejects the key or secret. {reason} Copy both from Settings > API & Webhooks.',
  'doctor.network.wrong': 'App {app}: can’t use Ultimate Multisite’s API. {reason}',
  'doctor.network.failing':
    'App {app}: Ultimate Multisite’s API isn’t working. {reason} Check WordPress’s error log.',
  'doctor.network.subsite':
    'App {app}: MULTISITE_URL is the address of one site ({host}). Set it to the network’s main address, {main}.',
  'doctor.network.records':
    'App {app}: read the network’s domain records: {count, plural, one {one} other {#}}.',
  'doctor.network.records-unreadable':
    'App {app}: {count, plural, one {one domain record} other {# domain records}} of the network can’t be read and {count, plural, one {is} other {are}} skipped (ID {ids}). Open and save {count, plural, one {it} other {them}} in Ultimate Multisite, under Domains.',
  'doctor.network.records-refused':
    'App {app}: couldn’t read the network’s domain records, so changes there go unnoticed. {reason}',
  'doctor.network.mapping-off':
    'App {app}: domain mapping is off in Ultimate Multisite, so no domain reaches its site. Turn it on under Settings > Domain Mapping.',
  'doctor.network.patience':
    'App {app}: Ultimate Multisite checks a new domain for {minutes, plural, =0 {{seconds} s} one {a minute} other {# minutes}}, then gives up. For DNS that comes later, press *Set to Ready* on the card.',
  'doctor.network.unreached':
    'App {app}: Ultimate Multisite is unreachable. {reason} Open MULTISITE_URL with /wp-json/ in a browser.',
  'doctor.network.no-rest':
    'App {app}: no Ultimate Multisite API key is configured, so domain records are neither read nor created.',
  'doctor.logs.readable': 'App {app}: MULTISITE_LOGS is readable. Logs in it: {count}.',
  'doctor.logs.refused':
    'App {app}: can’t read the logs in MULTISITE_LOGS ({reason}). Check that the folder exists and the bot can read it.',
  'doctor.slack.connected': 'Connected to the Slack workspace {team}.',
  'doctor.slack.organisation':
    'The Slack app is installed for the whole organization {organisation}: everyone in it counts as a member, not only {team}.',
  'doctor.slack.refused':
    'Slack rejects the bot ({reason}). Copy SLACK_BOT_TOKEN from “OAuth & Permissions”; if the app was removed, install it again first.',
  'doctor.slack.unreached':
    'Slack is unreachable ({reason}). Check SLACK_API_URL and HTTPS_PROXY, and that this machine can reach slack.com by HTTPS.',
  'doctor.slack.unchecked':
    'Slack: set SLACK_BOT_TOKEN and run the doctor again to check scopes, channels, people and groups.',
  'doctor.scopes.all': 'The bot has every scope it needs.',
  'doctor.scopes.unknown': 'Slack didn’t say which scopes the bot has.',
  'doctor.scope.commands':
    'Add the scope {scope}, then reinstall the Slack app; without it there’s no command.',
  'doctor.scope.chat-write':
    'Add the scope {scope}, then reinstall the Slack app; without it the bot can’t post cards and threads.',
  'doctor.scope.chat-write-public':
    'Add the scope {scope}, then reinstall the Slack app; without it the bot can’t post in public channels that it hasn’t joined.',
  'doctor.scope.history':
    'Add the scope {scope}, then reinstall the Slack app; without it the bot can’t check what it posted in public channels.',
  'doctor.scope.history-private':
    'Add the scope {scope}, then reinstall the Slack app; without it the bot can’t check what it posted in private channels.',
  'doctor.scope.channels-read':
    'Add the scope {scope}, then reinstall the Slack app; without it the bot can’t see public channels.',
  'doctor.scope.groups-read':
    'Add the scope {scope}, then reinstall the Slack app; without it the bot can’t see private channels.',
  'doctor.scope.channels-join':
    'Add the scope {scope}, then reinstall the Slack app; without it the bot can’t join public channels.',
  'doctor.scope.users-read':
    'Add the scope {scope}, then reinstall the Slack app; without it the bot can’t tell members from guests.',
  'doctor.scope.usergroups-read':
    'Add the scope {scope}, then reinstall the Slack app; without it user groups have no permissions.',
  'doctor.scope.im-write':
    'Add the scope {scope}, then reinstall the Slack app; without it the bot can’t send direct messages.',
  'doctor.scope.im-history':
    'Add the scope {scope}, then reinstall the Slack app; without it the bot can’t read direct messages to it.',
  'doctor.scope.app-mentions-read':
    'Add the scope {scope}, then reinstall the Slack app; without it the bot doesn’t see when it’s mentioned.',
  'doctor.scope.files-read':
    'Add the scope {scope}, then reinstall the Slack app; without it the bot can’t read CSV files in its dialogs.',
  'doctor.scope.files-write':
    'Add the scope {scope}, then reinstall the Slack app; without it the bot can’t send audit files.',
  'doctor.scope.other': 'Add the scope {scope}, then reinstall the Slack app.',
  'doctor.app-token.accepted': 'Slack accepts the app-level token, and it belongs to the bot’s Slack app.',
  'doctor.app-token.unmatched':
    'Slack accepts the app-level token. Whether it belongs to the bot’s Slack app isn’t known: type `/domain help` in Slack to try.',
  'doctor.app-token.other':
    'SLACK_APP_TOKEN belongs to Slack app {app}, but SLACK_BOT_TOKEN to {own}, so no command reaches the bot. Create an app-level token with connections:write in app {own}.',
  'doctor.app-token.refused':
    'Slack rejects SLACK_APP_TOKEN ({reason}). Create an app-level token with connections:write under “Basic Information” of the same Slack app.',
  'doctor.app-token.unreached':
    'Slack couldn’t be asked about SLACK_APP_TOKEN ({reason}). Check SLACK_API_URL and HTTPS_PROXY, then run the doctor again.',
  'doctor.command':
    'Slash command: type `/domain help` in Slack. If Slack doesn’t know it, compare SLACK_COMMAND with the app’s “Slash Commands” page.',
  'doctor.messages-tab':
    'Messages tab of the bot: open “App Home” in the Slack app’s settings and check that the Messages Tab is on. Progress and audit files arrive there. To try it, send the bot a direct message.',
  'doctor.request-url':
    'Request URL: type `/domain help` in Slack. If nothing answers, compare the Request URLs of the Slack app with the bot’s public address.',
  'doctor.command.arrived': 'The slash command works (last one: {at}).',
  'doctor.messages-tab.arrived': 'The bot’s messages tab is on (last direct message: {at}).',
  'doctor.request-url.arrived': 'Slack reaches the bot at its request URL (last command: {at}).',
  'doctor.channel.shared':
    'Channel {channel} is shared with another organization, whose people would read the cards. Choose another channel, or set CARDS_IN_SHARED_CHANNELS=true.',
  'doctor.person.known': '{variable}: {name}.',
  'doctor.person.unknown':
    '{variable} contains {id}, which Slack doesn’t know. Copy the member ID from the person’s profile.',
  'doctor.person.inactive':
    '{variable} contains {name} ({id}), who is deactivated, a guest or a bot, and so has no permissions. Choose someone else.',
  'doctor.person.unread': '{variable}: Slack couldn’t look up {id} ({reason}).',
  'doctor.group.known': '{variable}: user group {name}, {count, plural, one {one member} other {# members}}.',
  'doctor.group.unknown':
    '{variable} contains the user group {id}, which is gone or disabled. Enable it in Slack, or choose another.',
  'doctor.group.no-plan':
    '{variable} contains the user group {id}, but user groups need a paid Slack plan. List people’s member IDs instead.',
  'doctor.group.no-scope':
    '{variable} contains the user group {id}, which the bot may not read. Add the scope usergroups:read, then reinstall the Slack app.',
  'doctor.group.empty':
    '{variable} contains the user group {name} ({id}), which has no members. Add people to it.',
  'doctor.operators.everyone':
    'DOMAIN_OPERATORS is empty, so every member of the workspace can change mappings.',
  'doctor.approval.possible': 'A second person can approve unmapping.',
  'doctor.approval.impossible':
    'Nobody can approve unmapping: UNMAP_APPROVAL_HOURS needs a second person. Add one to DOMAIN_OPERATORS.',
  'doctor.approval.unknown': 'Slack didn’t say who can approve unmapping.',
  'doctor.data-dir.writable': 'DATA_DIR ({folder}) is writable.',
  'doctor.data-dir.creatable': 'DATA_DIR ({folder}) doesn’t exist yet and can be created.',
  'doctor.data-dir.refused':
    'DATA_DIR ({folder}) isn’t writable ({reason}). Choose a folder the bot’s user can write to.',
  'doctor.database.writable': 'The database ({database}) is writable.',
  'doctor.database.refused':
    'The database ({database}) can’t be used: {reason}. Check DATABASE_URL and the server.',
  'doctor.port.free': 'PORT {port} on {host} is free.',
  'doctor.port.busy': 'PORT {port} on {host} is in use by another program. Stop it, or choose another PORT.',
  'doctor.port.refused': 'The bot can’t listen on {host}, port {port} ({reason}). Change HOST or PORT.',
  'doctor.proxy.none': 'No proxy is set: the bot connects directly to Slack, {provider} and WordPress.',
  'doctor.proxy.used':
    'The bot connects to Slack, {provider} and WordPress through the proxy {proxy}, and checks domains directly.',
  'doctor.language': 'Messages are in {language}.',
  'doctor.version': 'Version {version} on Node.js {node}.',
  'doctor.webhook.unchecked':
    'App {app}, webhooks: press “Send Test Event” for the webhook in Ultimate Multisite; the app’s channel says when it arrives.',
  'doctor.webhook.set': 'App {app}: the webhook {event} is set up.',
  'doctor.webhook.arrived': 'App {app}: the last webhook arrived {at}.',
  'doctor.webhook.missing':
    'App {app}: Ultimate Multisite has no webhook {event}, so what it would report is found only at the next sync.',
  'doctor.webhook.by-hand':
    'App {app}: Ultimate Multisite has no webhook {event}, so what it would report is found only at the next sync. Set PUBLIC_URL to the bot’s own address, and the doctor can create it.',
  'doctor.webhook.wrong':
    'App {app}: the webhook {event} in Ultimate Multisite has a wrong address or token, so the bot ignores it.',
  'doctor.webhook.unread': 'App {app}: couldn’t read the webhooks in Ultimate Multisite. {reason}',
  'doctor.fix.webhook': 'Create the webhook {event} in Ultimate Multisite (app {app})?',
  'doctor.fix.webhook-replace': 'Replace the webhook {event} in Ultimate Multisite (app {app})?',
  'doctor.fix.webhook-failed':
    'App {app}: couldn’t set up the webhook {event}. {reason} Add it in Ultimate Multisite, under Webhooks.',
  'doctor.running.part': 'The running bot reports “{part}”: {reason}.',
  'doctor.running.fine': 'The running bot is ready.',
  'doctor.channel.unread': 'Slack couldn’t look up channel {channel} ({reason}).',
  'doctor.fix.button': 'Fix it',
  'doctor.fix.sure': 'This changes settings outside the bot.',
  'doctor.fix.yes': 'Yes, do it',
  'doctor.fix.nothing': ':white_check_mark: Nothing left to fix here. Type `/domain doctor` to check again.',
  'doctor.fix.join': 'Join channel {channel}?',
  'doctor.fix.join-failed':
    'The bot can’t join channel {channel} ({reason}): type /invite and its name there.',
  'doctor.resolver.no-name': 'All resolvers say that {name} has no address, so they couldn’t be compared.',
  'doctor.resolver.wrong':
    'Resolver {resolver} can’t find {name} ({outcome}). Choose another one in DNS_RESOLVERS.',
  'doctor.channel.member': 'The bot is in channel {channel}.',
  'doctor.channel.stranger': 'The bot isn’t in channel {channel}: type /invite and its name there.',
  'doctor.channel.archived':
    'Channel {channel} is archived: unarchive it, or choose another one in SLACK_CHANNEL.',
  'doctor.channel.unseen':
    'The bot can’t see channel {channel}: check the ID, and invite the bot if the channel is private.',
  'doctor.channel.none': 'No channel is configured, so cards appear where commands are typed.',
  'doctor.scheduler.ticks': 'The scheduler is running.',
  'doctor.scheduler.elsewhere':
    'No bot answers at port {port} on this machine, so no domain is being checked from here.',
  'doctor.resolver.answers': 'Resolver {resolver} answers.',
  'doctor.resolver.silent':
    'Resolver {resolver} doesn’t answer: allow outgoing UDP and TCP to port 53, or choose others in DNS_RESOLVERS.',
  'doctor.clock.right': 'The clock is right.',
  'doctor.clock.wrong':
    'The clock is off by {seconds} s, so Slack rejects requests and certificates seem invalid. Turn on NTP.',
  'doctor.clock.unknown': 'Couldn’t compare the clock with another.',
} as const satisfies Record<string, string>;
