import type { Socket } from 'node:net';
import { type SecureContext, TLSSocket, type TLSSocketOptions } from 'node:tls';

export interface SecurePage {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * Closes the connection, never answers, speaks HTTP/2 alone (of which the stand-in knows the handshake), or wants a
 * certificate of the client's.
 */
export type NoPage = 'closed' | 'silent' | 'http2-only' | 'client-certificate';

const TLS_MANNERS: Partial<Record<NoPage, TLSSocketOptions>> = {
  'http2-only': { ALPNProtocols: ['h2'] },
  'client-certificate': { requestCert: true, rejectUnauthorized: true },
};

interface PageShape {
  readonly location: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly page: SecurePage | NoPage | undefined;
}

export function answerTls(
  socket: Socket,
  secureContext: SecureContext,
  name: string,
  { location, headers, page }: PageShape,
): void {
  const manner = typeof page === 'string' ? TLS_MANNERS[page] : undefined;
  const secured = new TLSSocket(socket, { isServer: true, secureContext, ...manner });
  secured.on('error', () => socket.destroy());
  secured.once('data', () => {
    if (location !== undefined)
      return void secured.end(
        `HTTP/1.1 302 Found\r\nlocation: ${location}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`,
      );
    if (page === 'closed') return void secured.end();
    if (typeof page === 'string') return;
    if (page) return void secured.end(rawAnswer(page));
    const body = `<!doctype html><title>${escapeHtml(name)}</title><h1>WordPress site of ${escapeHtml(name)}</h1>`;
    const more = Object.entries(headers).map(([header, value]) => `${header}: ${value}\r\n`);
    secured.end(
      `HTTP/1.1 200 OK\r\n${more.join('')}content-type: text/html; charset=utf-8\r\nlink: <https://${escapeHtml(name)}/wp-json/>; rel="https://api.w.org/"\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
    );
  });
}

function rawAnswer({ status = 200, headers = {}, body = '' }: SecurePage): string {
  const all = { 'content-type': 'text/html; charset=utf-8', ...headers, connection: 'close' };
  const lines = Object.entries(all).map(([header, value]) => `${header}: ${value}\r\n`);
  return `HTTP/1.1 ${status} Status\r\n${lines.join('')}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

const escapeHtml = (text: string): string => text.replace(/[^\w.*-]/g, '');
