/** English: whether the hostname serves its site, and Ultimate Multisite's part in it. */
export const siteEn = {
  'axis.site.unknown':
    ':grey_question: *Site*  couldn’t ask Ultimate Multisite whether it serves this hostname',
  'axis.site.unrouted': ':x: *Site*  {why}',

  'site.why.gave-up':
    'Ultimate Multisite gave up on this hostname{hasTime, select, true { ({gaveUpAt})} other {}}.',
  'site.why.still-checking': 'Ultimate Multisite is still checking this hostname.',
  'site.why.inactive': 'The domain record in Ultimate Multisite isn’t active.',
  'site.why.no-record': 'Ultimate Multisite has no domain record for this hostname.',
  'site.why.signup': 'WordPress doesn’t know this hostname: visitors see the network’s sign-up page.',
  'site.why.network-main': 'WordPress doesn’t know this hostname: visitors see the network’s main site.',
  'site.why.other-host': 'Visitors end up on {location}.',
  'site.why.default-page': 'Visitors see the host’s default page.',
  'site.why.install': 'Visitors see WordPress’s installation page.',
  'site.why.suspended': 'Visitors see a page saying that the site is suspended.',
  'site.why.failing': 'Visitors get an error or no page instead of the site.',

  'todo.unrouted': '*DNS and SSL are right, but visitors don’t reach the site.* {fix}',
  'site.fix.gave-up': 'Press *Set to Ready*.',
  'site.fix.still-checking': 'Wait, or press *Set to Ready*.',
  'site.fix.inactive': 'Press *Set to Ready*.',
  'site.fix.no-record': 'Press *Choose the site*.',
  'site.fix.signup': 'Give it a domain record in Ultimate Multisite, under Domains.',
  'site.fix.network-main': 'Give it a domain record in Ultimate Multisite, under Domains.',
  'site.fix.other-host': 'Check the site’s address and redirects in WordPress.',
  'site.fix.default-page': 'Check in the {provider} dashboard which site has the domain.',
  'site.fix.install':
    'Finish the installation, or assign the domain to the right site in the {provider} dashboard.',
  'site.fix.suspended': 'Reactivate the site in WordPress.',
  'site.fix.failing': 'Check the site’s error log, plugins and redirects.',
  'card.set-ready': 'Set to Ready',
  'site.choose': 'Choose the site',
  'site.dialog.question': 'Which site does *{hostname}* lead to?',

  'event.site.unrouted':
    ':warning: *DNS and SSL are right, but visitors to {hostname} don’t reach the site.*',
  'event.site.routed': ':white_check_mark: Visitors to {hostname} reach the site.',
  'event.domain_record.updated':
    ':page_facing_up: {person} set the domain record to Ready and secure in Ultimate Multisite.{promoted, select, true { It’s now the site’s primary domain.} other {}}',
  'problem.not-holdable':
    'Ultimate Multisite can’t have a domain record for {hostname}: it takes no wildcards and no top-level domains in other scripts. Map it without `--site`.',
  'problem.no-site':
    'The network of app {app} has no site {site}. Its sites and their IDs are in Ultimate Multisite, under Sites.',
  'problem.site-closed':
    'Site {site} ({title}) is archived, deleted or marked as spam in Ultimate Multisite, so visitors would only see an error. Reactivate it there under Sites, or choose another site.',
  'sync.given-up':
    '*{count, plural, one {# domain} other {# domains}} not served by Ultimate Multisite,* although DNS and SSL are right: it gave up or is still checking.',
  'sync.button.ready': 'Set {count} to Ready',
  'sync.question.ready':
    'Set {count, plural, one {# domain} other {# domains}} of app {app} to Ready and secure in Ultimate Multisite? Visitors then reach the sites.',
  'notice.network.failed':
    ':warning: App {app}: Ultimate Multisite is unreachable, so new, changed and deleted domains go unnoticed. {reason}',
  'notice.network.works': ':white_check_mark: App {app}: the bot follows Ultimate Multisite’s domains again.',
  'notice.network.implausible':
    ':warning: App {app}: {gone, plural, one {Ultimate Multisite suddenly has none of its earlier domain records} other {# domain records are missing from Ultimate Multisite at once}}, so nothing was unmapped. Check `MULTISITE_URL` and the network’s database. If the records were really deleted, unmap the domains with `/domain sync`.',
  'notice.aliases.failed':
    ':warning: App {app}: couldn’t read the list of domains at {provider}, so a domain that is removed there goes unnoticed. {reason}',
  'notice.aliases.implausible':
    ':warning: App {app}: {gone} of {of} domains are missing at {provider} at once, so none was added again. If they are really gone, restore them with `/domain sync`.',
  'notice.aliases.vanishing':
    ':warning: App {app}: something keeps removing {hostname} from {provider}: three times in a day. The bot stops adding it again until tomorrow. Find out what removes it; Ultimate Multisite’s queued removals are one cause.',
  'notice.aliases.works':
    ':white_check_mark: App {app}: the bot follows the list of domains at {provider} again.',
  'notice.records.duplicated':
    ':warning: App {app}: in Ultimate Multisite {count, plural, one {one hostname has} other {# hostnames have}} more than one domain record (IDs in brackets): {shown}{more, plural, =0 {} other { and # more}}. The bot follows one each; delete the others there, under Domains.',
  'notice.logs.failed':
    ':warning: App {app}: couldn’t read the logs in MULTISITE_LOGS ({reason}). Check that the folder exists and the bot can read it.',
  'notice.logs.works': ':white_check_mark: App {app}: the logs are readable again.',
  'notice.webhook.failed':
    ':warning: App {app}: a webhook with a wrong token was ignored. In Ultimate Multisite, under Webhooks, make its address end with the value of MULTISITE_WEBHOOK_TOKEN.',
  'notice.webhook.works': ':white_check_mark: App {app}: webhooks have the right token again.',
  'notice.webhook.tested': ':white_check_mark: App {app}: the webhook’s test event arrived.',
  'set-ready.no-record':
    'Ultimate Multisite has no domain record for {hostname}. Press *Choose the site* on its card.',
  'set-ready.no-rest':
    'App {app} has no Ultimate Multisite API configured. Set the domain to Ready there by hand, under Domains.',
  'set-ready.failed':
    'Ultimate Multisite didn’t set {hostname} to Ready: {reason} Nothing changed. Try again, or do it there by hand, under Domains.',
} as const satisfies Record<string, string>;
