import type { Serving } from '../../../src/sandbox/edge/edge.js';
import type { World } from '../../../src/sandbox/world.js';
import { hostnameOf, zoneOf } from './seed.js';

/** The same few flap all the time: their events reach the bound, and the others stay as they are. */
export const FLAPPING = 100;
const BROKEN_AT_ONCE = 20;
const BROKEN_MS = 4 * 60_000;
const EVERY_MS = (BROKEN_MS / BROKEN_AT_ONCE) | 0;
const SERVINGS: readonly Serving[] = ['expired', 'wrong-name', 'reset', 'handshake-failure'];

/** Breaks DNS or TLS of one hostname after the other, and mends it some minutes later. */
export function startFlapping(world: World, count: number, random: () => number): { stop(): void } {
  const timers = new Set<NodeJS.Timeout>();
  const faults = [wrongAddress, silentServers, failingServers, badCertificate];
  let next = 0;

  function breakOne(): void {
    const at = next++ % Math.min(FLAPPING, count);
    const fault = faults[Math.floor(random() * faults.length)] ?? wrongAddress;
    const mend = fault(world, at, random);
    const timer = setTimeout(() => {
      timers.delete(timer);
      mend();
    }, BROKEN_MS);
    timers.add(timer);
  }

  const breaking = setInterval(breakOne, EVERY_MS);
  return {
    stop: () => {
      clearInterval(breaking);
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

type SoakFault = (world: World, at: number, random: () => number) => () => void;

const wrongAddress: SoakFault = ({ dns, target }, at) => {
  const zone = dns.zoneOf(hostnameOf(at));
  const pointTo = (address: string) => {
    zone?.remove(hostnameOf(at));
    zone?.add(hostnameOf(at), 'A', address);
  };
  pointTo('192.0.2.80');
  return () => pointTo(target.address);
};

const behaving =
  (behaviour: 'silent' | 'servfail'): SoakFault =>
  ({ dns }, at) => {
    dns.setBehaviour(zoneOf(at), behaviour);
    return () => dns.setBehaviour(zoneOf(at), 'normal');
  };
const silentServers = behaving('silent');
const failingServers = behaving('servfail');

const badCertificate: SoakFault = ({ edge }, at, random) => {
  const serving = SERVINGS[Math.floor(random() * SERVINGS.length)] ?? 'expired';
  void edge.serve(hostnameOf(at), serving);
  return () => void edge.serve(hostnameOf(at), 'issued');
};
