/** English: whether the site is served under its hostname, and what Ultimate Multisite has to do with it. */
export const siteEn = {
  'stage.unrouted': ':warning: Site not reached',

  'axis.site.unknown':
    ':grey_question: *Site*  Ultimate Multisite could not be asked whether it routes this hostname.',
  'axis.site.unrouted': ':x: *Site*  {why}',

  'site.why.gave-up':
    'Ultimate Multisite gave up {hasTime, select, true {({gaveUpAt}) } other {}}and does not route this hostname.',
  'site.why.still-checking': 'Ultimate Multisite is still checking and does not route this hostname yet.',
  'site.why.inactive': 'The domain record in Ultimate Multisite is not active.',
  'site.why.no-record': 'Ultimate Multisite has no domain record for this hostname.',
  'site.why.signup': 'WordPress does not know this hostname: visitors land on the network’s sign-up page.',
  'site.why.network-main': 'WordPress does not know this hostname: visitors land on the network’s main site.',
  'site.why.other-host': 'Visitors land on {location}.',
  'site.why.default-page': 'Visitors see the host’s default page.',
  'site.why.install': 'Visitors see WordPress’s installation page.',
  'site.why.suspended': 'Visitors see a page that says the site is suspended.',

  'todo.unrouted': '*DNS and SSL are right, but visitors do not reach the site.* {why} {fix}',
  'site.fix.gave-up': 'Press *Set to Ready there*.',
  'site.fix.still-checking': 'Wait for it, or press *Set to Ready there*.',
  'site.fix.inactive': 'Press *Set to Ready there*.',
  'site.fix.no-record': 'Create it with `/domain map {hostname} --site ID`.',
  'site.fix.signup': 'Give it a domain record in Ultimate Multisite, under Domains.',
  'site.fix.network-main': 'Give it a domain record in Ultimate Multisite, under Domains.',
  'site.fix.other-host': 'Check the site’s address and its redirects in WordPress.',
  'site.fix.default-page': 'Check in the Closte dashboard which site the alias belongs to.',
  'site.fix.install': 'Finish the installation, or correct the alias in the Closte dashboard.',
  'site.fix.suspended': 'Reactivate the site in WordPress.',
  'card.set-ready': 'Set to Ready there',

  'event.site.unrouted': ':warning: DNS and SSL are right, but visitors of {hostname} do not reach the site.',
  'event.site.routed': ':white_check_mark: Visitors of {hostname} reach the site.',
  'event.domain_record.updated':
    ':card_index_dividers: {person} set the domain record to Ready and secure in Ultimate Multisite.{promoted, select, true { It is now the site’s primary domain.} other {}}',
  'set-ready.no-record':
    'Ultimate Multisite has no domain record for {hostname}. Create it with `/domain map {hostname} --site ID`.',
  'set-ready.no-rest':
    'App {app} has no Ultimate Multisite API configured. Set the domain to Ready by hand, in Ultimate Multisite under Domains.',
  'set-ready.failed':
    'Ultimate Multisite did not set {hostname} to Ready: {words} Nothing changed. Try again, or set it by hand, under Domains.',
} as const;
