import { pipeline, type Readable, type Transform } from 'node:stream';
import { TLSSocket } from 'node:tls';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { HttpOutcome } from '../../core/observation/http.js';
import { codeOf, networkFailureOf } from '../../util/network-errors.js';
import { userAgent } from '../../util/version.js';
import { refusesHttp1 } from '../tls/connect.js';
import type { Connection, Connections, Endpoint } from './connections.js';

export interface FetchedPage {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** At most 256 KiB of it: page builders put their styles before everything else. */
  readonly body: string;
  /** Over https: would a browser trust the certificate? */
  readonly isTrusted?: boolean;
}

export type Failure = Extract<
  HttpOutcome,
  'not-http' | 'reset' | 'refused' | 'timeout' | 'unreachable' | 'unreadable' | 'certificate-required'
>;

const MAX_BODY = 256 * 1024;
const MAX_READ = 4 * MAX_BODY;
const WATCH_MS = 100;
const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

interface Manner {
  readonly headers: Readonly<Record<string, string>>;
  /** Of a page that never ends or breaks off: what came. */
  readonly takesPart: boolean;
}

/** One GET without credentials. Never throws. */
export async function fetchPage(
  url: URL,
  destination: Endpoint,
  signal: AbortSignal,
  connections: Connections,
  manner: Manner,
): Promise<FetchedPage | Failure> {
  const request = async (connection: Connection) => {
    const page = await requestPage(url, connection, signal, manner);
    connections.giveBack(url, destination, connection);
    return page;
  };
  const idle = await connections.take(url, destination);
  const page = idle && (await request(idle));
  return page === undefined || isClosing(page) ? request(connections.open(url, destination)) : page;
}

/** Servers close idle connections, some with a 408 (RFC 9110 15.5.9). A new one may get an answer. */
const isClosing = (page: FetchedPage | Failure): boolean =>
  typeof page === 'string' ? page !== 'timeout' : page.status === 408;

async function requestPage(
  { hostname, pathname, search }: URL,
  connection: Connection,
  signal: AbortSignal,
  { headers: ownHeaders, takesPart }: Manner,
): Promise<FetchedPage | Failure> {
  const watch = watchOver(connection);
  try {
    const { statusCode, headers, body } = await connection.client.request({
      path: `${pathname}${search}`,
      method: 'GET',
      headers: {
        host: hostname,
        'user-agent': userAgent,
        'accept-encoding': 'identity',
        ...ownHeaders,
      },
      signal,
    });
    const socket = connection.socket();
    const isTrusted = socket instanceof TLSSocket ? socket.authorized : undefined;
    const page = {
      status: statusCode,
      headers,
      body: await beginningOf(
        uncompressed(body, headers),
        (part) => takesPart && (signal.aborted ? part !== '' : BEGINS_TO_SHOW.test(part)),
      ),
      ...(isTrusted === undefined ? {} : { isTrusted }),
    };
    return isCertificateDemand(page) ? 'certificate-required' : page;
  } catch (error) {
    return lacksCertificate(connection.error()) ? 'certificate-required' : failureOf(error, signal);
  } finally {
    clearInterval(watch);
  }
}

/** Interim answers, chunk extensions and trailers aren't part of the body, and nothing else bounds them. */
function watchOver({ socket }: Connection): NodeJS.Timeout {
  const readBefore = socket()?.bytesRead ?? 0;
  return setInterval(() => {
    const read = (socket()?.bytesRead ?? 0) - readBefore;
    if (read > MAX_READ) socket()?.destroy();
  }, WATCH_MS);
}

/** Some servers compress whatever was asked for. Undecodable bodies fail while they are read. */
function uncompressed(body: Readable, headers: FetchedPage['headers']): AsyncIterable<Buffer> {
  const decoder = DECODERS[String(headers['content-encoding']).toLowerCase()]?.();
  // A failure surfaces where the body is read.
  return decoder ? pipeline(body, decoder, () => undefined) : body;
}

async function beginningOf(
  body: AsyncIterable<Buffer>,
  isEnough: (part: string) => boolean,
): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  const text = () => Buffer.concat(chunks).toString('utf8', 0, MAX_BODY);
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= MAX_BODY) break;
    }
  } catch (error) {
    if (!isEnough(text())) throw error;
  }
  return text();
}

/** The alert of a server that wants a certificate of the client's, after the handshake (RFC 8446 6.2). */
const lacksCertificate = (error: Error | undefined): boolean =>
  codeOf(error) === 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED';

/** Nginx's own page instead (`ssl_verify_client on`). */
const isCertificateDemand = ({ status, body }: FetchedPage): boolean =>
  status === 400 && body.includes('<title>400 No required SSL certificate was sent</title>');

/** Browsers show what came of a page that breaks off, if there is something to show. */
const BEGINS_TO_SHOW = /<body[\s>]|<\/title>/i;

/** What undici says of repeated lengths, lone line feeds, spaces in headers' names, and interim answers. */
const TOLERATED =
  /does not match content-length header|Missing expected (?:CR|LF)|Invalid header token|^bad response$/;

/** Everything else is a parser error: no HTTP, or headers over the limit. */
function failureOf(error: unknown, signal: AbortSignal): Failure {
  if (signal.aborted) return 'timeout';
  if (error instanceof Error && TOLERATED.test(error.message)) return 'unreadable';
  const code = codeOf(error);
  if (refusesHttp1(code)) return 'unreadable';
  return networkFailureOf(code) ?? (code.startsWith('ERR_SSL') ? 'reset' : 'not-http');
}
