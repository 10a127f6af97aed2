import { isIPv6, type Socket } from 'node:net';
import type { SecureContext } from 'node:tls';
import { buildConnector, Client } from 'undici';

/** A request's destination: a literal address, whatever the URL's host resolves to. */
export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

/** A connection for one request at a time. */
export interface Connection {
  readonly client: Client;
  /** Once it is open. */
  readonly socket: () => Socket | undefined;
  /** What ended it: undici tells of an alert only that the other side has closed. */
  readonly error: () => Error | undefined;
}

/** As much as browsers read: a long policy and a shop’s cookies need more than Node’s default of 16 KiB. */
const MAX_HEADERS = 256 * 1024;
/** One for all: undici's own would collect a stack trace for each connection. */
const DONE = new Error('all pages have been read');
const CLOSED = Object.assign(new Error('the connection has been closed'), { code: 'ECONNRESET' });

/** The connections of one check of an address: like a browser, it asks for a host's next page over the same one. */
export class Connections {
  readonly #all: Connection[] = [];
  readonly #idle = new Map<string, Connection>();
  readonly #opening = new Map<string, Promise<void>>();

  constructor(private readonly secureContext: SecureContext) {}

  /** A new one. Any certificate will do. */
  open(url: URL, destination: Endpoint): Connection {
    const { secureContext } = this;
    const servername = bareHost(url.hostname);
    return this.#over(
      url,
      destination,
      buildConnector({ servername, secureContext, rejectUnauthorized: false }),
    );
  }

  /** One that is open and idle, or will be in a moment. */
  async take(url: URL, destination: Endpoint): Promise<Connection | undefined> {
    const key = connectionKey(url, destination);
    await this.#opening.get(key);
    const idle = this.#idle.get(key);
    this.#idle.delete(key);
    return idle && isUsable(idle.socket()) ? idle : undefined;
  }

  /** For the next request, after the last one has been answered. */
  giveBack(url: URL, destination: Endpoint, connection: Connection): void {
    this.#idle.set(connectionKey(url, destination), connection);
  }

  /** For the next request, once it is open. */
  keep(url: URL, destination: Endpoint, opening: Promise<Socket | undefined>): void {
    const kept = opening.then((socket) => {
      if (!socket) return;
      // undici misses an answer that comes before its own call has returned.
      const { client, error } = this.#over(url, destination, (_, callback) =>
        queueMicrotask(() => callback(null, socket)),
      );
      this.giveBack(url, destination, { client, error, socket: () => socket });
    });
    this.#opening.set(connectionKey(url, destination), kept);
  }

  async close(): Promise<void> {
    await Promise.all(this.#opening.values());
    await Promise.all(this.#all.map(({ client }) => client.destroy(DONE)));
    // One that was kept and never used is none of its client's.
    for (const { socket } of this.#idle.values()) socket()?.destroy();
  }

  #over(url: URL, { address, port }: Endpoint, connect: buildConnector.connector): Connection {
    const origin = `${url.protocol}//${isIPv6(address) ? `[${address}]` : address}:${port}`;
    let socket: Socket | undefined;
    let ended: Error | undefined;
    const client = new Client(origin, {
      connect: (options, callback) => {
        // undici would open another one.
        if (socket) return callback(CLOSED, null);
        connect(options, (...[error, opened]) => {
          if (error) return callback(error, null);
          socket = opened.once('error', (reason) => {
            ended = reason;
          });
          callback(null, opened);
        });
      },
      maxHeaderSize: MAX_HEADERS,
    });
    const connection = { client, socket: () => socket, error: () => ended };
    this.#all.push(connection);
    return connection;
  }
}

/** Bytes that nobody has asked for are no answer to the next request. */
const isUsable = (socket: Socket | undefined): boolean =>
  socket?.destroyed === false && socket.readableLength === 0;

const connectionKey = ({ protocol, hostname }: URL, { address, port }: Endpoint): string =>
  `${protocol}//${hostname} ${address} ${port}`;

/** A host may be written with its final dot (RFC 3986 3.2.2), which names in TLS don't have (RFC 6066 3). */
export const bareHost = (host: string): string => host.replace(/\.$/, '');
