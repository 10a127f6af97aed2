import { WebAPIPlatformError } from '@slack/web-api';
import { z } from 'zod';
import { AnswerTooLarge, fetchThrough } from '../../util/http-client.js';
import { decodeText } from '../../util/parse-json.js';

const MAX_LIST_BYTES = 1024 * 1024;
const READ_TIMEOUT_MS = 10_000;

/** Why a file can't be read. `denied`: the bot isn't allowed to read any; `unseen`: this one. */
export class SharedFileError extends Error {
  override readonly name = 'SharedFileError';
  constructor(readonly why: 'large' | 'denied' | 'unseen' | 'unreachable') {
    super(`a shared file can’t be read: ${why}`);
  }
}

/** A file object (docs.slack.dev/reference/objects/file-object), as far as it is needed. */
const fileObject = z.object({
  url_private_download: z.string().optional(),
  /** Absent from a file that was deleted, or that Slack hides. */
  url_private: z.string(),
  size: z.number().optional(),
});

/** Where a file was shared. */
const fileShares = z.object({
  user: z.string().default(''),
  is_public: z.boolean().default(false),
  channels: z.array(z.string()).default([]),
  groups: z.array(z.string()).default([]),
  ims: z.array(z.string()).default([]),
});

export interface FileReaderOptions {
  readonly botToken: string;
  /** The Web API's base; its host is allowed, too, for a stand-in of Slack. */
  readonly apiUrl: string;
  /** Calls `files.info`. Throws the SDK's errors. */
  readonly fileInfo: (id: string) => Promise<unknown>;
  readonly dispatcher?: Parameters<typeof fetchThrough>[0];
}

/** The person who names a file, and where. */
export interface FileReader {
  readonly user: string;
  readonly channel: string;
}

/** Lists that people share. Reading throws `SharedFileError`. */
export interface SharedFiles {
  /** The text of a file that a person put into a dialog. */
  read(file: Readonly<Record<string, unknown>>): Promise<string>;
  /** The ID of the file that a word links to in Slack. */
  linkedIn(word: string): string | undefined;
  /** The text of a linked file. The bot may see more than the person who names it, who has to see it as well. */
  readLinked(id: string, reader: FileReader): Promise<string>;
}

/** `https://acme.slack.com/files/U…/F…/list.csv`, or a file's own address, `…/files-pri/T…-F…/list.csv`. */
const FILE_PATH = /^\/files(?:\/[UW][A-Z\d]+\/|-pri\/T[A-Z\d]+-)(F[A-Z\d]{4,20})(?:\/|$)/;

const SLACK_HOST = /(^|\.)slack(-gov)?\.com$/;
/** Where Slack keeps files. */
const FILES_HOST = /^files(-edge)?\.slack(-gov)?\.com$/;

/** Sends the token only to Slack's own hosts, and follows no redirects. */
export function createSharedFiles(options: FileReaderOptions): SharedFiles {
  const { botToken, apiUrl, fileInfo, dispatcher } = options;
  // Slack’s `size` is only a claim.
  const fetchSlack = fetchThrough(dispatcher, MAX_LIST_BYTES);
  const own = new URL(apiUrl);
  const isOwn = (url: URL): boolean => url.host === own.host && url.protocol === own.protocol;
  const isSlacks = (url: URL): boolean =>
    isOwn(url) || (url.protocol === 'https:' && FILES_HOST.test(url.hostname));

  async function read(file: unknown): Promise<string> {
    const known = fileObject.safeParse(file).data;
    if (!known) throw new SharedFileError('unseen');
    const { url_private: shown, url_private_download: download = shown, size = 0 } = known;
    if (size > MAX_LIST_BYTES) throw new SharedFileError('large');
    const url = URL.canParse(download) ? new URL(download) : undefined;
    if (!url || !isSlacks(url)) throw new SharedFileError('unreachable');
    const answer = await fetchSlack(url, {
      headers: { authorization: `Bearer ${botToken}` },
      redirect: 'error',
      signal: AbortSignal.timeout(READ_TIMEOUT_MS),
    }).catch((error: unknown) => {
      if (error instanceof AnswerTooLarge) throw new SharedFileError('large');
      return undefined;
    });
    if (!answer) throw new SharedFileError('unreachable');
    // Without the scope, Slack sends its page to sign in, with status 200.
    const isPage = answer.headers.get('content-type')?.includes('text/html') === true;
    if (isPage || answer.status === 403) throw new SharedFileError('denied');
    if (!answer.ok) throw new SharedFileError('unreachable');
    return decodeText(Buffer.from(await answer.arrayBuffer()));
  }

  return {
    read,
    linkedIn: (word) => {
      const url = URL.canParse(word) ? new URL(word) : undefined;
      const isLink = url && (isOwn(url) || SLACK_HOST.test(url.hostname));
      return isLink ? FILE_PATH.exec(url.pathname)?.[1] : undefined;
    },
    readLinked: async (id, reader) => {
      const file = await fileInfo(id).catch((error: unknown) => {
        throw new SharedFileError(whyUnread(error));
      });
      if (!isSeenBy(fileShares.parse(file), reader)) throw new SharedFileError('unseen');
      return read(file);
    },
  };
}

const isSeenBy = (file: z.output<typeof fileShares>, { user, channel }: FileReader): boolean =>
  file.user === user ||
  file.is_public ||
  [...file.channels, ...file.groups, ...file.ims].some((each) => each === channel);

/** From the error table of docs.slack.dev/reference/methods/files.info. */
function whyUnread(error: unknown): SharedFileError['why'] {
  const code = error instanceof WebAPIPlatformError ? error.data.error : '';
  if (['file_not_found', 'file_deleted', 'access_denied'].includes(code)) return 'unseen';
  if (['missing_scope', 'no_permission', 'not_allowed_token_type'].includes(code)) return 'denied';
  return 'unreachable';
}
