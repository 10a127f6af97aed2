/** English: what each finding saw and how to fix it, in a form that can be sent to the customer. */
export const findingsEn = {
  'finding.domain-unregistered':
    'The registry doesn’t know this domain: it isn’t registered, has expired, or is on hold.',
  'fix.domain-unregistered':
    'Check the spelling. Then sign in to the domain’s registrar and register, renew or release the domain.',
  'finding.target-missing': '{gone}, the host that customers’ records point to, has no address.',
  'fix.target-missing':
    'Correct this app’s target in the bot’s configuration, or ask {provider}’s support why the host is gone. The customer’s record is fine.',
  'finding.domain-on-hold':
    'The registrar has moved the domain to {servers}: it has expired, or the owner’s contact details aren’t confirmed.',
  'fix.domain-on-hold':
    'Renew the domain at its registrar, or confirm the contact details in the registrar’s email. The name servers then come back by themselves.',
  'finding.target-as-server':
    '{servers}, where the site is served, {count, plural, one {is entered as a name server} other {are entered as name servers}} {hasAbove, select, true {in the zone of {above}} other {at the registrar}}. {count, plural, one {It doesn’t} other {They don’t}} answer DNS queries.',
  'fix.target-as-server':
    '{how, select, beside {Remove {count, plural, one {it} other {them}} from that list; the other name servers are enough.} other {{hasAbove, select, true {Delete {count, plural, one {this NS record} other {these NS records}} and add a CNAME or address record instead.} other {At the registrar, enter your DNS provider’s name servers again. The site’s address goes into a record at that provider.}}}}',
  'finding.delegation-missing':
    '{hasAbove, select, true {The zone of {above} delegates this name, but none of the name servers {how, select, private {has a public address} other {exist}}} other {The domain is registered, but none of its name servers {how, select, private {has a public address} other {exist}}}}{hasServers, select, true {: {servers}} other {}}.',
  'fix.delegation-missing':
    '{hasAbove, select, true {In the zone of {above}, correct the NS records for this name, or delete them and add the record there instead.} other {At the domain’s registrar, enter your DNS provider’s name servers exactly as the provider lists them.}}',
  'finding.servers-down':
    'None of the domain’s name servers answer ({servers}), although the registry does.{hasReason, select, true { A public resolver says: {reason}} other {}}',
  'fix.servers-down':
    'Ask the DNS provider what’s wrong with these servers, or switch to another provider’s name servers {hasAbove, select, true {in the zone of {above}} other {at the registrar}}.',
  'finding.dnssec-bogus':
    'DNSSEC for {zone} is broken, so resolvers that check signatures reject every answer.{hasReason, select, true { Reason: {reason}} other {}}',
  'fix.dnssec-bogus':
    '{hasAbove, select, true {In the zone of {above}} other {At the registrar}}, remove the DS record (turn DNSSEC off), or enter the one your current DNS provider gives you. If signatures have expired, ask the DNS provider to sign the zone again.',
  'finding.domain-parked': 'The domain is parked: its name servers ({servers}) show ads or a for-sale page.',
  'fix.domain-parked':
    'Turn off parking or forwarding at the registrar, choose its own DNS or another provider’s, then add the record there.',
  'finding.server-lame':
    '{servers} {count, plural, one {is listed as a name server} other {are listed as name servers}} for {zone} but {count, plural, one {doesn’t} other {don’t}} serve it.',
  'fix.server-lame':
    'Ask the DNS provider to add the zone there, or remove {count, plural, one {this server} other {these servers}} {place, select, zone {from the NS records of the zone} registrar {from the name servers {hasAbove, select, true {listed in the zone of {above}} other {at the registrar}}} other {{hasAbove, select, true {in the zone of {above}} other {at the registrar}} and from the NS records of the zone itself}}.',
  'finding.server-failing':
    '{servers} {count, plural, one {answers} other {answer}} with an error for {zone}{hasReason, select, true { ({reason})} other {}}.',
  'fix.server-failing':
    'Ask the DNS provider to repair the zone on {count, plural, one {this server} other {these servers}}.',
  'finding.tcp-blocked':
    '{servers} {count, plural, one {shortens its answer} other {shorten their answers}} over UDP, and the whole answer doesn’t arrive over TCP.',
  'fix.tcp-blocked':
    'Ask the DNS provider to open port 53 for TCP on {count, plural, one {this server} other {these servers}}. If other domains show this too, the bot’s own firewall blocks it.',
  'finding.dname-between':
    'A DNAME record at {name} redirects every name below it, so records for this name have no effect.',
  'fix.dname-between': 'Delete the DNAME record at {name}, or use a hostname that isn’t below it.',
  'finding.cname-mixed':
    'The name has a second CNAME ({observed}) beside the right one. Only one is allowed, and resolvers may follow either.',
  'fix.cname-mixed': 'Delete the CNAME that points elsewhere and keep the right one.',
  'finding.cname-loop': 'The CNAMEs form a loop, or their chain is too long: {observed}.',
  'fix.cname-loop': 'Change the CNAME so that it points to the target.',
  'finding.partner-silent': 'The CNAME leads to {name}, for which no name server answers.',
  'fix.partner-silent': 'Ask whoever runs {name}, or point this record straight to the target.',
  'finding.cname-at-apex':
    'The domain itself has a CNAME ({observed}), which DNS doesn’t allow: email and other records stop working for some people.',
  'fix.cname-at-apex':
    'Delete the CNAME and add the address record instead, or use what your DNS provider calls ALIAS, ANAME or CNAME flattening.',
  'finding.domain-appended-to-value':
    'The CNAME points to {observed}, because the DNS panel added the domain to the value.',
  'fix.domain-appended-to-value':
    'Enter the value again with a dot at the end ({expected}.), or choose “full name” if the panel offers it.',
  'finding.value-garbled':
    'The CNAME’s value is {observed}: other characters were pasted along with the name {expected}.',
  'fix.value-garbled': 'Enter the value again as {expected} alone, without quotes, spaces or “https://”.',
  'finding.cname-to-address': 'The CNAME points to {observed}, an IP address. A CNAME needs a hostname.',
  'fix.cname-to-address': 'Delete the CNAME and add the right record. IP addresses go in A or AAAA records.',
  'finding.cname-dangling': 'The CNAME points to {gone}, which doesn’t exist or has no address.',
  'fix.cname-dangling': 'Change the CNAME so that it points to the target.',
  'finding.domain-appended-to-name':
    'The record was added as {appendedName}, because the DNS panel appended the domain to a name that already included it.',
  'fix.domain-appended-to-name':
    'Delete that record and add it again, with only the part before the domain as its name.',
  'finding.servers-lagging':
    '{ahead} {aheadCount, plural, one {has} other {have}} the record; {servers} still {count, plural, one {has} other {have}} an older copy of the zone.',
  'fix.servers-lagging':
    'No action needed, just wait: the servers copy the zone from each other, usually within an hour. If it takes longer, ask the DNS provider.',
  'finding.servers-disagree':
    'The name servers disagree: {ahead} {aheadCount, plural, one {has} other {have}} the record, {servers} {count, plural, one {doesn’t} other {don’t}}.',
  'fix.servers-disagree':
    '{place, select, registrar {Remove {servers} from the name servers {hasAbove, select, true {listed in the zone of {above}} other {at the registrar}}: the zone itself doesn’t list {count, plural, one {it} other {them}}.} zone {Remove the NS records for {servers} from the zone: {hasAbove, select, true {the zone of {above}} other {the registrar}} doesn’t list {count, plural, one {it} other {them}}.} other {Add the same record on {servers}, too, or remove {count, plural, one {this server} other {these servers}} {hasAbove, select, true {in the zone of {above}} other {at the registrar}} and from the NS records of the zone itself.}}',
  'finding.wildcard-shadow':
    'This name has no record of its own; a wildcard record answers instead, with {observed}.',
  'fix.wildcard-shadow': 'Add a record for this name. It takes precedence over the wildcard, which can stay.',
  'finding.cloudflare-proxied':
    'The name is behind Cloudflare’s proxy ({observed}){how, select, loop {, which keeps redirecting visitors although the site works without it} error {, which answers with an error (status {status}) although the site works without it} unseen {, and the bot can’t see whether that leads to the site} other {, which doesn’t lead to the site}}.',
  'fix.cloudflare-proxied':
    'In Cloudflare’s DNS settings, point the record to the target and switch it from “Proxied” to “DNS only” (gray cloud). {how, select, loop {Before you turn the proxy on again, set the encryption mode (SSL/TLS) to “Full (strict)”.} other {You can turn the proxy on again once the certificate is there.}}',
  'finding.cname-wrong': 'The CNAME points to {observed} instead of {expected}.',
  'fix.cname-wrong': 'Change the CNAME so that it points to the target.',
  'finding.address-private': 'DNS has {observed}, an address that can’t be reached over the internet.',
  'fix.address-private': 'Change DNS like this, in this order.',
  'finding.a-wrong': 'DNS has {observed} instead of {expected}.',
  'fix.a-wrong': 'Change DNS like this, in this order.',
  'finding.a-mixed':
    'DNS has the right address, but also {observed}: some visitors and the certificate authority end up on another server.',
  'fix.a-mixed': 'Delete the extra record.',
  'finding.aaaa-left-over':
    'DNS still has an old IPv6 address ({observed}), which certificate authorities and many visitors prefer to IPv4.',
  'fix.aaaa-left-over': 'Delete the AAAA record.',
  'finding.record-as-text': '{observed} is in a TXT record of this name, where it leads visitors nowhere.',
  'fix.record-as-text':
    'Delete this TXT record, then add the right record. A CNAME can’t have other records beside it.',
  'finding.record-missing':
    '{how, select, others {There’s no address for this name, and its other records ({observed}) rule out a CNAME.} beside {There’s no record for this name, but there’s one for {location}.} six {There’s only an IPv6 address ({observed}) for this name, so visitors without IPv6 can’t reach it.} hidden {There’s no record for this name. The wildcard record doesn’t cover it, because there are other records at this name or below it.} other {There’s no record for this name.}}',
  'fix.record-missing': 'Add the record at the domain’s DNS provider.',
  'finding.server-silent':
    '{servers} {count, plural, one {doesn’t} other {don’t}} answer; the other name servers do.',
  'fix.server-silent':
    'Ask the DNS provider about {count, plural, one {this server} other {these servers}}, or remove {count, plural, one {it} other {them}} {hasAbove, select, true {in the zone of {above}} other {at the registrar}} if {count, plural, one {it’s} other {they’re}} no longer in use.',
  'finding.dns-odd':
    'DNS isn’t right, for a reason the bot doesn’t recognize{hasReason, select, true { ({reason})} other {}}.',
  'fix.dns-odd': 'Send this to the DNS provider, or check the domain at https://zonemaster.net .',
  'finding.server-unsigned':
    '{servers} {count, plural, one {sends} other {send}} bad signatures for {zone} ({reason}), so some visitors get no answer.',
  'fix.server-unsigned':
    'Ask the DNS provider to sign the zone again, or to fix the transfer to {count, plural, one {this server} other {these servers}}.',
  'finding.denial-unproven':
    '{servers} {count, plural, one {doesn’t} other {don’t}} prove that names are missing in {zone} (no NSEC records), although the zone is signed.',
  'fix.denial-unproven': 'Ask the DNS provider to sign the zone completely.',
  'finding.https-elsewhere':
    'An HTTPS record for {name} sends browsers to {observed} instead of the right address.',
  'fix.https-elsewhere': 'Delete this name’s HTTPS record, or correct its address hints.',
  'finding.ns-missing': 'Some listed name servers don’t exist or have no public address: {servers}.',
  'fix.ns-missing':
    'Correct or remove {count, plural, one {this name} other {these names}} {hasAbove, select, true {in the zone of {above}} other {at the registrar}} and in the zone’s own NS records.',
  'finding.ns-alias':
    'Some name servers are listed by an alias (CNAME), which not all resolvers follow: {servers}.',
  'fix.ns-alias': 'List name servers that have addresses of their own.',
  'finding.glue-differs':
    '{hasAbove, select, true {The zone of {above}} other {The registrar}} has different addresses for {servers} ({observed}) than {count, plural, one {its} other {their}} own zone ({expected}).',
  'fix.glue-differs':
    '{hasAbove, select, true {In the zone of {above}} other {At the registrar}}, update the addresses of {count, plural, one {this name server} other {these name servers}} (“glue” or “host records”).',
  'finding.aaaa-failing':
    '{servers} {count, plural, one {fails} other {fail}} on IPv6 (AAAA) queries instead of answering that there’s no such record: some visitors wait or get no answer.',
  'fix.aaaa-failing':
    'Ask the DNS provider to fix this. A firewall in front of the server is often the cause.',
  'finding.delegation-mismatch':
    '{hasAbove, select, true {The zone of {above}} other {The registrar}} lists {parent} as name servers, but the zone itself lists {child}.',
  'fix.delegation-mismatch':
    'Make both lists the same: enter the current provider’s name servers {hasAbove, select, true {in the zone of {above}} other {at the registrar}} and as NS records in the zone itself.',
  'finding.target-failing':
    'Public resolvers can’t resolve {name}, the host that customers’ records point to.',
  'fix.target-failing': 'Ask {provider}’s support about the DNS of this host. The customer’s record is fine.',
  'finding.partner-bogus':
    '{how, select, unsure {DNSSEC is broken for this name or on its way to {name}, where the CNAME leads{hasReason, select, true { ({reason})} other {}}; resolvers don’t say where.} other {DNSSEC is broken for {name}, where the CNAME leads{hasReason, select, true { ({reason})} other {}}; the domain’s own zone isn’t the cause.}}',
  'fix.partner-bogus':
    '{how, select, unsure {Check this name and {name} at https://dnsviz.net , then tell whoever runs the broken zone.} other {Tell the operator of {name}. The customer can’t fix it.}}',
  'finding.resolver-failing':
    '{servers} {count, plural, one {fails} other {fail}} to resolve the name{hasReason, select, true { ({reason})} other {}}.',
  'fix.resolver-failing':
    'This often passes within minutes. If it doesn’t, ask the DNS provider whether its servers are reachable from everywhere.',
  'finding.resolver-filtered':
    '{servers} {count, plural, one {blocks} other {block}} the name as unwanted or dangerous.',
  'fix.resolver-filtered': 'Ask the resolver’s operator to review the domain; most have a form for it.',
  'finding.resolver-rewriting':
    '{how, select, invents {{servers} {count, plural, one {makes} other {make}} up addresses for names that don’t exist, and one for this name.} other {{servers} {count, plural, one {gives} other {give}} an answer that the zone doesn’t have and that no cache can still hold.}}',
  'fix.resolver-rewriting':
    'The domain isn’t the cause. Ask the operator of {count, plural, one {this resolver} other {these resolvers}}, or ask the bot’s admin to watch others (`DNS_RESOLVERS`).',
  'finding.resolvers-silent': 'Public resolvers couldn’t be reached from here: {servers}.',
  'fix.resolvers-silent':
    'The domain isn’t the cause. Ask the bot’s admin to check `DNS_RESOLVERS` and the firewall.',
  'finding.proxy-serves':
    '{how, select, loop {The proxy in front of the site ({observed}) keeps redirecting visitors, although the site works without it.} error {The proxy in front of the site ({observed}) answers with an error (status {status}), although the site works without it.} other {A proxy answers for the name ({observed}) and serves the site.}}',
  'fix.proxy-serves':
    '{place, select, settings {Check the proxy’s settings: it has to reach the target over HTTPS (in Cloudflare: encryption mode “Full (strict)”).} log {Check in the proxy’s log whether the error is its own, such as a firewall’s, or comes from the site.} other {No action needed. The certificate that visitors see is the proxy’s.}}',
  'finding.resolver-repeating':
    '{servers} still {count, plural, one {gives} other {give}} the old answer, although the cached copy seen before has expired.',
  'fix.resolver-repeating':
    'No action needed, just wait: large resolvers have several caches, and each expires by itself.',
  'finding.caches-waiting':
    'The record is right. {servers} still {count, plural, one {has} other {have}} the old answer cached.',
  'fix.caches-waiting':
    'No action needed, just wait. To speed it up, flush the caches at https://dns.google/cache and https://one.one.one.one/purge-cache/ .',
  'finding.dns-unchecked':
    '{how, select, blocked {DNS couldn’t be checked: the domain’s name servers ({servers}) don’t answer the bot, although a public resolver has an answer from them.} other {DNS couldn’t be checked: none of the servers that the bot asked answered.}}',
  'fix.dns-unchecked':
    '{how, select, blocked {If the domain works for visitors, its DNS provider blocks the bot’s address: ask it to allow this address. Otherwise the servers are down, and resolvers answer from their caches.} other {No action needed on the domain; the bot tries again by itself. If it keeps failing, check the bot’s network: it needs port 53, over UDP and TCP.}}',

  'finding.wildcard-needs-dns':
    'A certificate for the wildcard {name} needs a DNS record (DNS-01); it can’t be issued through the website (HTTP-01).',
  'fix.wildcard-needs-dns':
    'Ask {provider}’s support how this app’s wildcard certificate is issued, or map each hostname you use.',
  'finding.caa-forbids':
    'The CAA records of {name} ({observed}) don’t allow {expected} to issue a certificate.',
  'fix.caa-forbids': 'Add a CAA record at {name} that allows it; the others can stay.',
  'finding.caa-critical':
    'A CAA record of {name} is marked critical with an unknown tag ({observed}), so no authority may issue a certificate.',
  'fix.caa-critical': 'Delete this CAA record at {name}, or clear its critical flag.',
  'finding.caa-failing':
    'The name servers fail on CAA queries for {name} ({reason}), so certificate authorities won’t issue a certificate.',
  'fix.caa-failing':
    'Ask the DNS provider to fix this: CAA queries must be answered, even if there are no CAA records.',
  'finding.caa-restricts': 'The CAA records of {name} allow certificates only under conditions: {observed}.',
  'fix.caa-restricts':
    'Remove the conditions (`accounturi`, `validationmethods`) unless you know that {provider} meets them.',
  'finding.http-unreachable':
    'Port 80 of {addresses} is unreachable, so the certificate authority can’t verify the name.',
  'fix.http-unreachable': 'Ask {provider}’s support why port 80 is closed for this app.',
  'finding.http-challenge-blocked':
    'The site answers, but a firewall blocks requests to `/.well-known/acme-challenge/` on {addresses}.',
  'fix.http-challenge-blocked': 'Allow this path in the firewall or security plugin.',
  'finding.http-not-http': 'Port 80 of {addresses} doesn’t speak HTTP.',
  'fix.http-not-http': 'Ask {provider}’s support to check port 80 of this app.',
  'finding.http-redirect-loop':
    'The certificate authority’s request is stuck in a redirect loop{hasLocation, select, true {: {location}} other {}}.',
  'fix.http-redirect-loop':
    'Exclude `/.well-known/acme-challenge/` from the site’s redirects: check its redirect plugin, `.htaccess` and “Force HTTPS” setting.',
  'finding.http-redirect-bad':
    '{how, select, away {The site redirects the certificate authority to another server ({location}), which can’t confirm this name.} other {The certificate authority can’t follow the site’s redirect{hasLocation, select, true {: {location}} other {}}.}}',
  'fix.http-redirect-bad':
    '{how, select, away {Exclude `/.well-known/acme-challenge/` from the redirect, or set the site’s address to {name}.} other {Redirect only to a public hostname, by http or https on the standard ports.}}',
  'finding.http-test-cookie':
    'Bot protection on {addresses} answers with a JavaScript test instead of the site.',
  'fix.http-test-cookie': 'Turn the test off for `/.well-known/acme-challenge/`.',
  'finding.http-login':
    'A password or access rule blocks `/.well-known/acme-challenge/`{hasStatus, select, true { (status {status})} other {}}.',
  'fix.http-login':
    'Allow this path without a login. Check password protection, security plugins and “coming soon” pages.',
  'finding.http-error':
    'The site answers the certificate authority’s request with an error{hasStatus, select, true { (status {status})} other {}}.',
  'fix.http-error': 'Check the site’s error log: the site must answer before a certificate can be issued.',
  'finding.http-unexpected':
    'The site answers the certificate authority’s request in an unusual way{hasStatus, select, true { (status {status})} other {}}.',
  'fix.http-unexpected':
    'If no certificate is issued, check which plugin or rule answers for `/.well-known/acme-challenge/`.',
  'finding.http-differs': '{addresses} answer differently on port 80, so they may not be the same server.',
  'fix.http-differs': 'Ask {provider}’s support whether all of these addresses belong to this app.',
  'finding.tls-refused':
    '{addresses} {addressCount, plural, one {refuses} other {refuse}} connections on port 443.',
  'fix.tls-refused': 'Ask {provider}’s support to check port 443 of this app.',
  'finding.tls-silent': '{addresses} {addressCount, plural, one {doesn’t} other {don’t}} answer on port 443.',
  'fix.tls-silent': 'If it lasts, ask {provider}’s support to check port 443 of this app.',
  'finding.tls-reset':
    '{addresses} {addressCount, plural, one {closes} other {close}} the connection on port 443.',
  'fix.tls-reset': 'Ask {provider}’s support to check TLS for this app.',
  'finding.tls-absent':
    '{addresses} {addressCount, plural, one {answers} other {answer}} on port 443 without TLS, for example with plain HTTP.',
  'fix.tls-absent': 'Ask {provider}’s support to switch TLS on for this app.',
  'finding.tls-old':
    '{how, select, key {The key of the certificate on {addresses} is of a kind that browsers don’t accept.} other {{addresses} {addressCount, plural, one {speaks} other {speak}} only TLS versions or ciphers that browsers no longer accept.}}',
  'fix.tls-old':
    '{how, select, key {Ask {provider}’s support for a certificate with an RSA, P-256 or P-384 key.} other {Ask {provider}’s support to allow TLS 1.3, and TLS 1.2 with current ciphers.}}',
  'finding.tls-failing': 'The TLS handshake with {addresses} fails.',
  'fix.tls-failing': 'Ask {provider}’s support to check TLS for this app.',
  'finding.certificate-expired': 'The certificate on {addresses} expired ({validTo}).',
  'fix.certificate-expired':
    'It wasn’t renewed. {how, select, proxy {It’s the proxy’s certificate: ask the proxy’s operator, or check its settings.} other {Fix any other findings first, then ask {provider}’s support to renew it.}}',
  'finding.certificate-early': 'The certificate on {addresses} isn’t valid before {validFrom}.',
  'fix.certificate-early': 'Wait until then, or ask {provider}’s support whether a clock is wrong.',
  'finding.certificate-staging':
    'The certificate on {addresses} is a test certificate ({issuer}), which browsers don’t trust.',
  'fix.certificate-staging': 'Ask {provider}’s support to issue a real certificate.',
  'finding.certificate-self-signed':
    'The certificate on {addresses} is self-signed, so browsers don’t trust it.',
  'fix.certificate-self-signed': 'Ask {provider}’s support to issue a real certificate.',
  'finding.chain-incomplete':
    '{addresses} {addressCount, plural, one {doesn’t} other {don’t}} send the intermediate certificate of {issuer}, so some visitors get a warning.',
  'fix.chain-incomplete': 'Ask {provider}’s support to serve the whole chain.',
  'finding.chain-expired':
    'The certificate on {addresses} is fine, but one above it in the chain has expired or isn’t valid yet ({issuer}).',
  'fix.chain-expired': 'Ask {provider}’s support to serve the current intermediate certificate.',
  'finding.certificate-untrusted':
    'The certificate on {addresses} from {issuer} isn’t trusted{hasReason, select, true { ({reason})} other {}}.',
  'fix.certificate-untrusted': 'Ask {provider}’s support to issue a certificate from a public authority.',
  'finding.certificate-slow':
    'The certificate is taking longer than usual, for no reason that’s visible from outside.',
  'fix.certificate-slow':
    'Check the SSL status in the {provider} dashboard, or ask {provider}’s support. Don’t remove and re-add the domain: it rarely helps and counts toward the certificate authority’s weekly limit.',
  'finding.name-unknown': '{addresses} {addressCount, plural, one {doesn’t} other {don’t}} know {name} yet.',
  'fix.name-unknown':
    'Check that the domain is listed in the {provider} dashboard. {provider} may still be setting it up.',
  'finding.certificate-other-name':
    '{addresses} {addressCount, plural, one {has} other {have}} a certificate for {names}, but {how, select, lost {no longer one for {name}} other {none for {name} yet}}.',
  'fix.certificate-other-name':
    '{how, select, lost {The domain had a certificate before. Check the SSL status in the {provider} dashboard, or ask {provider}’s support.} other {No action needed: DNS is right, so {provider} can issue the certificate, usually within 10 to 15 minutes.}}',
  'finding.certificate-nameless':
    '{addresses} {addressCount, plural, one {shows} other {show}} a certificate without any name ({issuer}) instead of one for {name}.',
  'fix.certificate-nameless': 'Ask {provider}’s support which certificate is installed there.',
  'finding.ssl-odd':
    'The certificate isn’t right, for a reason the bot doesn’t recognize{hasReason, select, true { ({reason})} other {}}.',
  'fix.ssl-odd': 'Send this to {provider}’s support.',
  'finding.certificate-expiring': 'The certificate expires soon ({validTo}) and hasn’t been renewed.',
  'fix.certificate-expiring':
    '{how, select, proxy {It’s the proxy’s certificate: ask the proxy’s operator, or check its settings.} other {Fix any other findings first, then ask {provider}’s support to renew it.}}',
  'finding.site-error':
    '{how, select, pause {The site says that it’s unavailable for now (status 503), as WordPress does during updates and behind “coming soon” pages.} download {Browsers download the page or show its code, because of the headers it comes with.} source {Visitors get the site’s PHP code instead of the page, because the server doesn’t run PHP.} shown {Instead of the page, visitors see an error message{hasTitle, select, true { ({title})} other {}}.} empty {The site answers with an empty page.} fatal {Instead of the page, visitors see a PHP error message.} other {The site answers with an error{hasStatus, select, true { (status {status})} other {}}.}}',
  'fix.site-error':
    '{how, select, pause {Wait for the update to finish. If it lasts, delete the file `.maintenance` in WordPress’s folder, or turn off the maintenance plugin.} download {Check what sets `Content-Type` and `Content-Disposition` for pages: a cache plugin, or the server’s configuration.} source {Ask {provider}’s support why PHP doesn’t run for this app.} other {Check the site’s error log.}}',
  'finding.site-default-page':
    '{how, select, parking {Visitors see ads or an offer to sell the domain instead of the site{hasTitle, select, true { ({title})} other {}}.} other {Visitors see the host’s default page instead of the site{hasTitle, select, true { ({title})} other {}}.}}',
  'fix.site-default-page':
    '{how, select, parking {Find out who put this page there: it’s served by the app’s own server. Then assign the hostname to its site in WordPress or Ultimate Multisite.} other {Assign the hostname to its site in WordPress or Ultimate Multisite.}}',
  'finding.site-signup': 'Visitors to {name} land on the network’s sign-up page.',
  'fix.site-signup': 'In Ultimate Multisite, assign the hostname to its site and activate the domain record.',
  'finding.site-install': '{name} shows WordPress’s installation page, so there’s no site yet.',
  'fix.site-install': 'Install WordPress, or connect the app to its database.',
  'finding.site-suspended': '{name} shows that the site or the account is suspended.',
  'fix.site-suspended': 'Reactivate the site in Ultimate Multisite, or the account at the host.',
  'finding.site-network-main':
    '{name} shows the network’s main site{hasLocation, select, true { ({location})} other {}}.',
  'fix.site-network-main': 'In Ultimate Multisite, assign the hostname to its site.',
  'finding.site-other-host':
    '{how, select, frame {{name} shows {location} in a frame instead of a site of its own.} astray {{name} sends visitors to {location}, whose DNS doesn’t lead to this app.} untrusted {{name} sends visitors to {location}, which has no valid certificate.} linked {{name} shows a site whose own address is {location}, so its links take visitors away from the new domain.} other {{name} redirects to another host{hasLocation, select, true { ({location})} other {}}, so visitors don’t stay on the new domain.}}',
  'fix.site-other-host':
    '{how, select, frame {Remove the frame (“masked” forwarding), and assign the hostname to its site in WordPress or Ultimate Multisite.} astray {Point {location} to the target as well, or set the site’s address to {name}.} untrusted {Map {location} as well and wait for its certificate, or set the site’s address to {name}.} other {Set the site’s address to the new domain (in WordPress: Settings → General; in a network: the site’s domain), and remove old redirects.}}',
  'finding.site-redirects':
    'The site’s redirects never end, or lead nowhere{hasLocation, select, true {: {location}} other {}}.',
  'fix.site-redirects': 'Check redirect plugins, `.htaccess`, and the site’s address.',
  'finding.site-silent':
    '{how, select, certificate {{addresses} {addressCount, plural, one {asks} other {ask}} for a client certificate, so visitors without one get no page.} other {{addresses} {addressCount, plural, one {doesn’t} other {don’t}} return a page on port {how, select, secure {443} other {80}}{hasReason, select, true { ({reason})} other {}}.}}',
  'fix.site-silent':
    '{how, select, certificate {Ask {provider}’s support to stop asking for client certificates (mTLS) for this app.} other {Ask {provider}’s support about port {how, select, secure {443} other {80}} of this app.}}',
  'finding.site-forbidden':
    '{how, select, here {The server denies access to {name}{hasStatus, select, true { (status {status})} other {}}: to the bot, and perhaps to visitors.} limited {The server turns the bot away because of too many requests (status 429), and perhaps visitors, too.} other {The server turns requests for every name away, not only for this one{hasStatus, select, true { (status {status})} other {}}.}}',
  'fix.site-forbidden':
    '{how, select, here {Open the site in a browser. If it’s blocked there too, check security plugins, file permissions, and whether there’s an index file.} limited {If it lasts, ask {provider}’s support about the limit on requests for this app.} other {Ask {provider}’s support about the access rules of this app.}}',
  'finding.site-login': 'The site asks for a login{hasStatus, select, true { (status {status})} other {}}.',
  'fix.site-login': 'If visitors should see the site, remove its password protection.',
  'finding.site-other':
    '{how, select, unread {The site answers in a way that the bot can’t read, so its page wasn’t checked.} other {The site answers, but doesn’t look like WordPress{hasTitle, select, true { ({title})} other {}}.}}',
  'fix.site-other': 'Check that it’s the right site.',
  'finding.ssl-unchecked': 'The certificate couldn’t be checked from here.',
  'fix.ssl-unchecked':
    'No action needed on the domain: the bot couldn’t reach the app’s addresses and tries again by itself. If it keeps failing, check the bot’s network.',
} as const satisfies Record<string, string>;
