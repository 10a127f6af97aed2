import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { parsedJson } from '../../requests.js';
import type { JsonObject } from '../page-api.js';
import { SLACK_FIGURES } from '../rules/limits.js';
import { SLACK_APP_ID } from '../workspace.js';

const PING_INTERVAL_MS = 10_000;
const MAX_TICKETS = 1000;
const MAX_FRAME_BYTES = 1_000_000;
const NORMAL_CLOSURE = 1000;

const acknowledgement = z.object({ envelope_id: z.string(), payload: z.unknown().optional() });
const debugInfo = { host: 'sandbox', build_number: 1, approximate_connection_time: 18_060 };

/** The types of Socket Mode's envelopes. */
export type DeliveryKind = 'slash_commands' | 'interactive' | 'events_api';

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';

export interface SocketsOptions {
  readonly onCount: (connected: number) => void;
  /** `127.0.0.1:port` */
  readonly host: () => string;
  /** False for an app whose requests go to a URL. */
  readonly isSocketMode: boolean;
  /** The app that the app-level token names. Sockets of another app than ours get no events. */
  readonly appId: string;
  readonly ackTimeoutMs: number;
}

/** Socket Mode's connections: each envelope goes to any one of them and waits for its acknowledgement. */
export class Sockets {
  readonly #tickets = new Set<string>();
  /** Every WebSocket; those that got a hello are in `#ready`, too. */
  readonly #open = new Set<WebSocket>();
  readonly #ready = new Set<WebSocket>();
  readonly #waiting = new Map<string, (payload: unknown) => void>();
  readonly #server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: MAX_FRAME_BYTES,
  });
  #refusals = 0;
  #silentHellos = 0;

  constructor(private readonly options: SocketsOptions) {}

  get count(): number {
    return this.#ready.size;
  }

  /** Rejects the next connections. */
  refuse(times: number): void {
    this.#refusals = times;
  }

  /** The next connections open but get no hello. */
  stayMute(times: number): void {
    this.#silentHellos = times;
  }

  /** A single-use address, as apps.connections.open gives it. */
  ticketUrl(): string {
    const ticket = randomBytes(8).toString('hex');
    const [oldest] = this.#tickets;
    if (this.#tickets.size >= MAX_TICKETS && oldest !== undefined) this.#tickets.delete(oldest);
    this.#tickets.add(ticket);
    return `ws://${this.options.host()}/link?ticket=${ticket}&app_id=${this.options.appId}`;
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const ticket = new URL(request.url ?? '/', 'ws://slack.invalid').searchParams.get('ticket') ?? '';
    if (!this.#tickets.delete(ticket)) return refuseUpgrade(socket, 403);
    if (this.#refusals > 0) {
      this.#refusals--;
      return refuseUpgrade(socket, 503);
    }
    this.#server.handleUpgrade(request, socket, head, (connection) => this.#accept(connection));
  }

  /** Resolves with the acknowledgement's payload; undefined when nobody acknowledged in time. */
  deliver(type: DeliveryKind, payload: JsonObject): Promise<{ payload: unknown } | undefined> {
    const [connection] = this.#ready;
    if (!connection || this.options.appId !== SLACK_APP_ID) return Promise.resolve(undefined);
    this.#ready.delete(connection);
    this.#ready.add(connection);
    const envelopeId = randomBytes(12).toString('hex');
    const acknowledged = this.#acknowledgementOf(envelopeId);
    const envelope = { envelope_id: envelopeId, payload, type, ...attributesOf(type) };
    connection.send(JSON.stringify(envelope));
    return acknowledged;
  }

  /** Slack's own goodbye; only a `warning` leaves the connections open. */
  disconnect(reason: DisconnectReason): void {
    for (const connection of this.#ready) sayGoodbye(connection, reason);
  }

  /** Cuts every connection without a close, as a broken network does. */
  drop(): void {
    for (const connection of this.#open) connection.terminate();
  }

  #accept(connection: WebSocket): void {
    const pings = setInterval(() => connection.ping(), PING_INTERVAL_MS).unref();
    this.#open.add(connection);
    connection.on('message', (data) => this.#receive(String(data)));
    connection.on('error', () => connection.terminate());
    connection.once('close', () => {
      clearInterval(pings);
      this.#open.delete(connection);
      if (this.#ready.delete(connection)) this.options.onCount(this.#ready.size);
    });
    this.#welcome(connection);
  }

  #welcome(connection: WebSocket): void {
    if (this.#silentHellos > 0) {
      this.#silentHellos--;
      return;
    }
    if (!this.options.isSocketMode) return sayGoodbye(connection, 'link_disabled');
    if (this.#ready.size >= SLACK_FIGURES.socketConnections)
      return sayGoodbye(connection, 'too_many_websockets');
    this.#ready.add(connection);
    this.options.onCount(this.#ready.size);
    connection.send(
      JSON.stringify({
        type: 'hello',
        num_connections: this.#ready.size,
        debug_info: debugInfo,
        connection_info: { app_id: this.options.appId },
      }),
    );
  }

  #acknowledgementOf(envelopeId: string): Promise<{ payload: unknown } | undefined> {
    return new Promise((resolve) => {
      const settle = (answer: { payload: unknown } | undefined) => {
        clearTimeout(timer);
        this.#waiting.delete(envelopeId);
        resolve(answer);
      };
      const timer = setTimeout(() => settle(undefined), this.options.ackTimeoutMs);
      this.#waiting.set(envelopeId, (payload) => settle({ payload }));
    });
  }

  #receive(text: string): void {
    const parsed = acknowledgement.safeParse(parsedJson(text));
    if (parsed.success) this.#waiting.get(parsed.data.envelope_id)?.(parsed.data.payload);
  }
}

function sayGoodbye(connection: WebSocket, reason: DisconnectReason): void {
  connection.send(JSON.stringify({ type: 'disconnect', reason, debug_info: debugInfo }));
  if (reason !== 'warning') connection.close(NORMAL_CLOSURE, reason);
}

/** Refuses an upgrade with a plain HTTP status. */
function refuseUpgrade(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** An event is only acknowledged; a command or an interaction may be answered in the acknowledgement. */
const attributesOf = (type: DeliveryKind): JsonObject =>
  type === 'events_api'
    ? { accepts_response_payload: false, retry_attempt: 0, retry_reason: '' }
    : { accepts_response_payload: true };
