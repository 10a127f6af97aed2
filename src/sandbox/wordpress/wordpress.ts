import { createNetwork, now, type WordPressRecord, type WordPressWebhook } from './network.js';
import { callHost, WebhookSender } from './outgoing.js';
import { domainCreatedPayload, mockEvent, sitePublishedPayload } from './payloads.js';
import { RestServer, type WordPressMode } from './rest-server.js';

export interface SandboxWordPress {
  readonly url: string;
  /** The host of the network's own sites. */
  readonly host: string;
  records(): readonly WordPressRecord[];
  /** The webhooks set up over REST. */
  webhooks(): readonly WordPressWebhook[];
  /** Sets a setting as its settings page does. */
  setSetting(key: string, value: unknown): void;
  requests(): readonly string[];
  setMode(mode: WordPressMode): void;
  setWebhook(url: string): void;
  /** Is the hostname's site shown? Undefined for a hostname that the network doesn't know. */
  routes(hostname: string): boolean | undefined;
  /** As the super admin does it: the site and its record are created, and the host gets the alias. No webhook. */
  createSite(domain: string): Promise<WordPressRecord>;
  /** As the customer's form does it: a record on a site that exists, and the webhook `domain_created`. */
  addDomain(domain: string, blogId: number): Promise<WordPressRecord>;
  /** Tells the host the new name, and never the old one. */
  rename(id: number, domain: string): Promise<void>;
  /** What the plugin does after its last try. */
  giveUp(id: number): void;
  /** As a person does it on the record's page there. */
  edit(id: number, fields: Readonly<Record<string, unknown>>): void;
  remove(id: number): Promise<void>;
  sendTestEvent(): Promise<number>;
  /** Its URL is that of the webhook unless given. */
  sendSitePublished(blogId: number): Promise<number>;
  stop(): Promise<void>;
}

export interface WordPressOptions {
  readonly host: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  /** What the plugin calls at Closte; failures are swallowed, as the plugin does. */
  readonly closte: { readonly url: string; readonly apiKey: string };
  /** What the plugin sees when it checks a domain; without it, the plugin never checks. */
  readonly see?: (domain: string) => { readonly dns: boolean; readonly ssl: boolean };
}

const CHECK_MS = 500;
/** The titles of the sites that exist from the start: the network's main site has ID 1. */
const SITE_TITLES = [
  'Network',
  'Rosa’s Bakery',
  'Harbour Books',
  'Müller Flowers',
  'Green Garden',
  'North Bikes',
  'Casa Verde',
  'Studio Nove',
  'Café Central',
  'Alpine Tours',
  'Old Town Hotel',
  'Little Toys',
  'Village Bakery',
  'Blue Yoga',
  'City Dentists',
  'Stone & Wood',
  'Quick Repairs',
  'Silver Jewels',
  'Orchard School',
  'Lakeside Camping',
];
const CHECKED_STAGES = ['checking-dns', 'checking-ssl-cert'];

/** Ultimate Multisite's REST API and webhooks on loopback, with a WordPress network's actions on demand. */
export async function startWordPress(options: WordPressOptions): Promise<SandboxWordPress> {
  const wordpress = new WordPressNetwork(options);
  await wordpress.start();
  return wordpress;
}

class WordPressNetwork implements SandboxWordPress {
  readonly #network = createNetwork((path, domain) => this.#callHost(path, domain));
  readonly #server: RestServer;
  readonly #webhooks: WebhookSender;
  #siteIds = 0;
  #checking: NodeJS.Timeout | undefined;
  #url = '';

  constructor(private readonly options: WordPressOptions) {
    this.#server = new RestServer(this.#network, options);
    this.#webhooks = new WebhookSender(options.host, this.#network.webhooks);
    for (const title of SITE_TITLES) this.#addSite(title);
  }

  async start(): Promise<void> {
    const { see } = this.options;
    this.#url = await this.#server.listen();
    this.#checking = see && setInterval(() => this.#check(see), CHECK_MS).unref();
  }

  get url(): string {
    return this.#url;
  }

  get host(): string {
    return this.options.host;
  }

  records(): readonly WordPressRecord[] {
    return [...this.#network.records.values()];
  }

  webhooks(): readonly WordPressWebhook[] {
    return [...this.#network.webhooks.values()];
  }

  setSetting(key: string, value: unknown): void {
    this.#network.settings.set(key, value);
  }

  requests(): readonly string[] {
    return this.#server.requests;
  }

  setMode(mode: WordPressMode): void {
    this.#server.mode = mode;
  }

  setWebhook(url: string): void {
    this.#webhooks.url = url;
  }

  routes(hostname: string): boolean | undefined {
    return this.#network.routes(hostname);
  }

  createSite(domain: string): Promise<WordPressRecord> {
    return this.#network.create(domain, this.#addSite('A shop'));
  }

  async addDomain(domain: string, blogId: number): Promise<WordPressRecord> {
    const record = await this.#network.create(domain, blogId);
    const title = this.#network.sites.get(blogId)?.title ?? 'A shop';
    await this.#webhooks.send('domain_created', domainCreatedPayload(record, title, this.host));
    return record;
  }

  async rename(id: number, domain: string): Promise<void> {
    const record = this.#network.records.get(id);
    if (!record) return;
    record.domain = domain;
    await this.#callHost('/adddomainalias', domain);
  }

  giveUp(id: number): void {
    this.#network.update(id, { stage: 'failed' });
  }

  edit(id: number, fields: Readonly<Record<string, unknown>>): void {
    this.#network.update(id, fields);
  }

  remove(id: number): Promise<void> {
    return this.#network.remove(id);
  }

  sendTestEvent(): Promise<number> {
    return this.#webhooks.send('domain_created', mockEvent(this.host));
  }

  sendSitePublished(blogId: number): Promise<number> {
    const url = `http://${this.#network.sites.get(blogId)?.domain ?? this.host}`;
    return this.#webhooks.send('site_published', sitePublishedPayload(blogId, url, this.host));
  }

  stop(): Promise<void> {
    clearInterval(this.#checking);
    return this.#server.stop();
  }

  #callHost(path: string, domain: string): Promise<void> {
    return callHost(this.options.closte, path, domain);
  }

  /** Its address is below the network's; the first one's is the network's own. */
  #addSite(title: string): number {
    const id = ++this.#siteIds;
    const domain = id === 1 ? this.host : `shop-${id}.${this.host}`;
    this.#network.sites.set(id, { title, domain, registered: now() });
    return id;
  }

  /** A patient plugin: checks until `giveUp`. */
  #check(see: NonNullable<WordPressOptions['see']>): void {
    for (const { id, domain, stage } of this.#network.records.values()) {
      if (!CHECKED_STAGES.includes(stage)) continue;
      const { dns, ssl } = see(domain);
      if (dns && ssl) this.#network.update(id, { stage: 'done', secure: true });
      else if (dns && stage === 'checking-dns') this.#network.update(id, { stage: 'checking-ssl-cert' });
    }
  }
}
