import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { z } from 'zod';
import { LIMITS } from './limits.js';
import type { JsonObject } from './page-api.js';
import { acceptWebSocket, handshakeError, refuseUpgrade, type WebSocketConnection } from './websocket.js';
import { APP_ID } from './workspace.js';

const acknowledgement = z.object({ envelope_id: z.string(), payload: z.unknown() });

/** Socket Mode's connections: each envelope goes to any one of them and waits for its acknowledgement. */
export class Sockets {
  readonly #tickets = new Set<string>();
  readonly #open = new Set<WebSocketConnection>();
  readonly #waiting = new Map<string, (payload: unknown) => void>();
  #refusals = 0;
  #silentHellos = 0;

  constructor(
    private readonly onCount: (connected: number) => void,
    private readonly host: () => string,
  ) {}

  get count(): number {
    return this.#open.size;
  }

  /** The next connections are turned away. */
  refuse(times: number): void {
    this.#refusals = times;
  }

  /** The next connections open and are never told hello. */
  stayMute(times: number): void {
    this.#silentHellos = times;
  }

  /** A single-use address, as apps.connections.open gives it. */
  ticketUrl(): string {
    const ticket = randomBytes(8).toString('hex');
    this.#tickets.add(ticket);
    return `ws://${this.host()}/link?ticket=${ticket}`;
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '/', 'ws://slack.invalid').searchParams.get('ticket') ?? '';
    const problem = handshakeError(request);
    if (problem) return refuseUpgrade(socket, problem);
    if (!this.#tickets.delete(ticket)) return refuseUpgrade(socket, 403);
    if (this.#refusals > 0 || this.#open.size >= LIMITS.socketConnections) {
      this.#refusals = Math.max(0, this.#refusals - 1);
      return refuseUpgrade(socket, 503);
    }
    const connection = acceptWebSocket(request, socket, head, {
      onText: (text) => this.#receive(text),
      onClose: () => {
        clearInterval(pings);
        this.#open.delete(connection);
        this.onCount(this.#open.size);
      },
    });
    const pings = setInterval(() => connection.ping(), 10_000).unref();
    if (this.#silentHellos > 0) {
      this.#silentHellos--;
      return;
    }
    this.#open.add(connection);
    this.onCount(this.#open.size);
    connection.send(
      JSON.stringify({
        type: 'hello',
        num_connections: this.#open.size,
        debug_info: { host: 'sandbox', approximate_connection_time: 18_060 },
        connection_info: { app_id: APP_ID },
      }),
    );
  }

  /** Resolves with the acknowledgement's payload; undefined when nobody acknowledged in time. */
  deliver(
    type: 'slash_commands' | 'interactive',
    payload: JsonObject,
  ): Promise<{ payload: unknown } | undefined> {
    const [connection] = this.#open;
    if (!connection) return Promise.resolve(undefined);
    const envelopeId = randomBytes(12).toString('hex');
    connection.send(
      JSON.stringify({ type, envelope_id: envelopeId, payload, accepts_response_payload: true }),
    );
    return new Promise((resolve) => {
      const settle = (answer: { payload: unknown } | undefined) => {
        clearTimeout(timer);
        this.#waiting.delete(envelopeId);
        resolve(answer);
      };
      const timer = setTimeout(() => settle(undefined), LIMITS.ackTimeoutMs);
      this.#waiting.set(envelopeId, (answer) => settle({ payload: answer }));
    });
  }

  /** Slack's own goodbye before it refreshes a connection. */
  disconnect(reason: 'refresh_requested' | 'warning'): void {
    for (const connection of this.#open) {
      connection.send(JSON.stringify({ type: 'disconnect', reason }));
      if (reason !== 'warning') connection.close(1000, reason);
    }
  }

  stop(): void {
    for (const connection of this.#open) connection.destroy();
  }

  #receive(text: string): void {
    const parsed = acknowledgement.safeParse(safeJson(text));
    if (parsed.success) this.#waiting.get(parsed.data.envelope_id)?.(parsed.data.payload);
  }
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
