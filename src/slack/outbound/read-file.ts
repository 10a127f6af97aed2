import { z } from 'zod';
import { fetchThrough } from '../../util/http-client.js';

const MAX_LIST_BYTES = 1024 * 1024;
const READ_TIMEOUT_MS = 10_000;

/** Why a file can't be read. `denied`: the bot isn't allowed to. */
export class SharedFileError extends Error {
  override readonly name = 'SharedFileError';
  constructor(readonly why: 'large' | 'denied' | 'unreachable') {
    super(`a shared file can’t be read: ${why}`);
  }
}

/** A file object (docs.slack.dev/reference/objects/file-object), as far as it is needed. */
const fileObject = z.object({
  url_private_download: z.string().optional(),
  url_private: z.string(),
  size: z.number().optional(),
});

export interface FileReaderOptions {
  readonly botToken: string;
  /** The Web API's base; its host is allowed, too, for a stand-in of Slack. */
  readonly apiUrl: string;
  readonly dispatcher?: Parameters<typeof fetchThrough>[0];
}

/** The text of a file that a person put into a dialog. Throws `SharedFileError`. */
export type ReadSharedFile = (file: Readonly<Record<string, unknown>>) => Promise<string>;

/** The token goes only to Slack's own hosts, over redirects to none. */
export function createFileReader({ botToken, apiUrl, dispatcher }: FileReaderOptions): ReadSharedFile {
  const fetchSlack = fetchThrough(dispatcher);
  const own = new URL(apiUrl);
  const isSlacks = (url: URL): boolean =>
    (url.host === own.host && url.protocol === own.protocol) ||
    (url.protocol === 'https:' && /^files(-edge)?\.slack(-gov)?\.com$/.test(url.hostname));

  return async (file) => {
    const { url_private: shown, url_private_download: download = shown, size = 0 } = fileObject.parse(file);
    if (size > MAX_LIST_BYTES) throw new SharedFileError('large');
    const url = URL.canParse(download) ? new URL(download) : undefined;
    if (!url || !isSlacks(url)) throw new SharedFileError('unreachable');
    const answer = await fetchSlack(url, {
      headers: { authorization: `Bearer ${botToken}` },
      redirect: 'error',
      signal: AbortSignal.timeout(READ_TIMEOUT_MS),
    }).catch(() => undefined);
    if (!answer) throw new SharedFileError('unreachable');
    // Without the scope, Slack sends its page to sign in, with status 200.
    const isPage = answer.headers.get('content-type')?.includes('text/html') === true;
    if (isPage || answer.status === 403) throw new SharedFileError('denied');
    if (!answer.ok) throw new SharedFileError('unreachable');
    return boundedText(answer);
  };
}

/** Slack's `size` is a claim: what arrives is counted. */
async function boundedText(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_LIST_BYTES) throw new SharedFileError('large');
    chunks.push(chunk);
  }
  const whole = Buffer.concat(chunks);
  const isUtf16 = whole[0] === 0xff && whole[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(whole);
}
