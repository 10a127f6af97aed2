import { findingNamesEn } from './finding-names.js';
import { findingsEn } from './findings.js';
import { operationsEn } from './operations.js';
import { siteEn } from './site.js';

/** English. ICU messages; parameters arrive ready for the place where the sentence goes. */
export const en = {
  ...findingsEn,
  ...findingNamesEn,
  ...operationsEn,
  ...siteEn,

  'hostname.empty': 'Which hostname? Type it after the subcommand, as in `/domain map shop.example.com`.',
  'hostname.email-address':
    '{input} is an e-mail address. Type only the hostname, such as `shop.example.com`.',
  'hostname.has-credentials': 'This link holds a user name or a password. Type only the hostname.',
  'hostname.ip-address': '{input} is an IP address. A mapping needs a name, such as `shop.example.com`.',
  'hostname.wildcard-misplaced':
    'The `*` may only stand for the whole first label, as in `*.example.com`; {input} has it elsewhere.',
  'hostname.empty-label': '{input} has two dots in a row, or begins with one.',
  'hostname.label-too-long': 'The part {label} is longer than the 63 characters that DNS allows.',
  'hostname.name-too-long': 'This name is longer than the 253 characters that DNS allows.',
  'hostname.too-many-labels': '{input} has more than 10 parts: no certificate is issued for it.',
  'hostname.bad-characters':
    'The part {label} has a character that a hostname can’t have. Letters, digits and hyphens are allowed.',
  'hostname.hyphen-edge': 'The part {label} begins or ends with a hyphen, which DNS does not allow.',
  'hostname.bad-punycode': '{input} is not a valid international domain name. Type it in its own script.',
  'hostname.single-label':
    '{input} is only one word. A public hostname has at least two, such as `example.com`.',
  'hostname.no-public-suffix': '{input} can’t be public: there is no top-level domain {suffix}.',
  'hostname.is-public-suffix':
    '{suffix} is a suffix under which domains are registered, not a domain. Which one below it is meant?',
  'hostname.provider-internal':
    '{input} is one of {provider}’s own names and works without a mapping. Map the customer’s own hostname.',

  'stage.adding': ':hourglass_flowing_sand: Adding',
  'stage.checking-dns': ':hourglass_flowing_sand: Checking DNS',
  'stage.checking-ssl-cert': ':hourglass_flowing_sand: Checking SSL',
  'stage.done': ':white_check_mark: Ready',
  'stage.done-without-ssl': ':warning: Ready (without SSL)',
  'stage.failed': ':x: DNS Failed',
  'stage.ssl-failed': ':x: SSL Failed',
  'stage.removing': ':hourglass_flowing_sand: Removing',
  'stage.removed': ':wastebasket: Removed',
  'stage.drifted': ':warning: Ready, but DNS has changed',
  'stage.unserved': ':warning: Ready, but the certificate is gone',
  'stage.refused': ':no_entry: Refused',
  'stage.name.adding': 'Adding',
  'stage.name.checking-dns': 'Checking DNS',
  'stage.name.checking-ssl-cert': 'Checking SSL',
  'stage.name.done': 'Ready',
  'stage.name.done-without-ssl': 'Ready (without SSL)',
  'stage.name.failed': 'DNS Failed',
  'stage.name.ssl-failed': 'SSL Failed',
  'stage.name.removing': 'Removing',
  'stage.name.removed': 'Removed',

  'card.text': '{hostname}: {stage}',
  'card.title': '*{hostname}*  {stage}',
  'card.asked':
    '{isSystem, select, true {Arrived from Ultimate Multisite} other {Asked for by {person}}} {at} · app {app}',
  'card.replaces': 'The first card was deleted. What was told under it: {thread}.',
  'card.replaces-locked': 'Nobody can reply under the first card any more. Earlier events: {thread}.',
  'card.fixed':
    'The card above shows an old state: this workspace doesn’t allow editing it any more. New states appear here.',
  'card.earlier': 'its thread',
  'card.approval':
    ':raised_hand: {person} asks to unmap it. Somebody else has to approve that in the thread until {until}.',
  'card.check': 'Check now',
  'card.unmap': 'Unmap',
  'card.customer': 'Message for the customer',
  'card.dashboard': '{provider} dashboard',

  'axis.alias.requested': ':hourglass_flowing_sand: *{provider}*  the alias is being added.',
  'axis.alias.accepted': ':white_check_mark: *{provider}*  the alias is there.',
  'axis.alias.refused': ':x: *{provider}*  refused the alias: {words}',
  'axis.alias.removing': ':hourglass_flowing_sand: *{provider}*  the alias is being removed.',
  'axis.alias.removed': ':wastebasket: *{provider}*  the alias is gone.',
  'axis.alias.unknown':
    ':warning: *{provider}*  did not say whether it carried out the last call; that is looked up first.',
  'axis.alias.not-asked': ':no_entry: *{provider}*  was not asked: who asked for this may not map domains.',
  'axis.alias.trouble': 'Last trouble: {words}',
  'axis.dns.waiting': ':white_circle: *DNS*  waits for {provider}.',
  'axis.dns.unknown': ':hourglass_flowing_sand: *DNS*  not seen yet.',
  'axis.dns.wrong':
    ':x: *DNS*  {of, plural, =0 {no authoritative server answers.} other {{right} of {of} authoritative servers have the record.}}',
  'axis.dns.published':
    ':hourglass_flowing_sand: *DNS*  published: {right} of {of} authoritative servers have the record; {resolversRight} of {resolversOf} public resolvers see it.',
  'axis.dns.outlook': '{resolvers} will see it; all by {at}.',
  'axis.dns.outlook.one': '{resolver} at {at}',
  'axis.dns.propagated':
    ':white_check_mark: *DNS*  propagated: {resolversRight} of {resolversOf} public resolvers see the record.',
  'axis.ssl.waiting': ':white_circle: *SSL*  waits for DNS.',
  'axis.ssl.unknown': ':hourglass_flowing_sand: *SSL*  not seen yet.',
  'axis.ssl.absent': ':hourglass_flowing_sand: *SSL*  no certificate for this hostname yet.',
  'axis.ssl.invalid': ':x: *SSL*  what is served is not valid.',
  'axis.ssl.valid': ':white_check_mark: *SSL*  a valid certificate is served.',
  'axis.ssl.expiring': ':warning: *SSL*  the certificate is valid but close to its end.',
  'axis.blind': ':warning: Could not check since {since}.',

  'dns.found.values': 'DNS answers {values}.',
  'dns.found.unregistered': 'The domain is not registered, or its registration has ended.',
  'dns.found.no-servers': 'The domain has no usable name servers.',
  'dns.found.nxdomain': 'DNS has no record of this name.',
  'dns.found.lame': 'The name servers do not serve this zone.',
  'dns.found.empty': 'DNS has the name, but no address for it.',
  'dns.found.cached':
    'The authoritative servers have the right record, but public resolvers still answer from their caches.',

  'dns.server.right': ':white_check_mark: {server}: {seen}',
  'dns.server.wrong': ':x: {server}: {seen}',
  'dns.server.worthless': ':grey_question: {server}: {seen}',
  'dns.server.silent': ':grey_question: {server}: {seen}',
  'dns.ttl': '(may be remembered for {duration})',
  'dns.outcome.answer': 'an answer without records',
  'dns.outcome.empty': 'no address record',
  'dns.outcome.nxdomain': 'no such name',
  'dns.outcome.lame': 'does not serve the zone',
  'dns.outcome.refused': 'refused to answer',
  'dns.outcome.servfail': 'failed (SERVFAIL)',
  'dns.outcome.bogus': 'refuses the answer (DNSSEC)',
  'dns.outcome.filtered': 'hides the name',
  'dns.outcome.other-rcode': 'answered with an error',
  'dns.outcome.timeout': 'no answer',
  'dns.outcome.unreachable': 'could not be reached',
  'dns.outcome.malformed': 'sent an answer that can’t be read',
  'dns.outcome.blocked': 'not asked: its address is not public',

  'ssl.served.nowhere': 'There is no address to look at.',
  'ssl.served.trusted': 'From {issuer}, valid until {validTo}.',
  'ssl.served.untrusted': 'The certificate from {issuer} is not trusted: {error}.',
  'ssl.served.other-name': 'The certificate served is for {names}.',
  'ssl.served.unknown-name': '{address} does not know the name yet.',
  'ssl.served.not-tls': '{address} does not speak TLS.',
  'ssl.served.old-tls': '{address} speaks only an outdated TLS.',
  'ssl.served.reset': '{address} broke off the connection.',
  'ssl.served.refused': '{address} refuses connections.',
  'ssl.served.timeout': '{address} did not answer in time.',
  'ssl.served.unreachable': '{address} could not be reached.',
  'ssl.served.handshake-failed': 'The TLS handshake with {address} failed.',
  'ssl.served.blocked': '{address} is not a public address and was not asked.',

  'todo.records':
    '*To do at the DNS provider of the domain:* create {count, plural, one {this record} other {these records}} and remove other A, AAAA or CNAME records of the same name. Most panels want {host} as the name.\n{records}',
  'todo.records-after-failure':
    '*The record was not right in time.* Correct it at the DNS provider of the domain, then press “Check now”. Most panels want {host} as the name.\n{records}',
  'todo.needs-address':
    'This is the domain itself, which can hold no CNAME, and no address to point it at is configured. Ask the admin of this bot to add one to `{targetsVariable}`.',
  'todo.alternative': 'Where that is not possible:\n{records}',
  'todo.wait-for-caches':
    'The record is right. Some public resolvers still remember the old answer; nothing is to be done but wait.',
  'todo.wait-until':
    'The record is right. Some public resolvers still remember the old answer; all will see the new one by {at}. Nothing is to be done but wait.',
  'todo.wait-for-ssl': 'DNS is right. {provider} issues the certificate now, usually within 5 to 10 minutes.',
  'todo.refused':
    '*{provider} refused the alias.* Look in the {provider} dashboard whether the hostname is in use on another site, then press “Check now” to try again, or “Unmap”.',
  'todo.ssl-failed':
    '*No valid certificate came in time.* Look in the {provider} dashboard for the reason, then press “Check now” to wait anew.',

  'event.domain.requested':
    '{isSystem, select, true {{hostname} arrived from Ultimate Multisite.} other {{person} asked for {hostname}.}}',
  'event.domain_record.requested': '{person} asked for a domain record on site {site} in Ultimate Multisite.',
  'event.domain_record.created':
    ':card_index_dividers: {already, select, true {Ultimate Multisite has the domain record already} other {Domain record created in Ultimate Multisite}}, on site {site}.',
  'event.domain_record.found':
    ':card_index_dividers: Ultimate Multisite has the domain record, on site {site}.',
  'event.domain_record.removed':
    ':wastebasket: {already, select, true {The domain record in Ultimate Multisite was gone already.} other {Domain record deleted in Ultimate Multisite.}}',
  'event.domain_record.refused':
    ':x: Ultimate Multisite refused to {remove, select, true {delete} other {create}} the domain record: {message} Do it there by hand, under Domains.',
  'event.domain_record.vanished':
    ':wastebasket: The domain record was deleted in Ultimate Multisite. {hostname} is unmapped here, too.',
  'event.domain_record.renamed':
    ':warning: The domain record in Ultimate Multisite was renamed to {to}. The alias of {hostname} stays behind at {provider}: unmap it when nobody needs it.',
  'event.alias.added':
    '{already, select, true {{provider} has the alias already.} other {{provider} added the alias after {afterMs}.}}',
  'event.alias.lost': ':warning: {provider} does not have the alias any more. It is added again.',
  'event.alias.refused': ':x: {provider} refused the alias: {message}',
  'event.alias.removed':
    ':wastebasket: {already, select, true {{provider} does not have the alias (any more).} other {{provider} removed the alias after {afterMs}.}}',
  'event.alias.remove_refused': ':x: {provider} refused to remove the alias: {message} The mapping stays.',
  'event.dns.published':
    ':mag: DNS published after {afterMs}: {servers, plural, =0 {the authoritative servers answer} one {the authoritative server answers} other {all # authoritative servers answer}} with the target.',
  'event.dns.propagated':
    ':globe_with_meridians: DNS propagated after {afterMs}: {resolvers, plural, =0 {the public resolvers see} one {the public resolver sees} other {# public resolvers see}} the record.',
  'event.dns.stuck': ':mag_right: *DNS is stuck:* {finding}',
  'event.dns.cleared': ':white_check_mark: No longer the case after {afterMs}: {finding}',
  'event.dns.drifted': ':warning: *DNS has changed:* the record no longer points at the target.',
  'event.dns.restored': ':white_check_mark: DNS points at the target again, after {afterMs}.',
  'event.dns.failed': ':x: DNS Failed: the record was not right after {afterMs}.',
  'event.ssl.issued': ':lock: SSL certificate issued after {afterMs}, by {issuer}, valid until {validTo}.',
  'event.ssl.stuck': ':mag_right: *SSL is stuck:* {finding}',
  'event.ssl.cleared': ':white_check_mark: No longer the case after {afterMs}: {finding}',
  'event.ssl.expiring':
    '{expired, select, true {:x: The certificate has expired ({validTo}).} other {:warning: The certificate ends in {leftMs}, {validTo}; its renewal is late.}}',
  'event.ssl.renewed': ':lock: The certificate was renewed by {issuer}, valid until {validTo}.',
  'event.ssl.failed': ':x: SSL Failed: no valid certificate after {afterMs}.',
  'event.domain.done': ':tada: {hostname} is ready after {afterMs}.',
  'event.check.requested': ':arrows_counterclockwise: {person} asked for a check.',
  'event.unmap.proposed':
    ':raised_hand: {person} asks to unmap {hostname}. Somebody else has to approve it until {until}.',
  'event.unmap.approved': ':wastebasket: {person} approved the unmapping of {hostname}.',
  'event.unknown': '{type}: a newer version of this bot recorded this. Update the bot to see it in words.',
  'event.unmap.declined': '{person} declined the unmapping. {hostname} stays.',
  'event.unmap.withdrawn': '{person} withdrew the request. {hostname} stays.',
  'event.card.moved': ':arrow_right: {person} moved {hostname} from {fromChannel} to {toChannel}.',
  'event.unmap.expired': 'Nobody approved the unmapping in time. {hostname} stays.',
  'event.access.denied':
    ':no_entry: {person} asked {permission, select, map {to map {hostname}} unmap {to unmap {hostname}} approve {to approve the unmapping} audit {to see the audit trail} configure {to change settings} view {to see domains} other {for a check}} and may not. Nothing was done.',
  'event.unmap.followed': ':wastebasket: {hostname} goes with it, asked for by {person}.',
  'unknown.time': 'an unknown time',
  'unknown.value': '(unknown)',
  'reply.companion': '*{hostname}*  {reported}',
  'event.unmap.requested': ':wastebasket: {person} asked to unmap {hostname}.',
  'event.setting.changed': ':gear: {person} changed the pause between two checks from {fromMs} to {toMs}.',
  'event.error.logged':
    ':warning: {source}: {message}{retried, select, true { It is tried again by itself, with growing pauses; “Unmap” calls it off.} other {}}{again, plural, =0 {} one { (once more since)} other { (# times more since)}}',

  'mapped.new': '{hostname} is on its way: {card}.',
  'mapped.before': '{hostname} is mapped already, on app {app} ({stage}): {card}.',
  'dialog.cancel': 'Cancel',

  'mapped.record-possible':
    'Ultimate Multisite routes it to a site only with a domain record: `/domain map {hostname} --site ID` creates it.',
  'mapped.record-by-hand':
    'Ultimate Multisite routes it to a site only with a domain record: create it there by hand, under Domains. {where}',
  'mapped.record-impossible':
    'Ultimate Multisite can hold no wildcard: it routes a name of it only with a domain record for that very name.',
  'mapped.card': 'open the card',
  'mapped.without-card':
    'Your request for {hostname} is stored, but I could not post its card in this channel yet. If I am not in the channel, type `/invite` and my name; the card then follows by itself.',

  'finding.severity.problem': ':x: *{finding}*',
  'finding.severity.warning': ':warning: {finding}',
  'finding.severity.note': ':information_source: {finding}',
  'finding.fix': '*Fix:* {fix}',
  'finding.more':
    '{count, plural, one {One more finding} other {# more findings}}: `/domain status {hostname}`',
  'finding.create': 'create  {line}',
  'finding.change': 'change to  {line}',
  'finding.delete': 'delete  {line}',

  'customer.greeting': 'Hello,',
  'customer.intro':
    '{hostname} is being connected to your website. Something is still needed at the DNS provider of the domain:',
  'customer.intro-fine':
    '{hostname} is being connected to your website. Nothing is needed from you at the moment.',
  'customer.intro-ready': '{hostname} is connected to your website and has a valid certificate.',
  'customer.create': 'Create this record:',
  'customer.change': 'Change the existing record to:',
  'customer.delete': 'Delete this record:',
  'customer.record': 'Type: {type}   Name: {host}   Value: {value}',
  'customer.visible': 'After the change it usually takes {duration} until everybody sees it.',
  'customer.waiting-until': 'The record is right; by {at} (UTC) everybody will see it.',
  'customer.close': 'We watch it and will tell you when it works.',
  'customer.title': '*Ready to send to the customer* (only you see this; copy it)',

  'status.findings': '*Findings*',
  'status.no-findings': ':white_check_mark: Nothing stands in the way.',
  'status.sees': ':hourglass_flowing_sand: sees it {at}',
  'status.authoritative': '*Authoritative servers*',
  'status.resolvers': '*Public resolvers*',
  'status.checked': 'Checked {at}',
  'status.unchanged': 'unchanged for {duration}',
  'status.next': 'next check {at}',
  'status.no-next': 'no further checks',
  'status.card': 'open the card',
  'overview.title': '*Domains*',
  'overview.line': '{stage}  {count}',
  'overview.button': 'Show: {stage}',

  'list.title': '{from}–{to} of {total}',
  'list.line': '*{hostname}*  {stage}  {person} {at} · app {app}',
  'list.empty': 'No domains are mapped yet. Start with `/domain map shop.example.com`.',
  'list.nothing': 'No mapping matches “{filter}”. The filter is a part of the hostname, a stage or an app.',
  'list.previous': 'Previous',
  'list.next': 'Next',

  'history.title': '*What happened to {hostname}*',
  'history.line': '{at}  {what}',
  'history.message': 'message',

  'audit.title': '*What happened*',
  'audit.line': '{at}  *{hostname}*  {what}',
  'audit.nothing': 'Nothing of that kind is known.',
  'audit.files': 'CSV and JSON, privately',
  'audit.attached': '{count, plural, one {One event} other {# events}}, newest first.',
  'audit.sent': 'The files are in your direct messages with me.',
  'audit.words':
    'I look for events since a time (`24h`, `7d`, `2026-11-20`), by somebody (`me`, `system`, a member id such as `U0123456789`) and of a kind (`dns`, `ssl.issued`), in any order, each at most once.',
  'audit.verifying':
    'I read the channels back and compare them with what I know. Slack lets me read about fifty threads a minute; the outcome comes as a direct message.',
  'audit.reading': 'Read {threads} of {of} threads …',
  'audit.sound':
    ':white_check_mark: The channels say what the store says: {mappings, plural, one {# mapping} other {# mappings}}, {events, plural, one {# event} other {# events}}, {messages, plural, one {# message} other {# messages}}, nothing missing, changed or foreign.',
  'audit.sound-so-far':
    ':warning: No differences found, but I could not check everything. Checked: {mappings, plural, one {# mapping} other {# mappings}}, {events, plural, one {# event} other {# events}}, {messages, plural, one {# message} other {# messages}}.',
  'audit.differs':
    ':warning: {differences, plural, one {One difference} other {# differences}} found. Checked: {mappings, plural, one {# mapping} other {# mappings}}, {events, plural, one {# event} other {# events}}, {messages, plural, one {# message} other {# messages}}.',
  'audit.out-of-reach':
    '{count, plural, one {One event is} other {# events are}} out of reach: Slack no longer shows the messages, because of its plan or a retention policy. Nobody needs to have deleted them.',
  'audit.unusable':
    '{count, plural, one {One mapping’s file} other {# mappings’ files}} could not be read and {count, plural, one {is} other {are}} not part of this. The log names {count, plural, one {it} other {them}}.',
  'audit.unread':
    '{count, plural, one {One channel} other {# channels}} with cards could not be read, because I am not in them. Invite me there and ask again.',

  'unmap.title': 'Unmap a domain',
  'unmap.submit': 'Unmap',
  'unmap.cancel': 'Keep it',
  'unmap.close': 'Close',
  'unmap.approve': 'Approve',
  'unmap.decline': 'Decline',
  'unmap.waiting':
    '{person} asked to unmap {hostname} already. It waits for somebody else to approve it, in its thread.',
  'unmap.record-goes': 'Its domain record in Ultimate Multisite (site {site}) is deleted, too.',
  'unmap.record-stays':
    'If Ultimate Multisite has a domain record for it, that stays: delete it there by hand, under Domains.',
  'card.site':
    'Ultimate Multisite: site {site}{state, select, requested {, domain record to be created} refused {, no domain record: {error}} removed {, domain record deleted} other {}}',
  'unmap.needs-approval': 'Somebody else has to approve it within {duration}.',
  'unmap.question':
    'Remove *{hostname}* from app {app}? Its alias is deleted at {provider}, and visitors of this hostname no longer reach the site.',

  'help.title': '*What I can do*',
  'help.hint': 'A hostname may be pasted as a link. A wildcard is written `*.example.com`.',
  'command.map': 'adds a domain at {provider} and follows it until it is ready',
  'command.unmap': 'removes a domain from {provider}, after asking',
  'command.status': 'checks a domain now and shows what is seen; without a hostname, how many are where',
  'command.list': 'lists domains; the filter is a part of the hostname, a stage or an app',
  'command.check': 'checks now, and starts again what has failed',
  'command.history': 'tells what happened to a domain, who asked for it and when, with links',
  'command.audit':
    'for operators: tells what happened to all domains, as pages and files; `audit verify` compares the channels with the store',
  'command.sync':
    'compares {provider}, Ultimate Multisite and the bot, and offers to adopt, add or remove what differs',
  'command.settings': 'for admins: changes how often an app’s domains are checked',
  'command.doctor': 'looks whether everything works that the bot needs, with the fix for what does not',
  'command.help': 'shows this list',

  'problem.usage': 'Type it like this: {usage}.',
  'problem.unknown-command': '{typed} isn’t a command. Type {help} to see them all.',
  'problem.did-you-mean': '{typed} isn’t a command. Did you mean {command}?',
  'problem.did-you-mean-usage': '{typed} isn’t a command. Did you mean {usage}?',
  'usage.run': 'Run this',
  'usage.hostname-missing': 'Add the hostname: {usage}.',
  'usage.one-hostname': 'One hostname at a time. Start with {command}.',
  'usage.too-many-hostnames': 'Up to {most} hostnames at a time. Start with {command}.',
  'usage.no-more-words': '{name} takes nothing after it. Type {command}.',
  'usage.unknown-option': '{option} isn’t an option of this command. Type {usage}.',
  'usage.did-you-mean': '{option} isn’t an option. Did you mean {command}?',
  'usage.value-missing': '{option} needs a value: {usage}.',
  'usage.number': '{option} takes a number, such as {example}, not {value}.',
  'problem.outdated':
    'This comes from an older version of the app and no longer works. Type `/domain help` to see what you can do.',
  'problem.other-command':
    '{typed} isn’t handled here. Use `/domain` instead; `/domain help` lists what it can do.',
  'problem.not-mapped': '{hostname} is not mapped. To map it, type `/domain map {hostname}`.',
  'problem.being-removed':
    '{hostname} is just being removed. When its thread says that it is gone, it can be mapped again.',
  'problem.too-fast': 'That was a lot at once. Try again in {duration}.',
  'problem.gone': 'This mapping is no longer there.',
  'problem.permission':
    '{permission, select, map {map domains} unmap {unmap domains} approve {approve an unmapping} check {check domains} audit {see the audit trail} configure {change settings} other {see these domains}}',
  'problem.not-allowed': 'You don’t have permission to {what}. {ask} can do it or give you access.',
  'problem.not-allowed.members': 'You don’t have permission to {what}. Only members of this workspace can.',
  'list.or': '{others} or {last}',
  'problem.wrong-channel': 'Commands work only in {channels}.',
  'problem.unsure': 'Slack could not tell me just now who you are, so I did nothing. Try again in a minute.',
  'problem.direct-message':
    'I can’t post in direct messages between people. Type the command in a channel where I am a member.',
  'problem.unusable-channel':
    '{place, select, uninvited {I’m not in {channel}, so I did nothing. Type `/invite @{bot}` there, then try again.} archived {{channel} is archived, so I did nothing. Type the command in another channel.} other {Slack couldn’t tell me whether I can post in {channel}, so I did nothing. Try again in a minute.}}',
  'problem.verifying': 'A verification is under way already. Wait until it has ended.',
  'problem.own-request': 'You asked for it yourself: somebody else has to approve it. You may decline it.',
  'problem.not-open': 'That was approved, declined or forgotten before. Type `/domain unmap` to ask again.',
  'problem.own-domain':
    '{hostname} belongs to the network of app {app} itself: {provider} serves the network’s own names without an alias.',
  'problem.on-other-app':
    '{hostname} is mapped on app {app} already, and can be on one app only. Unmap it there first.',
  'problem.interval':
    'Give a whole number of seconds from {least, number, ::group-off} to {most, number, ::group-off}.',
  'problem.no-network':
    'App {app} has no Ultimate Multisite API configured: `--site` can’t be used. Set MULTISITE_URL, MULTISITE_API_KEY and MULTISITE_API_SECRET, or create the record by hand.',
  'problem.unknown-app': 'There is no app {app}. Configured: {apps}.',
  'problem.app-needed': 'Say which app is meant with `--app NAME`. Configured: {apps}.',
  'problem.took-too-long': 'That took too long for Slack. Type or press it again.',
  'problem.incident':
    'Something went wrong on my side, and what you asked for may not have been stored. Try again in a moment; if it stays so, tell the admin incident `{incident}`.',
} as const satisfies Record<string, string>;

export type MessageKey = keyof typeof en;
