import { type Server, UdpChannel, type Waiter } from './udp-channel.js';

/** A server, and the channel for the next query to it. */
export interface Destination {
  readonly server: Server;
  channel: UdpChannel | undefined;
}

const MAX_UDP_CHANNELS = 256;

/** One channel per server, and not too many in all. */
export class UdpChannels {
  /** In the order in which they were opened. */
  readonly #open = new Set<UdpChannel>();

  ask(destination: Destination, waiter: Waiter): void {
    const { channel } = destination;
    const usable = channel && !channel.isUsedUp ? channel : this.#opened(destination);
    usable.ask(waiter);
  }

  #opened(destination: Destination): UdpChannel {
    const opened = new UdpChannel(destination.server, (gone) => {
      this.#open.delete(gone);
      if (destination.channel === gone) destination.channel = undefined;
    });
    destination.channel = opened;
    this.#open.add(opened);
    const [oldest] = this.#open;
    if (oldest && this.#open.size > MAX_UDP_CHANNELS) this.#retire(oldest);
    return opened;
  }

  #retire(channel: UdpChannel): void {
    channel.retire();
    this.#open.delete(channel);
  }
}
