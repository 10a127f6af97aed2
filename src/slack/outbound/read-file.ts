import { z } from 'zod';
import { UserError } from '../../use-cases/errors.js';
import { fetchThrough } from '../../util/proxy.js';

const MAX_LIST_BYTES = 1024 * 1024;
const READ_TIMEOUT_MS = 10_000;

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

/** The text of a file that a person put into a dialog. Throws `UserError`. */
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
    if (size > MAX_LIST_BYTES) throw new UserError({ code: 'file', why: 'large' });
    const url = URL.canParse(download) ? new URL(download) : undefined;
    if (!url || !isSlacks(url)) throw new UserError({ code: 'file', why: 'unreachable' });
    const answer = await fetchSlack(url, {
      headers: { authorization: `Bearer ${botToken}` },
      redirect: 'error',
      signal: AbortSignal.timeout(READ_TIMEOUT_MS),
    }).catch(() => undefined);
    if (!answer) throw new UserError({ code: 'file', why: 'unreachable' });
    // Without the scope, Slack sends its page to sign in, with status 200.
    const isPage = answer.headers.get('content-type')?.includes('text/html') === true;
    if (isPage || answer.status === 403) throw new UserError({ code: 'file', why: 'denied' });
    if (!answer.ok) throw new UserError({ code: 'file', why: 'unreachable' });
    return boundedText(answer);
  };
}

/** Slack's `size` is a claim: what arrives is counted. */
async function boundedText(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_LIST_BYTES) throw new UserError({ code: 'file', why: 'large' });
    chunks.push(chunk);
  }
  const whole = Buffer.concat(chunks);
  const isUtf16 = whole[0] === 0xff && whole[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(whole);
}
