import { type Dispatcher, request } from 'undici';

const DATE_TIMEOUT_MS = 10_000;

/** A server's time from its `Date` header (RFC 9110 6.6.1), epoch ms; undefined if unavailable. */
export async function dateOf(url: string, dispatcher?: Dispatcher): Promise<number | undefined> {
  try {
    const { headers, body } = await request(url, {
      method: 'HEAD',
      ...(dispatcher ? { dispatcher } : {}),
      signal: AbortSignal.timeout(DATE_TIMEOUT_MS),
    });
    await body.dump();
    const at = Date.parse(String(headers['date'] ?? ''));
    return Number.isNaN(at) ? undefined : at;
  } catch {
    return undefined;
  }
}
