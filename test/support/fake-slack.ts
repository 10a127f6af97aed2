import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';

export interface Call {
  readonly method: string;
  readonly args: Readonly<Record<string, string>>;
  readonly authorization: string | undefined;
}

/** Answers one call with JSON, or writes to the response itself and returns nothing. */
export type Responder = (call: Call, response: ServerResponse) => object | undefined;

/** What the next connection meets: a hello, silence, a refusal, or a hello from one that never answers a close. */
export type Welcome = 'hello' | 'mute' | 'refused' | 'deaf';

/** Who auth.test says we are. */
export const identity = {
  botId: 'B1',
  botUserId: 'U1',
  botName: 'bot',
  team: 'Team',
  teamId: 'T1',
  url: 'https://team.slack.test/',
};

/** A Web API and Socket Mode endpoint that does exactly what a test tells it to, however unlike Slack that is. */
export class FakeSlack {
  readonly calls: Call[] = [];
  readonly sockets = new Set<WebSocket>();
  /** What came in over the sockets. */
  readonly received: unknown[] = [];
  readonly welcomes: Welcome[] = [];
  /** What a hello says of how many connections the app has. */
  connections = 1;
  readonly #answers = new Map<string, Responder>();
  readonly #upgrades = new WebSocketServer({ noServer: true, clientTracking: false });
  readonly #raw = new Set<Duplex>();
  readonly #server = createServer((request, response) => void this.#receive(request, response));

  constructor() {
    this.answer('auth.test', () => ({
      ok: true,
      bot_id: 'B1',
      user_id: 'U1',
      user: 'bot',
      team: 'Team',
      team_id: 'T1',
      url: 'https://team.slack.test/',
    }));
    this.answer('apps.connections.open', () => ({ ok: true, url: this.socketUrl }));
    this.#server.on('connection', (socket) => {
      this.#raw.add(socket);
      socket.once('close', () => this.#raw.delete(socket));
    });
    this.#server.on('upgrade', (request, socket, lastHash) => this.#upgrade(request, socket, lastHash));
  }

  get apiUrl(): string {
    return this.#url('http', '/api/');
  }

  get socketUrl(): string {
    return this.#url('ws', '/link');
  }

  /** The method is answered so from now on. */
  answer(method: string, responder: Responder): void {
    this.#answers.set(method, responder);
  }

  of(method: string): Call[] {
    return this.calls.filter((call) => call.method === method);
  }

  send(message: object): void {
    for (const socket of this.sockets) socket.send(JSON.stringify(message));
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async stop(): Promise<void> {
    for (const socket of this.#raw) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #url(scheme: string, path: string): string {
    return `${scheme}://127.0.0.1:${(this.#server.address() as AddressInfo).port}${path}`;
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const method = (request.url ?? '').replace('/api/', '');
    const args = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
    const call = { method, args, authorization: request.headers.authorization };
    this.calls.push(call);
    const answer = (this.#answers.get(method) ?? (() => ({ ok: false, error: 'unknown_method' })))(
      call,
      response,
    );
    if (answer) response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }

  #upgrade(request: IncomingMessage, socket: Duplex, lastHash: Buffer): void {
    const welcome = this.welcomes.shift() ?? 'hello';
    if (welcome === 'refused') {
      socket.end('HTTP/1.1 503 Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    this.#upgrades.handleUpgrade(request, socket, lastHash, (connection) => {
      connection.on('message', (data) => void this.received.push(JSON.parse(String(data))));
      connection.on('error', () => connection.terminate());
      connection.once('close', () => this.sockets.delete(connection));
      this.sockets.add(connection);
      if (welcome === 'deaf')
        socket
          .removeAllListeners('data')
          .resume()
          .once('end', () => socket.destroy());
      if (welcome !== 'mute')
        connection.send(
          JSON.stringify({
            type: 'hello',
            num_connections: this.connections,
            connection_info: { app_id: 'A1' },
          }),
        );
    });
  }
}
