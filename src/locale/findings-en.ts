/** English: for each finding what is seen, and what to do about it, as it may be sent to the customer. */
export const findingsEn = {
  'finding.domain-unregistered':
    'The registry does not know this domain: it is not registered, has expired, or is on hold.',
  'fix.domain-unregistered':
    'Look at the domain’s registrar whether the name is spelled right, paid for and not on hold, and renew or release it there.',
  'finding.domain-on-hold':
    'The registrar has moved the domain to {servers}: it has expired, or its owner’s contact details wait to be confirmed.',
  'fix.domain-on-hold':
    'Renew the domain at its registrar, or confirm the contact details in the e-mail that the registrar sent. The name servers come back by themselves.',
  'finding.delegation-missing':
    'The domain is registered, but none of its name servers can be found ({servers}).',
  'fix.delegation-missing':
    'Enter the name servers of your DNS provider at the registrar of the domain, exactly as the provider names them.',
  'finding.servers-down': 'None of the domain’s name servers answers anybody: {servers}. {reason}',
  'fix.servers-down':
    'Ask the DNS provider what is wrong with these servers, or enter the name servers of another provider at the registrar.',
  'finding.dnssec-bogus':
    'DNSSEC of {zone} is broken: resolvers that check signatures refuse every answer, those that don’t see it. {reason}',
  'fix.dnssec-bogus':
    'Remove the DS record at the registrar of the domain (switch DNSSEC off there), or enter the one that the present DNS provider gives. This is typical after a change of provider.',
  'finding.domain-parked':
    'The domain is parked: its name servers are {servers}, which show advertising or an offer for sale.',
  'fix.domain-parked':
    'Switch parking or forwarding off at the registrar and use its own DNS or that of a DNS provider; then create the record there.',
  'finding.server-lame': '{servers} should answer for {zone} but does not have the zone.',
  'fix.server-lame':
    'Either the DNS provider adds the zone to this server, or the registrar’s list of name servers is corrected to those that the provider names.',
  'finding.server-failing': '{servers} answers with an error for {zone}. {reason}',
  'fix.server-failing': 'Ask the DNS provider to repair the zone on this server.',
  'finding.cname-loop': 'The record leads in a circle: {observed}.',
  'fix.cname-loop': 'Replace the CNAME so that it points at the target and at no name of the circle.',
  'finding.cname-at-apex':
    'There is a CNAME at the domain itself ({observed}), where DNS allows none: mail and other records of the domain vanish for part of the world.',
  'fix.cname-at-apex':
    'Delete the CNAME and create the address record instead, or use what your provider calls ALIAS, ANAME or CNAME flattening.',
  'finding.cname-dangling': 'The CNAME points at {gone}, which does not exist or has no address.',
  'fix.cname-dangling': 'Correct the CNAME so that it points at the target.',
  'finding.record-doubled':
    'The record was created as {doubled}: the DNS panel added the domain to a name that held it already.',
  'fix.record-doubled': 'Delete that record and create it with only the part before the domain as its name.',
  'finding.servers-lagging': '{ahead} has the record; {servers} still serves an older version of the zone.',
  'fix.servers-lagging':
    'Nothing is to be done for now: the DNS provider’s servers copy the zone from each other. If it lasts for hours, ask the provider.',
  'finding.servers-disagree': 'The name servers disagree: {ahead} has the record, {servers} has not.',
  'fix.servers-disagree':
    'The domain’s name servers belong to different providers or are out of step. Make the same record at each of them, or remove the servers that are not in use at the registrar.',
  'finding.wildcard-shadow':
    'This name has no record of its own: a wildcard record answers for it with {observed}.',
  'fix.wildcard-shadow':
    'Create a record for this name; it takes precedence over the wildcard, which can stay.',
  'finding.cloudflare-proxied':
    'The name is behind Cloudflare’s proxy ({observed}), which hides where it points.',
  'fix.cloudflare-proxied':
    'In Cloudflare’s DNS settings switch the record from “Proxied” to “DNS only” (grey cloud) and point it at the target. The proxy can be switched on again when the certificate is there.',
  'finding.cname-wrong': 'The CNAME points at {observed} instead of {expected}.',
  'fix.cname-wrong': 'Change the CNAME to the target.',
  'finding.address-private':
    'DNS answers {observed}, an address that exists only inside somebody’s own network.',
  'fix.address-private': 'Replace the record with the target.',
  'finding.a-wrong': 'DNS answers {observed} instead of {expected}.',
  'fix.a-wrong': 'Replace the record with the target.',
  'finding.a-mixed':
    'Besides the right address DNS answers {observed}: part of the visitors, and the certificate authority, reach another server.',
  'fix.a-mixed': 'Delete the record that does not belong here.',
  'finding.aaaa-left-over':
    'There is an IPv6 address left over: {observed}. Certificate authorities and many visitors prefer it to the right one.',
  'fix.aaaa-left-over': 'Delete the AAAA record.',
  'finding.record-missing': 'There is no record for this name yet.',
  'fix.record-missing': 'Create the record at the DNS provider of the domain.',
  'finding.server-silent': '{servers} does not answer; the other name servers have the record.',
  'fix.server-silent':
    'Ask the DNS provider about this server, or remove it from the name servers at the registrar if it is no longer in use.',
  'finding.aaaa-failing':
    '{servers} fails when asked for IPv6 addresses (AAAA) instead of saying that there are none: certificate authorities stop there.',
  'fix.aaaa-failing':
    'Ask the DNS provider to repair this; a firewall in front of the server is a frequent cause.',
  'finding.delegation-mismatch': 'The registrar delegates to {parent}, but the zone itself lists {child}.',
  'fix.delegation-mismatch':
    'Make both lists the same: at the registrar the name servers of the present provider, in the zone its NS records.',
  'finding.resolver-failing': '{servers} fails to look the name up. {reason}',
  'fix.resolver-failing':
    'This often passes within minutes. If it lasts, the DNS provider’s servers can’t be reached from there.',
  'finding.resolver-filtered': '{servers} hides the name from its users as unwanted or dangerous.',
  'fix.resolver-filtered':
    'Ask the operator of this resolver to check the domain again; most have a form for it.',
  'finding.resolvers-silent': 'None of the public resolvers could be asked from here.',
  'fix.resolvers-silent':
    'This is a matter of the bot’s own network, not of the domain. Its admin may look at `DNS_RESOLVERS` and the firewall.',
  'finding.caches-waiting':
    'The record is right. {servers} still remembers the old answer and lets go of it by itself.',
  'fix.caches-waiting':
    'Nothing is to be done but wait. In a hurry, caches can be flushed at https://dns.google/cache and https://one.one.one.one/purge-cache/ .',
  'finding.dns-unchecked': 'DNS could not be checked from here.',
  'fix.dns-unchecked':
    'This is a matter of the bot’s own network, not of the domain; it is tried again by itself.',

  'finding.wildcard-needs-dns':
    'A certificate for the wildcard {name} can’t be had through the website (HTTP-01), only through a DNS record (DNS-01).',
  'fix.wildcard-needs-dns':
    'Ask Closte’s support how the wildcard certificate of this app is issued, or map the hostnames in use one by one.',
  'finding.caa-forbids': 'The CAA records of {name} ({observed}) forbid {expected} to issue a certificate.',
  'fix.caa-forbids': 'Create one more CAA record that allows it; the others can stay.',
  'finding.caa-critical':
    'A CAA record of {name} is marked critical with a tag that no authority understands: {observed}.',
  'fix.caa-critical': 'Delete this CAA record, or clear its critical flag.',
  'finding.caa-failing':
    'The name servers fail when asked for CAA records of {name} ({reason}): a certificate authority then issues nothing.',
  'fix.caa-failing':
    'Ask the DNS provider to repair this: a question for CAA has to be answered, even with “none”.',
  'finding.caa-restricts': 'The CAA records of {name} allow issuance only under conditions: {observed}.',
  'fix.caa-restricts':
    'Remove the conditions (`accounturi`, `validationmethods`) unless the host is known to meet them.',
  'finding.http-unreachable':
    'Port 80 of {addresses} can’t be reached: the certificate authority can’t verify the name.',
  'fix.http-unreachable': 'Ask Closte’s support why port 80 is closed for this app.',
  'finding.http-challenge-blocked':
    'The site answers, but a firewall cuts off requests to `/.well-known/acme-challenge/` on {addresses}.',
  'fix.http-challenge-blocked': 'Let this path through in the firewall or security plugin.',
  'finding.http-not-http': 'Port 80 of {addresses} does not speak HTTP.',
  'fix.http-not-http': 'Ask Closte’s support to look at port 80 of this app.',
  'finding.http-redirect-loop': 'The certificate authority’s request is redirected in a circle: {location}.',
  'fix.http-redirect-loop':
    'Leave `/.well-known/acme-challenge/` out of the redirects of the site: in the site’s redirect plugin, `.htaccess`, or “Force HTTPS” setting.',
  'finding.http-redirect-bad':
    'The certificate authority’s request is redirected to where it can’t follow: {location}.',
  'fix.http-redirect-bad': 'Correct the redirect: http or https on the usual ports, to a public hostname.',
  'finding.http-test-cookie':
    'A bot protection answers with a JavaScript test instead of the site on {addresses}.',
  'fix.http-test-cookie': 'Switch the test off for `/.well-known/acme-challenge/`.',
  'finding.http-login':
    'A password or an access rule stands before `/.well-known/acme-challenge/` (status {status}).',
  'fix.http-login':
    'Let this path through without a login: password protection, security plugins and “coming soon” pages are frequent causes.',
  'finding.http-error':
    'The site answers the certificate authority’s request with an error (status {status}).',
  'fix.http-error': 'Look at the site’s error log; the site has to answer before a certificate can come.',
  'finding.http-unexpected':
    'The site answers the certificate authority’s request in an unusual way (status {status}).',
  'fix.http-unexpected':
    'If no certificate comes, look which plugin or rule answers for `/.well-known/acme-challenge/`.',
  'finding.http-differs':
    'The addresses {addresses} answer differently on port 80: they may not be the same server.',
  'fix.http-differs': 'Ask Closte’s support whether all of these addresses belong to this app.',
  'finding.tls-refused': '{addresses} refuses connections on port 443.',
  'fix.tls-refused': 'Ask Closte’s support to look at port 443 of this app.',
  'finding.tls-silent': '{addresses} does not answer on port 443.',
  'fix.tls-silent': 'Ask Closte’s support to look at port 443 of this app, if it lasts.',
  'finding.tls-reset': '{addresses} breaks off the connection on port 443.',
  'fix.tls-reset': 'Ask Closte’s support to look at TLS of this app.',
  'finding.tls-absent': '{addresses} speaks plain HTTP on port 443.',
  'fix.tls-absent': 'Ask Closte’s support to switch TLS on for this app.',
  'finding.tls-old': '{addresses} speaks only a version of TLS that browsers no longer accept.',
  'fix.tls-old': 'Ask Closte’s support to allow TLS 1.2 and 1.3.',
  'finding.tls-failing': 'The TLS handshake with {addresses} fails.',
  'fix.tls-failing': 'Ask Closte’s support to look at TLS of this app.',
  'finding.certificate-expired': 'The certificate on {addresses} expired on {validTo}.',
  'fix.certificate-expired':
    'Its renewal has failed. Look at the other findings, then ask Closte’s support to renew it.',
  'finding.certificate-early': 'The certificate on {addresses} is valid only from {validFrom} on.',
  'fix.certificate-early': 'Wait until then, or ask Closte’s support whether a clock is wrong.',
  'finding.certificate-staging':
    'The certificate on {addresses} is a test certificate ({issuer}), which browsers don’t trust.',
  'fix.certificate-staging': 'Ask Closte’s support to issue a real certificate.',
  'finding.certificate-self-signed':
    'The certificate on {addresses} is signed by itself: browsers don’t trust it.',
  'fix.certificate-self-signed': 'Ask Closte’s support to issue a real certificate.',
  'finding.chain-incomplete':
    '{addresses} leaves out the intermediate certificate of {issuer}: part of the visitors get a warning.',
  'fix.chain-incomplete': 'Ask Closte’s support to serve the whole chain.',
  'finding.certificate-untrusted': 'The certificate on {addresses} from {issuer} is not trusted ({reason}).',
  'fix.certificate-untrusted': 'Ask Closte’s support to issue a certificate from a public authority.',
  'finding.certificate-slow':
    'The certificate takes longer than usual, and nothing that could be seen from outside stands in its way.',
  'fix.certificate-slow':
    'Look in the Closte dashboard for the state of SSL, or ask Closte’s support. Removing and adding the domain again rarely helps and uses up the authority’s weekly limit.',
  'finding.name-unknown': '{addresses} does not know {name} yet.',
  'fix.name-unknown':
    'Closte is still setting the domain up. If it lasts, look whether it is listed in the Closte dashboard.',
  'finding.certificate-other-name': '{addresses} still shows the host’s own certificate, for {names}.',
  'fix.certificate-other-name':
    'DNS is right; Closte issues the certificate now, usually within 5 to 10 minutes.',
  'finding.certificate-expiring': 'The certificate ends on {validTo}, and its renewal is late.',
  'fix.certificate-expiring': 'Look whether DNS and CAA still allow the renewal, then ask Closte’s support.',
  'finding.site-error': 'The site answers with an error (status {status}).',
  'fix.site-error': 'Look at the site’s error log.',
  'finding.site-default-page': 'The host’s default page is shown instead of the site ({title}).',
  'fix.site-default-page':
    'Look in WordPress, or in Ultimate Multisite, whether the hostname is assigned to a site.',
  'finding.site-login': 'The site asks for a login (status {status}).',
  'fix.site-login': 'Nothing is to be done if the site is meant to be protected.',
  'finding.site-other': 'The site answers, but it does not look like WordPress ({title}).',
  'fix.site-other': 'Look whether it is the right site.',
  'finding.ssl-unchecked': 'The certificate could not be checked from here.',
  'fix.ssl-unchecked':
    'This is a matter of the bot’s own network, or the app’s addresses can’t be reached from it; it is tried again by itself.',
} as const satisfies Record<string, string>;
