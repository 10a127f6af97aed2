/** English: programs beside the bot: help, results, and what went wrong. */
export const shellEn = {
  'shell.help': 'Usage: closte-domain-bot <subcommand>',
  'shell.help.more':
    'closte-domain-bot <subcommand> --help explains one of them; --version prints the version.\nSettings come from the environment and from .env in the working directory; .env.example lists them.',
  'shell.unknown': 'There’s no subcommand “{name}”. Run closte-domain-bot --help to see them all.',
  'shell.did-you-mean': 'There’s no subcommand “{name}”. Did you mean “{near}”?',
  'shell.package-missing':
    '“{name}” needs the package {package}, which only a clone of the repository has: run it there, after “npm ci” without “--omit=dev”.',
  'shell.summary.start': 'runs the bot until SIGTERM',
  'shell.summary.doctor': 'checks that everything the bot needs works, and says how to fix what doesn’t',
  'shell.summary.check-domain':
    'checks domains once from the shell, without Slack or the store: what’s wrong and how to fix it',
  'shell.summary.audit': 'compares the channels with the store, or rebuilds a lost store from them',
  'shell.summary.domain-connect':
    'prepares one click for customers: the template files, the signing key, and what’s still missing',
  'shell.summary.capacity':
    'measures this machine for about a minute, and says how many domains it handles and with what',
  'shell.summary.store': 'brings the database up to date, or copies a store between files and a database',
  'shell.summary.demo': 'runs the bot against a Slack, a {provider} and DNS servers on this machine',
  'shell.usage.start':
    'Usage: closte-domain-bot start\nRuns the bot until SIGTERM. Everything is set by environment variables; .env.example lists them.\n  --version   prints the version\n  --help      prints this help\n\nExit code: 0 stopped by a signal, 1 it couldn’t start or crashed, 2 the command line can’t be used.',
  'shell.usage.doctor':
    'Usage: closte-domain-bot doctor [options]\n  --json      machine-readable output\n  --fix       offers to fix what the doctor can fix itself, and asks before each change\n  --version   prints the version\n  --help      prints this help\n\nChecks that everything the bot needs works, and says how to fix what doesn’t. Exit code: 0 no problems, 1 problems, 2 the command line can’t be used.',
  'shell.usage.audit':
    'Usage: closte-domain-bot audit verify    compares the channels with the store, both ways\n       closte-domain-bot audit rebuild   rebuilds the store from the channels after DATA_DIR was lost\n\nExit code: 0 all is well, 1 something differs, is lost or can’t be read, 2 the command line can’t be used.',
  'shell.usage.check-domain':
    'Usage: closte-domain-bot check-domain <hostname>… [options]\n  -                reads hostnames from standard input, separated by spaces or lines\n  --target LIST    what DNS has to point to, instead of the app’s: addresses and hosts, comma-separated\n  --app NAME       whose target and settings to use, if there are several apps\n  --json           one line of JSON for each check (docs/checks.md)\n  --repeat N       checks N times, 1 to 1000\n  --follow         checks until everything is right\n  --interval S     seconds between two checks, 1 to 86400; default: the bot’s own pace\n\nChecks domains as the bot does, without Slack or the store. Reads the settings of DNS, TLS and apps from\nthe environment and .env; needs no tokens. Exit code: 0 everything is right, 1 somebody has to act or wait,\n2 the command line, a hostname or a setting can’t be used, 3 could not check.\nExample: closte-domain-bot check-domain shop.example.com --target 203.0.113.10',
  'shell.usage.domain-connect':
    'Usage: closte-domain-bot domain-connect template [--app NAME] [--revision N] [--logo URL] [--folder FOLDER]\n         writes an app’s template files, to be published at https://github.com/Domain-Connect/Templates\n       closte-domain-bot domain-connect keys [--out FILE]\n         makes the key that signs links, and shows the TXT records of its public half\n       closte-domain-bot domain-connect check [--domain DOMAIN]\n         says what’s still missing; with a customer’s domain, asks its DNS provider, too\n\nExit code: 0 done, and nothing is missing, 1 something is missing or failed, 2 the command line can’t be used.\nExample: closte-domain-bot domain-connect check --domain example.com',
  'shell.usage.capacity':
    'Usage: closte-domain-bot capacity --mappings N --interval S [--json]\n  --mappings N   how many domains to handle\n  --interval S   seconds between two checks of a domain\n  --json         machine-readable output\n\nMeasures this machine for about a minute, and says how many domains it handles and with what.\nExit code: 0 one process is enough, 1 it isn’t, 2 the command line can’t be used, 3 could not measure.',
  'shell.usage.demo':
    'Usage: closte-domain-bot demo\nRuns the bot against a Slack, a {provider} and DNS servers on this machine, and prints the address of a page that plays Slack.\nNeeds a clone of the repository with the development packages. SANDBOX_PORT is the page’s port, 8080 unless set.\n\nExit code: 0 stopped by a signal, 1 it couldn’t start.',
  'shell.usage.store':
    'Usage: closte-domain-bot store migrate\n         brings the schema of the database up to date, as a start does\n       closte-domain-bot store copy --from A --to B\n         copies a store to an empty place and compares it;\n         A and B are DATA_DIR, DATABASE_URL, a folder, or postgres://…; no bot may use them meanwhile\n\nExit code: 0 done, 1 it failed, 2 the command line can’t be used.\nExample: closte-domain-bot store copy --from DATA_DIR --to DATABASE_URL',
  'shell.store.no-database':
    'DATABASE_URL isn’t set: files in DATA_DIR are brought up to date as they’re read.',
  'shell.store.migrated': 'The database ({database}) is up to date. Steps done: {count}.',
  'shell.audit.database-not-empty':
    'The database ({database}) still has mappings, such as {hostname}. Name an empty database first: it would be mixed with what the channels say.',
  'shell.see-help': 'See closte-domain-bot {name} --help.',
  'shell.config': 'The bot can’t start with this configuration:',
  'shell.problem': '{variable} {why}. {fix}',
  'shell.sign.ok': 'ok',
  'shell.sign.problem': 'PROBLEM',
  'shell.sign.note': 'note',
  'shell.sign.unchecked': 'not checked',
  'shell.sign.missing': 'missing',
  'shell.unfinished': 'doctor could not finish: {why}',
  'shell.question': '{question} [y/N]',
  'shell.audit.unreadable': '{file} can’t be read: {reason}',
  'shell.audit.out-of-reach':
    '{count, plural, one {# event is} other {# events are}} out of reach: Slack no longer shows their messages, because of its plan or a retention policy.',
  'shell.audit.unread': 'Channel {channel} couldn’t be read: invite the bot to it.',
  'shell.audit.verified':
    'Mappings: {mappings}. Events: {events}. Messages: {messages}. Differences: {differences}.',
  'shell.audit.duplicated':
    '{hostname}: two mappings of it are live in the channels; the later one was left out.',
  'shell.audit.lost': '{hostname}: its card was deleted, so it can’t be rebuilt. Map it again.',
  'shell.audit.limited':
    'Channel {channel}: Slack hides what’s older than {hasTime, select, true {{at}} other {its plan shows}}, so mappings from before are out of reach.',
  'shell.audit.rebuilt': 'Rebuilt: {count}. Lost: {lost}.',
  'shell.audit.not-empty':
    'DATA_DIR ({folder}) still has mappings, such as {hostname}. Move its “mappings” folder away first: it would be mixed with what the channels say.',
  'shell.key.made':
    'The key is in {path}, which only you can read. Set DOMAIN_CONNECT_KEY_FILE to its path, and keep it secret.',
  'shell.key.records': 'Add these TXT records at {name}:',
  'report.reading': '{threads} of {of} threads read',
  'report.no-app': 'There’s no app {app}. Configured: {apps}.',
  'report.which-app': 'Add the app with --app: {apps}.',
  'report.no-input': 'There’s no hostname on standard input.',
  'report.long-input': 'Standard input is longer than 1 MiB.',
  'report.name-hostname': 'Name at least one hostname, or - for standard input.',
  'report.repeat-or-follow': 'Use either --repeat or --follow, not both.',
  'report.option-value': 'The value of {option} {why}.',
  'report.unreadable-value': 'can’t be read',
  'report.unknown-option': 'There’s no option {option}.',
  'report.option-needs-value': 'The option {option} needs a value.',
  'report.option-without-value': 'The option {option} takes no value.',
  'report.no-argument': 'Unexpected argument: {argument}.',
  'report.name-target': 'Say what DNS has to point to with --target, or set {variable}.',
  'report.name-one': 'Name one of these: {options}.',
  'report.revision': 'The option --revision takes a whole number from 1.',
  'report.key-exists': '{path} exists. Set DOMAIN_CONNECT_KEY_FILE to it, or name another file with --out.',
  'report.domain-option': 'The option --domain takes a domain, such as example.com.',
  'report.agency-missing':
    'DOMAIN_CONNECT_ID is missing. Set it to your agency’s own domain, such as agency.example.',
  'report.dot-env': '.env can’t be read. Let the bot’s user read it, or remove it.',
  'report.dot-env-code': '.env can’t be read ({code}). Let the bot’s user read it, or remove it.',
  'report.dot-env-line': 'Line {line} of .env isn’t NAME=value. Correct it, or put “#” before it.',
  'report.your-id': 'your ID is {id}',
  'report.app-templates': 'app {app} has the templates {ids}',
  'report.unsigned-links':
    'links aren’t signed, so providers may refuse them or warn: make a key with “closte-domain-bot domain-connect keys”',
  'report.lookup-failed': '{host} couldn’t be looked up: try again',
  'report.key-published': 'the public key is published at {host}',
  'report.key-unpublished':
    'the public key isn’t published at {host}: add the TXT records that “closte-domain-bot domain-connect keys” shows, and no others there',
  'report.no-return':
    'customers see the provider’s own last page, and the thread doesn’t show the outcome: set PUBLIC_URL',
  'report.return-to': 'customers come back to {address}',
  'report.no-domain-connect': 'the DNS provider of {host} doesn’t support Domain Connect',
  'report.provider-silent': 'the DNS provider of {host} couldn’t be asked: try again',
  'report.no-consent': '{name} has no page where customers agree',
  'report.has-template': '{name} has the template {id}',
  'report.lacks-template': '{name} doesn’t have the template {id} yet',
  'report.template-silent': '{name} couldn’t be asked about {id}: try again',
  'report.d-missing': 'missing: {hostname} {event} was never posted in the channel ({place})',
  'report.d-deleted': 'deleted: {hostname} {event} had a message, which was deleted ({place})',
  'report.d-edited': 'edited: {hostname} {event} has a message that was edited ({place})',
  'report.d-altered': 'altered: {hostname} {event} has a message that says something else ({place})',
  'report.d-duplicated': 'duplicated: {hostname} {event} was posted twice ({place})',
  'report.d-foreign': 'foreign: {hostname} {event} is claimed by a message of another app ({place})',
  'report.d-unknown': 'unknown: {hostname} {event} is in the channel, but not in the store ({place})',
  'report.d-broken': 'broken: {hostname} {event} does not follow the event before it ({place})',
  'report.d-out-of-order': 'out-of-order: {hostname} {event} was posted after a later event ({place})',
} as const satisfies Record<string, string>;
