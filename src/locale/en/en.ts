import { attentionEn } from './domain/attention.js';
import { customerEn } from './domain/customer.js';
import { eventsEn } from './domain/events.js';
import { findingNamesEn } from './domain/finding-names.js';
import { findingsEn } from './domain/findings.js';
import { pairEventsEn } from './domain/pair-events.js';
import { siteEn } from './domain/site.js';
import { configurationEn } from './operator/configuration.js';
import { operationsEn } from './operator/operations.js';
import { reportsEn } from './operator/reports.js';
import { shellEn } from './operator/shell.js';
import { storesEn } from './operator/stores.js';
import { answersEn } from './slack/answers.js';
import { dialogsEn } from './slack/dialogs.js';
import { problemsEn } from './slack/problems.js';
import { settingsEn } from './slack/settings.js';
import { teamEn } from './slack/team.js';
import { wordsEn } from './words.js';

/**
 * English: of domains in `domain/`, of commands and dialogs in `slack/`, for whoever runs the bot in `operator/`. ICU messages;
 * parameters arrive already formatted for where the sentence is shown.
 */
export const en = {
  ...answersEn,
  ...attentionEn,
  ...customerEn,
  ...dialogsEn,
  ...eventsEn,
  ...findingsEn,
  ...findingNamesEn,
  ...operationsEn,
  ...pairEventsEn,
  ...problemsEn,
  ...siteEn,
  ...storesEn,
  ...settingsEn,
  ...teamEn,
  ...reportsEn,
  ...configurationEn,
  ...shellEn,
  ...wordsEn,

  'stage.name.adding': 'Adding',
  'stage.name.checking-dns': 'Checking DNS',
  'stage.name.checking-ssl-cert': 'Checking SSL',
  'stage.name.done': 'Ready',
  'stage.name.done-without-ssl': 'Ready (without SSL)',
  'stage.name.failed': 'DNS Failed',
  'stage.name.ssl-failed': 'SSL Failed',
  'stage.name.removing': 'Removing',
  'stage.name.removed': 'Removed',
  'stage.name.drifted': 'Was ready, but DNS has changed',
  'stage.name.unserved': 'Was ready, but the certificate is gone',
  'stage.name.unrouted': 'Site not reached',
  'stage.name.disturbed': 'Was ready, but there’s a problem',
  'stage.name.refused': 'Refused by {provider}',
  'stage.name.denied': 'Not allowed',

  'who.customer': 'waiting for the customer',
  'who.agency': 'your turn',
  'who.host': 'waiting for {provider}',

  'watch.ended': ':no_entry_sign: No longer checked. Press *Check now* to start again.',
  'watch.slow': 'Still checked about once a day, until {until}.',

  'card.text': '{hostname}: {stage}',
  'card.title': '*{hostname}*  {stage}',
  'card.asked': '{isSystem, select, true {Added in Ultimate Multisite} other {Requested by {person}}} {at}',
  'card.site':
    'Site {site} in Ultimate Multisite{state, select, requested {: the domain record will be created} refused {: no domain record ({error})} removed {: domain record deleted} other {}}',
  'card.note': 'Note: {note}',
  'card.source': 'From {message}',
  'card.source.message': 'this message',
  'card.replaces.deleted': 'The first card was deleted. Earlier replies: {thread}.',
  'card.replaces.locked': 'Replies under the first card are locked. Earlier replies: {thread}.',
  'card.replaces.joined': 'Its www name had a card of its own. Earlier replies: {thread}.',
  'card.replaces.moved': 'Moved here from {channel}. Earlier replies: {thread}.',
  'card.moved': ':arrow_right: {hostname} moved to {channel}: {card}.',
  'card.fixed': 'Slack no longer allows editing the card above, so updates appear here.',
  'card.earlier': 'its thread',
  'card.approval':
    ':raised_hand: {person} wants to unmap this. Someone else must approve it in the thread by {until}.',
  'card.sent': ':email: {person} sent the customer a message {at}.',
  'card.check': 'Check now',
  'card.customer': 'Message for the customer',
  'card.dashboard': '{provider} dashboard',
  'card.history': 'History',
  'card.unmap': 'Unmap…',

  'axis.alias.requested': ':hourglass_flowing_sand: *{provider}*  adding the domain',
  'axis.alias.accepted': ':white_check_mark: *{provider}*  the domain is added',
  'axis.alias.own': ':white_check_mark: *{provider}*  serves the network’s subdomains',
  'axis.alias.refused': ':x: *{provider}*  refused the domain: {reason}',
  'axis.alias.removing': ':hourglass_flowing_sand: *{provider}*  removing the domain',
  'axis.alias.removed': ':wastebasket: *{provider}*  the domain is removed',
  'axis.alias.unknown':
    ':warning: *{provider}*  didn’t confirm the last request; checking before trying again',
  'axis.alias.not-asked':
    ':no_entry: *{provider}*  not contacted, because the person isn’t allowed to map domains',
  'axis.alias.last-error': '(last error: {reason})',
  'axis.dns.waiting': ':white_circle: *DNS*  checked once {provider} has the domain',
  'axis.dns.unknown': ':hourglass_flowing_sand: *DNS*  not checked yet',
  'axis.dns.wrong':
    ':hourglass_flowing_sand: *DNS*  {isSplit, select, true {{right} of {servers} name servers have the record.} other {{wasReady, select, true {no longer pointing here.} other {not pointing here yet.}}}}',
  'axis.dns.published':
    ':hourglass_flowing_sand: *DNS*  {servers, plural, one {the name server has} =2 {both name servers have} other {all # name servers have}} the record; {isSeenByAll, select, true {all public resolvers see it, and one more check will confirm it.} other {{resolversRight} of {resolversOf} public resolvers see it.}}',
  'axis.dns.outlook': '{resolvers}; all by {at}.',
  'axis.dns.outlook.one': '{resolver} at {at}',
  'axis.dns.propagated': ':white_check_mark: *DNS*  points here everywhere',
  'axis.ssl.waiting': ':white_circle: *SSL*  issued once DNS is right',
  'axis.ssl.unknown': ':hourglass_flowing_sand: *SSL*  not checked yet',
  'axis.ssl.absent':
    ':hourglass_flowing_sand: *SSL*  {wasReady, select, true {the certificate is gone.} other {no certificate yet.}}',
  'axis.ssl.invalid': ':x: *SSL*  the certificate isn’t valid.',
  'axis.ssl.valid': ':white_check_mark: *SSL*  valid certificate.',
  'axis.ssl.expiring': ':warning: *SSL*  valid, but about to expire.',
  'axis.blind': ':warning: Couldn’t be checked since {since}.',

  'dns.found.values': 'DNS has {values}.',
  'dns.found.unregistered': 'The domain isn’t registered, or its registration has ended.',
  'dns.found.no-servers': 'The domain has no usable name servers.',
  'dns.found.nxdomain': 'DNS has no record for this name.',
  'dns.found.lame': 'The name servers don’t serve this zone.',
  'dns.found.empty': 'The name exists in DNS, but has no address.',
  'dns.found.cached':
    'The name servers have the right record, but public resolvers still have the old one cached.',
  'dns.found.unresolved': 'The name servers have the right record, but public resolvers don’t return it.',

  'dns.server.right': ':white_check_mark: {server}: {seen}',
  'dns.server.wrong': ':x: {server}: {seen}',
  'dns.server.worthless': ':grey_question: {server}: {seen}',
  'dns.server.silent': ':grey_question: {server}: {seen}',
  'dns.ttl': '(cached for up to {duration})',
  'dns.outcome.answer': 'answered without records',
  'dns.outcome.empty': 'no address record',
  'dns.outcome.nxdomain': 'no such name',
  'dns.outcome.lame': 'doesn’t serve the zone',
  'dns.outcome.refused': 'refused to answer',
  'dns.outcome.servfail': 'failed (SERVFAIL)',
  'dns.outcome.bogus': 'rejected the answer (DNSSEC)',
  'dns.outcome.filtered': 'blocks the name',
  'dns.outcome.other-rcode': 'answered with an error',
  'dns.outcome.timeout': 'no answer',
  'dns.outcome.unreachable': 'unreachable',
  'dns.outcome.malformed': 'sent an unreadable answer',
  'dns.outcome.truncated': 'sent a shortened answer; the whole one doesn’t arrive over TCP',
  'dns.outcome.blocked': 'not queried: its address isn’t public',

  'ssl.served.nowhere': 'There’s no address to check.',
  'ssl.served.trusted': 'From {issuer}, until {validTo}.',
  'ssl.served.untrusted': 'The certificate from {issuer} isn’t trusted: {error}.',
  'ssl.served.other-name': 'The server shows a certificate for {names}.',
  'ssl.served.unknown-name': '{address} doesn’t know the name yet.',
  'ssl.served.nameless': 'The server shows a certificate without any name.',
  'ssl.served.not-tls': '{address} doesn’t speak TLS.',
  'ssl.served.old-tls': '{address} offers no TLS that browsers accept.',
  'ssl.served.reset': '{address} closed the connection.',
  'ssl.served.refused': '{address} refuses connections.',
  'ssl.served.timeout': '{address} didn’t answer in time.',
  'ssl.served.unreachable': '{address} is unreachable.',
  'ssl.served.handshake-failed': 'The TLS handshake with {address} failed.',
  'ssl.served.blocked': '{address} isn’t a public address and wasn’t checked.',
  'ssl.error.CERT_HAS_EXPIRED': 'expired',
  'ssl.error.CERT_NOT_YET_VALID': 'not valid yet',
  'ssl.error.DEPTH_ZERO_SELF_SIGNED_CERT': 'self-signed',
  'ssl.error.SELF_SIGNED_CERT_IN_CHAIN': 'issued by an unknown authority',
  'ssl.error.UNABLE_TO_GET_ISSUER_CERT_LOCALLY': 'issued by an unknown authority',
  'ssl.error.UNABLE_TO_VERIFY_LEAF_SIGNATURE': 'intermediate certificate missing',
  'ssl.error.UNSPECIFIED': 'an error that the check can’t name',
  'ssl.error.INVALID_PURPOSE': 'not issued for websites',

  'record.type': 'Type',
  'record.name': 'Name',
  'record.value': 'Value',
  'record.create': 'Add this record',
  'record.change': 'Change the record to',
  'record.delete': 'Delete this record',

  'todo.records':
    '*Next:* the customer adds {count, plural, one {this record} other {these records}} at their DNS provider and deletes any other A, AAAA or CNAME record of the same name.\n{records}',
  'todo.records-after-failure':
    '*The record wasn’t right in time.* Ask the customer to add {count, plural, one {this record} other {these records}}, then press *Check now*.\n{records}',
  'todo.needs-address':
    'This is the domain itself, which can’t have a CNAME, and the app has no IP address configured. Ask the bot’s admin to add one to `{targetsVariable}`.',
  'todo.alternative': 'If a CNAME isn’t possible there:\n{records}',
  'todo.wait-for-caches':
    'No action needed, just wait: some public resolvers still have the old answer cached.',
  'todo.wait-for-check': 'No action needed: the next check confirms it.',
  'todo.wait-until': 'No action needed, just wait: the old answer will be gone from all caches by {at}.',
  'todo.wait-for-ssl':
    'No action needed: DNS is right, so {provider} can issue the certificate, usually within 10 to 15 minutes.',
  'todo.refused':
    '*{provider} refused the domain.* Check in the {provider} dashboard whether it’s in use on another site. Then press *Check now* to try again, or unmap it.',
  'todo.ssl-failed':
    '*No certificate was issued in time.* Check the {provider} dashboard, then press *Check now*.',
} as const satisfies Record<string, string>;

export type MessageKey = keyof typeof en;
