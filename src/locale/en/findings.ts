/** English: for each finding what is seen, and what to do about it, as it may be sent to the customer. */
export const findingsEn = {
  'finding.domain-unregistered':
    'The registry does not know this domain: it is not registered, has expired, or is on hold.',
  'fix.domain-unregistered':
    'Look at the domain’s registrar whether the name is spelled right, paid for and not on hold, and renew or release it there.',
  'finding.target-missing': '{gone}, the host that customers’ records point at, has no address.',
  'fix.target-missing':
    'Correct the target of this app in the bot’s configuration, or ask {provider}’s support why the host is gone. The customer’s record is right as it is.',
  'finding.domain-on-hold':
    'The registrar has moved the domain to {servers}: it has expired, or the owner’s contact details are not confirmed.',
  'fix.domain-on-hold':
    'Renew the domain at its registrar, or confirm the contact details in the e-mail that the registrar sent. The name servers come back by themselves.',
  'finding.delegation-missing':
    'The domain is registered, but none of its name servers exists{hasServers, select, true {: {servers}} other {}}.',
  'fix.delegation-missing':
    'Enter the name servers of your DNS provider at the registrar of the domain, exactly as the provider names them.',
  'finding.servers-down':
    'None of the domain’s name servers answers: {servers}. The registry does answer.{hasReason, select, true { A public resolver says: {reason}} other {}}',
  'fix.servers-down':
    'Ask the DNS provider what is wrong with these servers, or enter the name servers of another provider at the registrar.',
  'finding.dnssec-bogus':
    'DNSSEC of {zone} is broken: resolvers that check signatures refuse every answer.{hasReason, select, true { Reason: {reason}} other {}}',
  'fix.dnssec-bogus':
    'Sign in at the registrar and remove the DS record (switch DNSSEC off), or enter the one that the current DNS provider gives. If signatures have expired, ask the DNS provider to sign the zone again.',
  'finding.domain-parked':
    'The domain is parked: its name servers are {servers}, which show advertising or an offer for sale.',
  'fix.domain-parked':
    'Switch parking or forwarding off at the registrar and use its own DNS or that of a DNS provider; then create the record there.',
  'finding.server-lame':
    '{servers} {count, plural, one {is} other {are}} named for {zone} but {count, plural, one {does} other {do}} not have the zone.',
  'fix.server-lame':
    'Ask the DNS provider to add the zone there, or take {count, plural, one {this server} other {these servers}} out of the list at the registrar.',
  'finding.server-failing':
    '{servers} {count, plural, one {answers} other {answer}} with an error for {zone}{hasReason, select, true { ({reason})} other {}}.',
  'fix.server-failing':
    'Ask the DNS provider to repair the zone on {count, plural, one {this server} other {these servers}}.',
  'finding.dname-between':
    'A DNAME record at {name} redirects every name below it: no record of the name itself counts.',
  'fix.dname-between':
    'Delete the DNAME record at {name}, or ask for the hostname to be moved out from below it.',
  'finding.cname-loop': 'The record leads in a circle: {observed}.',
  'fix.cname-loop': 'Replace the CNAME so that it points at the target and at no name of the circle.',
  'finding.cname-at-apex':
    'There is a CNAME at the domain itself ({observed}), where DNS allows none: mail and other records of the domain vanish for part of the world.',
  'fix.cname-at-apex':
    'Delete the CNAME and create the address record instead, or use what your provider calls ALIAS, ANAME or CNAME flattening.',
  'finding.value-doubled': 'The CNAME points at {observed}: the DNS panel added the domain to the value.',
  'fix.value-doubled':
    'Enter the value again with a final dot, {expected}., or as the full name if the panel has a switch for it.',
  'finding.cname-to-address':
    'The CNAME points at {observed}, which is an IP address; a CNAME needs a host name.',
  'fix.cname-to-address':
    'Delete the CNAME and create the right record; an IP address belongs in an A or AAAA record.',
  'finding.cname-dangling': 'The CNAME points at {gone}, which does not exist or has no address.',
  'fix.cname-dangling': 'Correct the CNAME so that it points at the target.',
  'finding.record-doubled':
    'The record was created as {doubled}: the DNS panel added the domain to a name that held it already.',
  'fix.record-doubled': 'Delete that record and create it with only the part before the domain as its name.',
  'finding.servers-lagging':
    '{ahead} {aheadCount, plural, one {has} other {have}} the record; {servers} still {count, plural, one {serves} other {serve}} an older copy of the same zone.',
  'fix.servers-lagging':
    'Wait: the servers copy the zone from each other, usually within an hour. If it lasts longer, ask the DNS provider.',
  'finding.servers-disagree':
    'The name servers disagree: {ahead} {aheadCount, plural, one {has} other {have}} the record, {servers} {count, plural, one {has} other {have}} not.',
  'fix.servers-disagree':
    '{place, select, registrar {Remove {servers} from the name servers at the registrar: the zone itself does not list {count, plural, one {it} other {them}}.} zone {Remove the NS records for {servers} from the zone: the registrar does not list {count, plural, one {it} other {them}}.} other {Create the same record at {servers} too, or remove {count, plural, one {this server} other {these servers}} at the registrar and from the NS records of the zone.}}',
  'finding.wildcard-shadow':
    'This name has no record of its own: a wildcard record answers for it with {observed}.',
  'fix.wildcard-shadow':
    'Create a record for this name; it takes precedence over the wildcard, which can stay.',
  'finding.cloudflare-proxied':
    'The name is behind Cloudflare’s proxy ({observed}), and the site is not reached through it.',
  'fix.cloudflare-proxied':
    'In Cloudflare’s DNS settings, point the record at the target and switch it from “Proxied” to “DNS only” (grey cloud). Switch the proxy on again once the certificate is there.',
  'finding.cname-wrong': 'The CNAME points at {observed} instead of {expected}.',
  'fix.cname-wrong': 'Change the CNAME to the target.',
  'finding.address-private':
    'DNS answers {observed}, an address that exists only inside somebody’s own network.',
  'fix.address-private': 'Replace the record with the target.',
  'finding.a-wrong': 'DNS answers {observed} instead of {expected}.',
  'fix.a-wrong': 'Replace the record with the target.',
  'finding.a-mixed':
    'Besides the right address, DNS answers {observed}: part of the visitors, and the certificate authority, reach another server.',
  'fix.a-mixed': 'Delete the record that does not belong here.',
  'finding.aaaa-left-over':
    'There is an old IPv6 address: {observed}. Certificate authorities and many visitors prefer it to IPv4.',
  'fix.aaaa-left-over': 'Delete the AAAA record.',
  'finding.record-missing': 'There is no record for this name yet.',
  'fix.record-missing': 'Create the record at the DNS provider of the domain.',
  'finding.server-silent':
    '{servers} {count, plural, one {does} other {do}} not answer; other name servers do.',
  'fix.server-silent':
    'Ask the DNS provider about {count, plural, one {this server} other {these servers}}, or remove {count, plural, one {it} other {them}} at the registrar if no longer in use.',
  'finding.dns-odd':
    'DNS is not right, for a reason that the bot does not know{hasReason, select, true { ({reason})} other {}}.',
  'fix.dns-odd': 'Send this to the DNS provider, or check the domain at https://zonemaster.net .',
  'finding.server-unsigned':
    'The signatures that {servers} {count, plural, one {sends} other {send}} for {zone} are not good ({reason}): visitors whose resolver asks there get no answer.',
  'fix.server-unsigned':
    'Ask the DNS provider to sign the zone again, or to repair the transfer to {count, plural, one {this server} other {these servers}}.',
  'finding.denial-unproven':
    '{servers} {count, plural, one {does} other {do}} not prove that a name is missing in {zone} (no NSEC records), although the zone is signed.',
  'fix.denial-unproven': 'Ask the DNS provider to sign the zone completely.',
  'finding.https-elsewhere':
    'An HTTPS record of {name} sends browsers to {observed}, past the right address.',
  'fix.https-elsewhere': 'Delete the HTTPS record of this name, or correct its hints.',
  'finding.ns-missing': 'Name servers are listed that do not exist or have no address: {servers}.',
  'fix.ns-missing':
    'Correct or remove {count, plural, one {this name} other {these names}} in the name servers at the registrar and in the NS records of the zone.',
  'finding.ns-alias':
    'Name servers are listed whose names are aliases (CNAME): {servers}. Some resolvers don’t follow them.',
  'fix.ns-alias': 'Enter name servers that have addresses of their own.',
  'finding.glue-differs':
    'The registrar has other addresses for {servers} ({observed}) than {count, plural, one {its} other {their}} own zone ({expected}).',
  'fix.glue-differs':
    'Update the addresses of {count, plural, one {this name server} other {these name servers}} (glue, “host records”) at the registrar.',
  'finding.aaaa-failing':
    '{servers} {count, plural, one {fails} other {fail}} when asked for IPv6 addresses (AAAA) instead of answering that there are none: some visitors wait or get no answer.',
  'fix.aaaa-failing':
    'Ask the DNS provider to repair this; a firewall in front of the server is a frequent cause.',
  'finding.delegation-mismatch': 'The registrar delegates to {parent}, but the zone itself lists {child}.',
  'fix.delegation-mismatch':
    'Make both lists the same: at the registrar the name servers of the present provider, in the zone its NS records.',
  'finding.partner-bogus':
    'DNSSEC is broken behind {name}, where the CNAME leads{hasReason, select, true { ({reason})} other {}}; the domain’s own zone is not the cause.',
  'fix.partner-bogus': 'Tell the operator of {name}. The customer can’t repair it.',
  'finding.resolver-failing':
    '{servers} {count, plural, one {fails} other {fail}} to look the name up{hasReason, select, true { ({reason})} other {}}.',
  'fix.resolver-failing':
    'This often passes within minutes. If it lasts, ask the DNS provider whether its servers can be reached from everywhere.',
  'finding.resolver-filtered':
    '{servers} {count, plural, one {hides} other {hide}} the name as unwanted or dangerous.',
  'fix.resolver-filtered': 'Ask the operator to check the domain again; most have a form for it.',
  'finding.resolvers-silent': 'None of the public resolvers could be asked from here.',
  'fix.resolvers-silent': 'The domain is not to blame. Admin: check `DNS_RESOLVERS` and the firewall.',
  'finding.proxy-serves': 'A proxy answers for the name ({observed}) and serves the site.',
  'fix.proxy-serves': 'No action needed. The certificate that visitors see is the proxy’s.',
  'finding.caches-waiting':
    'The record is right. {servers} still {count, plural, one {has} other {have}} the old answer in cache.',
  'fix.caches-waiting':
    'No action needed, just wait. To hurry, flush the caches at https://dns.google/cache and https://one.one.one.one/purge-cache/ .',
  'finding.dns-unchecked': 'DNS could not be checked: no resolver and no registry answered.',
  'fix.dns-unchecked':
    'No action needed on the domain. If it lasts, check the bot’s network; it tries again by itself.',

  'finding.wildcard-needs-dns':
    'A certificate for the wildcard {name} can’t be had through the website (HTTP-01), only through a DNS record (DNS-01).',
  'fix.wildcard-needs-dns':
    'Ask {provider}’s support how the wildcard certificate of this app is issued, or map the hostnames in use one by one.',
  'finding.caa-forbids': 'The CAA records of {name} ({observed}) forbid {expected} to issue a certificate.',
  'fix.caa-forbids': 'Create one more CAA record at {name} that allows it; the others can stay.',
  'finding.caa-critical':
    'A CAA record of {name} is marked critical with a tag that no authority understands: {observed}.',
  'fix.caa-critical': 'Delete this CAA record at {name}, or clear its critical flag.',
  'finding.caa-failing':
    'The name servers fail when asked for CAA records of {name} ({reason}): a certificate authority then issues nothing.',
  'fix.caa-failing':
    'Ask the DNS provider to repair this: a question for CAA has to be answered, even with “none”.',
  'finding.caa-restricts': 'The CAA records of {name} allow issuance only under conditions: {observed}.',
  'fix.caa-restricts':
    'Remove the conditions (`accounturi`, `validationmethods`) unless the host is known to meet them.',
  'finding.http-unreachable':
    'Port 80 of {addresses} can’t be reached: the certificate authority can’t verify the name.',
  'fix.http-unreachable': 'Ask {provider}’s support why port 80 is closed for this app.',
  'finding.http-challenge-blocked':
    'The site answers, but a firewall cuts off requests to `/.well-known/acme-challenge/` on {addresses}.',
  'fix.http-challenge-blocked': 'Let this path through in the firewall or security plugin.',
  'finding.http-not-http': 'Port 80 of {addresses} does not speak HTTP.',
  'fix.http-not-http': 'Ask {provider}’s support to look at port 80 of this app.',
  'finding.http-redirect-loop':
    'The certificate authority’s request is redirected in a circle{hasLocation, select, true {: {location}} other {}}.',
  'fix.http-redirect-loop':
    'Leave `/.well-known/acme-challenge/` out of the redirects of the site: in the site’s redirect plugin, `.htaccess`, or “Force HTTPS” setting.',
  'finding.http-redirect-bad':
    'The certificate authority’s request is redirected to where it can’t follow{hasLocation, select, true {: {location}} other {}}.',
  'fix.http-redirect-bad': 'Correct the redirect: http or https on the usual ports, to a public hostname.',
  'finding.http-test-cookie':
    'A bot protection answers with a JavaScript test instead of the site on {addresses}.',
  'fix.http-test-cookie': 'Switch the test off for `/.well-known/acme-challenge/`.',
  'finding.http-login':
    'A password or an access rule stands before `/.well-known/acme-challenge/`{hasStatus, select, true { (status {status})} other {}}.',
  'fix.http-login':
    'Let this path through without a login: password protection, security plugins and “coming soon” pages are frequent causes.',
  'finding.http-error':
    'The site answers the certificate authority’s request with an error{hasStatus, select, true { (status {status})} other {}}.',
  'fix.http-error': 'Look at the site’s error log; the site has to answer before a certificate can come.',
  'finding.http-unexpected':
    'The site answers the certificate authority’s request in an unusual way{hasStatus, select, true { (status {status})} other {}}.',
  'fix.http-unexpected':
    'If no certificate comes, look which plugin or rule answers for `/.well-known/acme-challenge/`.',
  'finding.http-differs':
    'The addresses {addresses} answer differently on port 80: they may not be the same server.',
  'fix.http-differs': 'Ask {provider}’s support whether all of these addresses belong to this app.',
  'finding.tls-refused':
    '{addresses} {addressCount, plural, one {refuses} other {refuse}} connections on port 443.',
  'fix.tls-refused': 'Ask {provider}’s support to look at port 443 of this app.',
  'finding.tls-silent': '{addresses} {addressCount, plural, one {does} other {do}} not answer on port 443.',
  'fix.tls-silent': 'Ask {provider}’s support to look at port 443 of this app, if it lasts.',
  'finding.tls-reset':
    '{addresses} {addressCount, plural, one {breaks} other {break}} off the connection on port 443.',
  'fix.tls-reset': 'Ask {provider}’s support to look at TLS of this app.',
  'finding.tls-absent':
    '{addresses} {addressCount, plural, one {speaks} other {speak}} plain HTTP on port 443.',
  'fix.tls-absent': 'Ask {provider}’s support to switch TLS on for this app.',
  'finding.tls-old':
    '{addresses} {addressCount, plural, one {speaks} other {speak}} only a version of TLS that browsers no longer accept.',
  'fix.tls-old': 'Ask {provider}’s support to allow TLS 1.2 and 1.3.',
  'finding.tls-failing': 'The TLS handshake with {addresses} fails.',
  'fix.tls-failing': 'Ask {provider}’s support to look at TLS of this app.',
  'finding.certificate-expired': 'The certificate on {addresses} expired on {validTo}.',
  'fix.certificate-expired':
    'Its renewal has failed. Look at the other findings, then ask {provider}’s support to renew it.',
  'finding.certificate-early': 'The certificate on {addresses} is valid only from {validFrom} on.',
  'fix.certificate-early': 'Wait until then, or ask {provider}’s support whether a clock is wrong.',
  'finding.certificate-staging':
    'The certificate on {addresses} is a test certificate ({issuer}), which browsers don’t trust.',
  'fix.certificate-staging': 'Ask {provider}’s support to issue a real certificate.',
  'finding.certificate-self-signed':
    'The certificate on {addresses} is signed by itself: browsers don’t trust it.',
  'fix.certificate-self-signed': 'Ask {provider}’s support to issue a real certificate.',
  'finding.chain-incomplete':
    '{addresses} {addressCount, plural, one {leaves} other {leave}} out the intermediate certificate of {issuer}: part of the visitors get a warning.',
  'fix.chain-incomplete': 'Ask {provider}’s support to serve the whole chain.',
  'finding.chain-expired':
    'The certificate on {addresses} is good, but one above it in the chain is not valid any more or not yet ({issuer}).',
  'fix.chain-expired': 'Ask {provider}’s support to serve the current intermediate certificate.',
  'finding.certificate-untrusted':
    'The certificate on {addresses} from {issuer} is not trusted{hasReason, select, true { ({reason})} other {}}.',
  'fix.certificate-untrusted': 'Ask {provider}’s support to issue a certificate from a public authority.',
  'finding.certificate-slow':
    'The certificate takes longer than usual, and no reason can be seen from outside.',
  'fix.certificate-slow':
    'Look in the {provider} dashboard for the state of SSL, or ask {provider}’s support. Removing and adding the domain again rarely helps and uses up the authority’s weekly limit.',
  'finding.name-unknown': '{addresses} {addressCount, plural, one {does} other {do}} not know {name} yet.',
  'fix.name-unknown':
    '{provider} is still setting the domain up. If it lasts, check that it is listed in the {provider} dashboard.',
  'finding.certificate-other-name':
    '{addresses} {addressCount, plural, one {shows} other {show}} a certificate for {names}, not yet one for {name}.',
  'fix.certificate-other-name':
    'No action needed: DNS is right, and {provider} issues the certificate, usually within 5 to 10 minutes.',
  'finding.certificate-nameless':
    '{addresses} {addressCount, plural, one {shows} other {show}} a certificate without any name ({issuer}), not one for {name}.',
  'fix.certificate-nameless': 'Ask {provider}’s support which certificate is installed there.',
  'finding.ssl-odd':
    'The certificate is not right, for a reason that the bot does not know{hasReason, select, true { ({reason})} other {}}.',
  'fix.ssl-odd': 'Send this to {provider}’s support.',
  'finding.certificate-expiring': 'The certificate ends on {validTo}, and its renewal is late.',
  'fix.certificate-expiring':
    'Look whether DNS and CAA still allow the renewal, then ask {provider}’s support.',
  'finding.site-error':
    'The site answers with an error{hasStatus, select, true { (status {status})} other {}}.',
  'fix.site-error': 'Look at the site’s error log.',
  'finding.site-default-page':
    'The host’s default page is shown instead of the site{hasTitle, select, true { ({title})} other {}}.',
  'fix.site-default-page': 'In WordPress, or in Ultimate Multisite, assign the hostname to its site.',
  'finding.site-signup': 'Visitors of {name} land on the network’s sign-up page.',
  'fix.site-signup':
    'In Ultimate Multisite, assign the hostname to its site and make the domain record active.',
  'finding.site-install': '{name} shows WordPress’s installation page: there is no site yet.',
  'fix.site-install': 'Install WordPress, or connect the app to its database.',
  'finding.site-suspended': '{name} shows that the site or the account is suspended.',
  'fix.site-suspended': 'Reactivate the site in Ultimate Multisite, or the account at the host.',
  'finding.site-network-main':
    '{name} shows the network’s main site{hasLocation, select, true { ({location})} other {}}.',
  'fix.site-network-main': 'In Ultimate Multisite, assign the hostname to its site.',
  'finding.site-other-host':
    '{name} leads to another host{hasLocation, select, true {, {location}} other {}}: visitors don’t stay on the new domain.',
  'fix.site-other-host':
    'Set the site’s address to the new domain (WordPress: Settings, General; network: the site’s domain), and remove old redirects.',
  'finding.site-redirects':
    'The site redirects without end or to nowhere{hasReason, select, true { ({reason})} other {}}.',
  'fix.site-redirects': 'Check redirect plugins, `.htaccess`, and the site’s address.',
  'finding.site-silent':
    '{addresses} {addressCount, plural, one {does} other {do}} not answer with a page on port 80{hasReason, select, true { ({reason})} other {}}.',
  'fix.site-silent': 'Ask {provider}’s support about port 80 of this app.',
  'finding.site-forbidden':
    'The server forbids every name, not only this one{hasStatus, select, true { (status {status})} other {}}.',
  'fix.site-forbidden': 'Ask {provider}’s support about the access rules of this app.',
  'finding.site-login': 'The site asks for a login{hasStatus, select, true { (status {status})} other {}}.',
  'fix.site-login': 'No action needed if the site is meant to be protected.',
  'finding.site-other':
    'The site answers, but it does not look like WordPress{hasTitle, select, true { ({title})} other {}}.',
  'fix.site-other': 'Check that it is the right site.',
  'finding.ssl-unchecked': 'The certificate could not be checked from here.',
  'fix.ssl-unchecked':
    'No action needed on the domain: the bot could not reach the app’s addresses at all. It tries again by itself; if it lasts, check the bot’s network.',
} as const satisfies Record<string, string>;
