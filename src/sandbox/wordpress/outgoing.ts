import type { WordPressWebhook } from './network.js';

/** What the plugin calls at Closte. Failures are swallowed, as the plugin does. */
export async function callHost(
  { url, apiKey }: { readonly url: string; readonly apiKey: string },
  path: string,
  domain: string,
): Promise<void> {
  const call = async (to: string, fields: Readonly<Record<string, string>>) => {
    const body = new URLSearchParams({ apikey: apiKey, domain, ...fields });
    const headers = { 'user-agent': 'WP-Ultimo-Closte-Integration/2.5' };
    return fetch(`${url}${to}`, { method: 'POST', headers, body }).catch(() => undefined);
  };
  const answer = await call(path, { wildcard: domain.startsWith('*.') ? '1' : '0' });
  const said = path === '/adddomainalias' ? await answer?.json().catch(() => undefined) : undefined;
  if ((said as { success?: unknown } | undefined)?.success === true)
    await call('/ssl/install', { type: 'letsencrypt' });
}

/** Sends the network's webhooks. */
export class WebhookSender {
  /** Besides those set up over REST: takes every event. */
  url: string | undefined;

  constructor(
    private readonly host: string,
    private readonly webhooks: ReadonlyMap<number, WordPressWebhook>,
  ) {}

  /**
   * Sends to every webhook of the event; resolves with the last one's status. Swallows failures, as the plugin does.
   */
  async send(event: string, payload: object): Promise<number> {
    const ofEvent = [...this.webhooks.values()].filter((each) => each.event === event);
    for (const each of ofEvent) each.sent++;
    const urls = new Set([...(this.url === undefined ? [] : [this.url]), ...ofEvent.map(({ url }) => url)]);
    let status = 0;
    for (const url of urls) status = await this.#post(url, payload).catch(() => 0);
    return status;
  }

  async #post(url: string, payload: object): Promise<number> {
    const headers = {
      'content-type': 'application/json',
      'user-agent': `WordPress/6.8.12; http://${this.host}`,
      connection: 'close',
    };
    return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(payload) })).status;
  }
}
