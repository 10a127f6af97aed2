/** English: the same step of both names on a card, posted once. */
export const pairEventsEn = {
  'pair.domain.done':
    ':tada: {hostname} and {other} are ready{late, select, true {, later than expected} other {}}, after {afterMs}.',
  'pair.dns.published':
    ':mag: The DNS records of {hostname} and {other} are correct after {afterMs}. Next: {provider} issues the certificates.',
  'pair.dns.propagated':
    ':globe_with_meridians: {hostname} and {other} point here everywhere after {afterMs}.',
  'pair.dns.stuck':
    ':mag_right: {again, plural, =0 {*Something’s in the way of {hostname} and {other}:*} other {*Still in the way of {hostname} and {other}:*}} {finding}',
  'pair.dns.cleared':
    ':white_check_mark: Solved for {hostname} and {other} after {afterMs}: {findingName}. {hasNext, select, true {What’s left: {nextName}.} other {{nowState, select, published {The records are correct now.} propagated {The records are correct now.} wrong {DNS still doesn’t point here.} other {}}}}',
  'pair.dns.drifted': ':rotating_light: *DNS has changed:* {hostname} and {other} no longer point here.',
  'pair.dns.restored': ':white_check_mark: {hostname} and {other} point here again, after {afterMs}.',
  'pair.dns.failed':
    ':x: *DNS Failed:* the records of {hostname} and {other} still aren’t correct after {afterMs}. Checks go on about once a day for two weeks.',
  'pair.ssl.issued':
    ':lock: Certificates issued for {hostname} and {other}{late, select, true {, later than expected,} other {}} after {afterMs}.',
  'pair.ssl.stuck':
    ':mag_right: {again, plural, =0 {*The certificates of {hostname} and {other} are stuck:*} other {*The certificates of {hostname} and {other} are still stuck:*}} {finding}',
  'pair.ssl.cleared':
    ':white_check_mark: Solved for {hostname} and {other} after {afterMs}: {findingName}. {hasNext, select, true {What’s left: {nextName}.} other {{nowState, select, valid {The certificates are valid now.} expiring {The certificates are valid, but about to expire.} absent {There are still no certificates.} other {}}}}',
  'pair.ssl.expiring':
    '{expired, select, true {:rotating_light: *The certificates of {hostname} and {other} expired* ({validTo}).} other {:warning: *The certificates of {hostname} and {other} expire in {leftMs}* ({validTo}) and haven’t been renewed.}}',
  'pair.ssl.renewed':
    ':lock: {issuer} renewed the certificates of {hostname} and {other}, now valid until {validTo}.',
  'pair.ssl.failed':
    ':x: *SSL Failed:* no valid certificates for {hostname} and {other} after {afterMs}. Checks go on about once a day for two weeks.',
  'pair.site.unrouted':
    ':warning: *DNS and SSL are right, but visitors to {hostname} and {other} don’t reach the site.*',
  'pair.site.routed': ':white_check_mark: Visitors to {hostname} and {other} reach the site.',
  'pair.alias.added': '{provider} added {hostname} and {other} after {afterMs}.',
  'pair.alias.lost':
    ':warning: {provider} no longer has {hostname} and {other}. The bot is adding them again.',
  'pair.alias.removed':
    ':wastebasket: {already, select, true {{provider} no longer has {hostname} and {other}.} other {{provider} removed {hostname} and {other} after {afterMs}.}}',
} as const satisfies Record<string, string>;
