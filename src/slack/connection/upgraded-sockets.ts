import type { Duplex } from 'node:stream';
import type { Dispatcher } from 'undici';

export interface UpgradedSockets {
  /** Connects as before. */
  readonly dispatcher: Dispatcher;
  /** Ends what is open, whether or not the other side answers. */
  destroyAll(): void;
}

/**
 * Knows the sockets of WebSockets that go through a dispatcher. undici's `WebSocket` hides its own, and waits forever for
 * one that has fallen silent; the SDK (3.1.0) knows only those that it opened without a proxy.
 */
export function upgradedSockets(dispatcher: Dispatcher): UpgradedSockets {
  const open = new Set<Duplex>();
  const keep = (socket: Duplex) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  };
  return {
    dispatcher: dispatcher.compose(
      (dispatch) => (options, handler) => dispatch(options, keepingUpgrades(handler, keep)),
    ),
    destroyAll: () => {
      for (const socket of open) socket.destroy();
    },
  };
}

const keepingUpgrades = (
  handler: Dispatcher.DispatchHandler,
  keep: (socket: Duplex) => void,
): Dispatcher.DispatchHandler => ({
  onRequestStart: (...start) => handler.onRequestStart?.(...start),
  onRequestUpgrade: (controller, status, headers, socket) => {
    keep(socket);
    handler.onRequestUpgrade?.(controller, status, headers, socket);
  },
  onResponseStart: (...start) => handler.onResponseStart?.(...start),
  onResponseData: (...data) => handler.onResponseData?.(...data),
  onResponseEnd: (...end) => handler.onResponseEnd?.(...end),
  onResponseError: (...error) => handler.onResponseError?.(...error),
});
