import { providerFixes } from '../hosting/providers.js';

/** Every variable of the configuration, with what to do when it is wrong. */
const FIXES = {
  ...providerFixes,
  SLACK_BOT_TOKEN: 'Copy the bot token (xoxb-…) from "OAuth & Permissions" of the Slack app.',
  SLACK_APP_TOKEN:
    'Create an app-level token (xapp-…) with connections:write under "Basic Information", or leave it out and set SLACK_SIGNING_SECRET.',
  SLACK_SIGNING_SECRET:
    'Copy the signing secret from "Basic Information", or set SLACK_APP_TOKEN for Socket Mode.',
  SLACK_API_URL: 'Leave it out, or give a base such as https://slack.com/api/.',
  SLACK_CHANNEL: 'Give a channel id such as C0123456789: it stands at the end of the channel’s details.',
  HOST: 'Give an address to listen on, such as 0.0.0.0 or 127.0.0.1.',
  PORT: 'Give a port from 0 to 65535.',
  PUBLIC_URL:
    'Give the address where others reach the bot, such as https://bot.example.com, or leave it out.',
  HTTPS_PROXY: 'Give a URL such as http://proxy.example.com:3128, or leave it out.',
  HTTP_PROXY: 'Give a URL such as http://proxy.example.com:3128, or leave it out.',
  NO_PROXY: 'List hosts to be reached directly, comma-separated.',
  WP_CONFIG_FILE: 'Name a wp-config.php that the bot may read.',
  CLOSTE_APPS_FILE: 'Mend the file, as docs/multisite.md describes it.',
  WWW_POLICY: 'Use always, main_only or never.',
  MULTISITE_URL: 'Give the network’s address, such as https://network.example.com.',
  MULTISITE_API_KEY: 'Copy the API key from Ultimate Multisite > Settings > API & Webhooks.',
  MULTISITE_API_SECRET: 'Copy the API secret from Ultimate Multisite > Settings > API & Webhooks.',
  MULTISITE_SYNC_INTERVAL: 'Give seconds from 10 to 86400.',
  MULTISITE_SET_STAGE: 'Write true to have stages in Ultimate Multisite set right, or leave it out.',
  MULTISITE_OWN_SUBDOMAINS:
    'Write true to have sites at the network’s own subdomains followed, too, or leave it out.',
  MULTISITE_WEBHOOK_TOKEN: 'Make one up that nobody can guess, such as the output of: openssl rand -hex 24.',
  MULTISITE_LOGS: 'Name the folder wp-content/uploads/wu-logs by its absolute path.',
  CUSTOMER_TEMPLATE: 'Write it as docs/customer-message.md shows, or leave it out.',
  CUSTOMER_REMINDER_DAYS: 'Give days from 1 to 90, or 0 for no reminders.',
  DATA_DIR: 'Name a folder for the store.',
  DATABASE_URL:
    'Give the URL of a PostgreSQL database, such as postgres://bot:password@db.example.com/domains, or leave it out.',
  AUDIT_RETENTION_DAYS: 'Give days from 1 to 3650, or leave it out to keep everything.',
  DNS_CHECK_INTERVAL: 'Give seconds from 10 to 3600.',
  DNS_DEADLINE_HOURS: 'Give hours from 1 to 720.',
  SSL_DEADLINE_MINUTES: 'Give minutes from 5 to 10080.',
  CERTIFICATE_AUTHORITIES:
    'List the authorities as CAA records name them, such as letsencrypt.org, comma-separated.',
  DNS_RESOLVERS: 'Write them as name=ip or name=ip:port, comma-separated; IPv6 with a port as [ip]:port.',
  DNS_AUTHORITATIVE_PORT: 'Give a port from 1 to 65535.',
  TLS_PORT: 'Give a port from 1 to 65535.',
  HTTP_PORT: 'Give a port from 1 to 65535.',
  CA_FILE: 'Name a file of PEM certificates that the bot may read, of at most 1 MiB.',
  ALLOW_PRIVATE_ADDRESSES: 'Write true only in a lab.',
  STORE_ALLOW_CORRUPT: 'Write true to start without the damaged files, which are set aside.',
  DOMAIN_CONNECT: 'Write false where the bot may not connect to DNS providers.',
  DOMAIN_CONNECT_ID: 'Give your agency’s own domain, such as agency.example, or leave it out.',
  DOMAIN_CONNECT_NAME: 'Give your agency’s name as customers know it.',
  DOMAIN_CONNECT_SERVICE: 'Give the service’s id in lower case, or leave it out to use the app’s name.',
  DOMAIN_CONNECT_KEY_FILE: 'Make one with: closte-domain-bot domain-connect keys.',
  DOMAIN_CONNECT_KEY_NAME: 'Give the name below your domain that has the public key, such as _dck1.',
  DOMAIN_OPERATORS: 'List user ids (U…, W…) or user-group ids (S…), comma-separated.',
  DOMAIN_ADMINS: 'List user ids (U…, W…) or user-group ids (S…), comma-separated.',
  SLACK_COMMAND: 'Write it as the Slack app has it, such as /domain: lower case, at most 32 characters.',
  GUESTS_MAY_VIEW: 'Write true or false.',
  CARDS_IN_SHARED_CHANNELS: 'Write true or false.',
  DOMAIN_CHANNELS: 'List channel ids (C…, G…), comma-separated.',
  UNMAP_APPROVAL_HOURS: 'Give hours from 1 to 720, or leave it out where nobody has to approve.',
  LOCALE: 'Leave it out or set it to en: English is the only language so far.',
  LOG_LEVEL: 'Use debug, info, warn or error.',
} as const;

export type Variable = keyof typeof FIXES;
export const variables = Object.keys(FIXES) as readonly Variable[];

export interface ConfigProblem {
  readonly variable: string;
  readonly problem: string;
  readonly fix: string;
}

/** All problems of the configuration at once. Holds no secret values. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly problems: readonly ConfigProblem[]) {
    super(`the configuration has ${problems.length} problem(s)`);
  }
}

export const describeProblems = ({ problems }: ConfigError): string =>
  [
    'The bot can’t start with this configuration:',
    ...problems.map((each) => `  ${describeProblem(each)}`),
  ].join('\n');

export const describeProblem = ({ variable, problem, fix }: ConfigProblem): string =>
  `${variable} ${problem}. ${fix}`;

/** Settings of older versions that do nothing any more, with the reason. */
export const RETIRED = {
  MULTISITE_TIME_ZONE: 'WordPress logs in UTC',
} as const satisfies Record<string, string>;
export type RetiredVariable = keyof typeof RETIRED;

/** Collects problems, so that all are reported at once. */
export class Problems {
  readonly #found: ConfigProblem[] = [];
  readonly #warnings: string[] = [];

  /** A retired setting is ignored, not refused: an update must not stop the bot. `place`: where it is. */
  retired(variable: RetiredVariable, place: string): void {
    this.#warnings.push(`${place} is no longer used: ${RETIRED[variable]}. Remove it.`);
  }

  get warnings(): readonly string[] {
    return this.#warnings;
  }

  add(variable: Variable, problem: string): undefined {
    if (!this.#found.some((known) => known.variable === variable))
      this.#found.push({ variable, problem, fix: FIXES[variable] });
  }

  /** Several problems of one variable, such as a file with many errors. */
  addAll(variable: Variable, problems: readonly string[]): void {
    this.#found.push(...problems.map((problem) => ({ variable, problem, fix: FIXES[variable] })));
  }

  get found(): readonly ConfigProblem[] {
    return this.#found;
  }
}
