/** English: one sentence for each event. */
export const eventsEn = {
  'event.domain.requested':
    '{isSystem, select, true {{hostname} was added in Ultimate Multisite.} other {{person} requested {hostname}.}}',
  'event.domain.done':
    ':tada: {hostname} is ready{late, select, true {, later than expected} other {}}, after {afterMs}.',
  'event.domain_record.requested':
    '{person} requested a domain record for site {site} in Ultimate Multisite.',
  'event.domain_record.created':
    ':page_facing_up: {already, select, true {Ultimate Multisite already has the domain record} other {Ultimate Multisite created the domain record}} for site {site}.',
  'event.domain_record.found': ':page_facing_up: Ultimate Multisite has a domain record for site {site}.',
  'event.domain_record.removed':
    ':wastebasket: {already, select, true {Ultimate Multisite had already deleted the domain record.} other {Ultimate Multisite deleted the domain record.}}',
  'event.domain_record.refused':
    ':x: Ultimate Multisite refused to {remove, select, true {delete} other {create}} the domain record: {message} Do it by hand there, under Domains.',
  'event.domain_record.vanished':
    ':wastebasket: The domain record was deleted in Ultimate Multisite, so {hostname} is being unmapped here, too.',
  'event.domain_record.renamed':
    ':warning: The domain record was renamed to {to} in Ultimate Multisite{remove, select, true {, so it was left there.} other {. {provider} still has {hostname}: unmap it if nobody needs it.}}',
  'event.alias.added':
    '{already, select, true {{provider} already has the domain.} other {{provider} added the domain after {afterMs}.}}',
  'event.alias.lost': ':warning: {provider} no longer has the domain. The bot is adding it again.',
  'event.alias.refused': ':x: {provider} refused the domain: {message}',
  'event.alias.removed':
    ':wastebasket: {already, select, true {{provider} no longer has the domain.} other {{provider} removed the domain after {afterMs}.}}',
  'event.alias.remove_refused': ':x: {provider} refused to remove the domain: {message} The mapping stays.',
  'event.dns.published':
    ':mag: The DNS record is correct after {afterMs}: {servers, plural, =0 {the name servers have it} one {the name server has it} =2 {both name servers have it} other {all # name servers have it}}. Next: {provider} issues the certificate.',
  'event.dns.propagated':
    ':globe_with_meridians: DNS has propagated after {afterMs}: {resolvers, plural, =0 {the public resolvers see the record} one {the public resolver sees the record} =2 {both public resolvers see the record} other {all # public resolvers see the record}}.',
  'event.dns.stuck':
    ':mag_right: {again, plural, =0 {*Something’s in the way:*} one {*Still in the way:*} other {*Still in the way:*}} {finding}',
  'event.dns.cleared':
    ':white_check_mark: Solved after {afterMs}: {findingName}. {hasNext, select, true {What’s left: {nextName}.} other {{nowState, select, published {The record is correct now.} propagated {The record is correct now.} wrong {DNS still doesn’t point here.} other {}}}}',
  'event.dns.drifted': ':rotating_light: *DNS has changed:* the domain no longer points here.',
  'event.dns.restored': ':white_check_mark: The domain points here again, after {afterMs}.',
  'event.dns.failed':
    ':x: *DNS Failed:* the record still isn’t correct after {afterMs}. Checks go on about once a day for two weeks.',
  'event.ssl.issued':
    ':lock: Certificate issued{late, select, true {, later than expected,} other {}} after {afterMs}, by {issuer}, valid until {validTo}.',
  'event.ssl.stuck':
    ':mag_right: {again, plural, =0 {*The certificate is stuck:*} one {*The certificate is still stuck:*} other {*The certificate is still stuck:*}} {finding}',
  'event.ssl.cleared':
    ':white_check_mark: Solved after {afterMs}: {findingName}. {hasNext, select, true {What’s left: {nextName}.} other {{nowState, select, valid {The certificate is valid now.} expiring {The certificate is valid, but about to expire.} absent {There’s still no certificate.} other {}}}}',
  'event.ssl.expiring':
    '{expired, select, true {:rotating_light: *The certificate expired* ({validTo}).} other {:warning: *The certificate expires in {leftMs}* ({validTo}) and hasn’t been renewed.}}',
  'event.ssl.renewed': ':lock: {issuer} renewed the certificate, now valid until {validTo}.',
  'event.ssl.failed':
    ':x: *SSL Failed:* no valid certificate after {afterMs}. Checks go on about once a day for two weeks.',
  'event.check.requested': ':arrows_counterclockwise: {person} asked for a check.',
  'event.unmap.proposed':
    ':raised_hand: {person} wants to unmap {hostname}. Someone else must approve it by {until}.',
  'event.unmap.requested': ':wastebasket: {person} asked to unmap {hostname}.',
  'event.unmap.approved': ':wastebasket: {person} approved unmapping {hostname}.',
  'event.unmap.declined':
    '{hasRequester, select, true {{person} declined {requester}’s request.} other {{person} declined the request.}} {hostname} stays mapped.',
  'event.unmap.withdrawn': '{person} withdrew the request. {hostname} stays mapped.',
  'event.customer_message.sent':
    ':email: {person} sent the customer a message{topic, select, to_do {: what to change in DNS} one_left {: what is left to change in DNS} down {: how to bring the site back} expiring {: how to renew the certificate} works {: everything works} other {}}.',
  'event.customer_message.unanswered':
    ':bell: {sentBy}, nothing has changed in the customer’s DNS since your message {afterMs} ago.',
  'event.domain_connect.approved':
    ':white_check_mark: The customer approved the DNS changes at {dnsProvider}. Checking now.',
  'event.domain_connect.cancelled':
    ':information_source: The customer opened the link at {dnsProvider}, but cancelled. Nothing changed there.',
  'event.domain_connect.failed':
    ':warning: The customer opened the link, but {dnsProvider} reported an error ({code}). The changes can still be made by hand.',
  'event.card.joined': ':link: {hostname} now shares this card with {primaryHostname}.',
  'event.card.moved': ':arrow_right: {person} moved {hostname} from {fromChannel} to {toChannel}.',
  'event.unmap.expired': 'Nobody approved the request in time. {hostname} stays mapped.',
  'event.unmap.followed': ':wastebasket: {hostname} is unmapped with it, as {person} asked.',
  'event.access.denied':
    ':no_entry: {person} tried to {permission, select, map {map {hostname}} unmap {unmap {hostname}} move {move the card of {hostname}} approve {approve unmapping {hostname}} audit {use the audit, sync or doctor commands} configure {change settings} assign {work on {hostname}} view {see these domains} other {check {hostname}}} but isn’t allowed to. Nothing changed.',
  'event.setting.changed':
    ':gear: {person} {isSame, select, true {chose} other {changed}} a setting of {scope, select, channel {channel {forChannel}} other {app {app}}}: {setting}, {isSame, select, true {{to} (unchanged)} other {{from} → {to}}}{isReset, select, true { ({scope, select, channel {no longer set there} other {the default}})} other {}}.',
  'event.error.logged':
    ':warning: {source}: {message}{retried, select, true { The bot tries again by itself, less and less often; unmap the domain to stop it.} other {}}{again, plural, =0 {} one { (once more since)} other { (# times more since)}}',
  'reply.of-one': '*{hostname}*  {reported}',
  'event.unknown': '{type}: recorded by a newer version of this bot. Update the bot to see it in words.',
  'unknown.time': 'an unknown time',
  'unknown.value': '(unknown)',

  'log.check-failed': 'A check failed and will be tried again. The log has the cause: search for {incident}.',
  'log.at': 'Logged {at}.',
  'log.invalid-domain':
    '{provider} rejected the name as invalid. That’s normal for the network’s own subdomains, which need no alias. For any other name, check the spelling.',
  'log.dns-given-up':
    'Ultimate Multisite gives up after a few tries; this bot keeps checking. Once DNS is right, set the domain’s stage there to “Checking DNS” and save.',
  'log.ssl-given-up':
    'Ultimate Multisite gives up after a few tries; this bot keeps checking. Once the certificate works, set the domain’s stage there to “Ready”.',
  'log.loopback':
    'Ultimate Multisite calls the domain to test it, which fails until DNS and the certificate are right. The card shows where both stand.',
  'log.certificate': 'This is Ultimate Multisite’s own certificate check. The card shows what visitors get.',
  'log.record':
    'The site has no domain record. Create one with `/domain map <hostname> --site ID`, or there under Domains.',
  'log.no-key':
    'The plugin found no {keyVariable} in its wp-config.php, so it can’t register domains with {provider}.',
  'log.provider-answer':
    '{provider} answered the plugin with an error. Type `/domain doctor` to see whether it answers this bot.',
} as const satisfies Record<string, string>;
