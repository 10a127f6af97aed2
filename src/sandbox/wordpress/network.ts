export interface WordPressRecord {
  readonly id: number;
  domain: string;
  readonly blogId: number;
  stage: string;
  active: boolean;
  primary: boolean;
  secure: boolean;
  readonly created: string;
  modified: string;
}

export interface WordPressSite {
  readonly title: string;
  /** Its own address. */
  readonly domain: string;
  readonly registered: string;
}

export interface WordPressWebhook {
  readonly id: number;
  readonly name: string;
  readonly event: string;
  readonly url: string;
  readonly created: string;
  sent: number;
}

/** What a network holds, and what happens when it changes. */
export interface SandboxNetwork {
  readonly records: Map<number, WordPressRecord>;
  readonly sites: Map<number, WordPressSite>;
  readonly settings: Map<string, unknown>;
  readonly webhooks: Map<number, WordPressWebhook>;
  newWebhookId(): number;
  create(domain: string, blogId: number, stage?: string): Promise<WordPressRecord>;
  update(id: number, fields: Readonly<Record<string, unknown>>): void;
  remove(id: number): Promise<void>;
  /** Is the hostname's site shown? Undefined for a hostname that the network doesn't know. */
  routes(hostname: string): boolean | undefined;
}

/** WordPress's form of a moment, in UTC. */
export const now = (): string => new Date().toISOString().slice(0, 19).replace('T', ' ');

/** The plugin's own check, which refuses `*.`, underscores and punycode TLDs. */
const DOMAIN = /^(?!-)(?:(?:[a-zA-Z\d][a-zA-Z\d-]{0,61})?[a-zA-Z\d]\.){1,126}(?!\d+)[a-zA-Z\d]{1,63}$/;
export const isDomain = (domain: string): boolean => DOMAIN.test(domain);

const isTrueParam = (value: unknown): boolean => value === true || value === 1 || value === '1';

/** With or without `www.`. */
function recordsUnder(hostname: string, records: ReadonlyMap<number, WordPressRecord>): WordPressRecord[] {
  const bare = hostname.replace(/^www\./, '');
  return [...records.values()].filter(({ domain }) => domain.replace(/^www\./, '') === bare);
}

function setFields(record: WordPressRecord, fields: Readonly<Record<string, unknown>>): void {
  if ('stage' in fields) record.stage = String(fields['stage']);
  if ('active' in fields) record.active = isTrueParam(fields['active']);
  if ('secure' in fields) record.secure = isTrueParam(fields['secure']);
  if ('primary_domain' in fields) record.primary = isTrueParam(fields['primary_domain']);
  record.modified = now();
}

/** `callHost`: the plugin's calls to the hosting provider. */
export function createNetwork(callHost: (path: string, domain: string) => Promise<void>): SandboxNetwork {
  const records = new Map<number, WordPressRecord>();
  const sites = new Map<number, WordPressSite>();
  const webhooks = new Map<number, WordPressWebhook>();
  let ids = 100;
  let webhookIds = 0;

  return {
    records,
    sites,
    webhooks,
    settings: new Map<string, unknown>([
      ['dns_check_interval', 10],
      ['enable_domain_mapping', true],
    ]),
    newWebhookId: () => ++webhookIds,
    create: async (domain, blogId, stage = 'checking-dns') => {
      const at = now();
      const flags = { active: true, primary: false, secure: false };
      const record = { id: ++ids, domain, blogId, stage, ...flags, created: at, modified: at };
      records.set(record.id, record);
      await callHost('/adddomainalias', domain);
      return record;
    },
    update: (id, fields) => {
      const record = records.get(id);
      if (!record) return;
      const wasDone = record.stage === 'done';
      setFields(record, fields);
      // 2.7.1 and later: a record that becomes `done` becomes primary if the site has no primary domain yet.
      const isFirst = ![...records.values()].some(
        ({ blogId, primary }) => blogId === record.blogId && primary,
      );
      if (record.stage === 'done' && !wasDone && isFirst) record.primary = true;
    },
    remove: async (id) => {
      const record = records.get(id);
      if (!record || !records.delete(id)) return;
      await callHost('/deletedomainalias', record.domain);
    },
    routes: (hostname) => {
      if ([...sites.values()].some(({ domain }) => domain === hostname)) return true;
      const found = recordsUnder(hostname, records);
      if (found.length === 0) return undefined;
      return found.some(({ active, stage }) => active && stage.startsWith('done'));
    },
  };
}
