import { describe, expect, it, vi } from 'vitest';
import { isLeftAlone, isOwn } from '../../src/core/own-names.js';
import { type HostingProvider, withOwnNames } from '../../src/hosting/provider.js';

const HOST = 'network.example.com';

it.each([
  ['network.example.com', true, true],
  ['www.network.example.com', true, true],
  ['shop.network.example.com', true, false],
  ['a.b.network.example.com', true, false],
  ['shop.example.com', false, false],
  ['othernetwork.example.com', false, false],
])(
  '%s is the network’s own: %s; gets no mapping even where own subdomains are followed: %s',
  (name, own, alone) => {
    for (const networkHost of [HOST, `www.${HOST}`]) {
      expect(isOwn(name, networkHost)).toBe(own);
      expect(isLeftAlone(name, { networkHost })).toBe(own);
      expect(isLeftAlone(name, { networkHost, followsOwn: true })).toBe(alone);
    }
    expect(isOwn(name, undefined)).toBe(false);
  },
);

describe('the hosting provider', () => {
  it('is not asked to add or remove an own name: it would refuse, and serves it anyway', async () => {
    const provider = { addAlias: vi.fn(async () => 'added'), removeAlias: vi.fn(async () => 'removed') };
    const own = withOwnNames(provider as unknown as HostingProvider, (name) => isOwn(name, HOST));
    expect(await own.addAlias(`shop.${HOST}`)).toBe('already');
    expect(await own.removeAlias(`shop.${HOST}`)).toBe('already');
    expect(provider.addAlias).not.toHaveBeenCalled();
    expect(await own.addAlias('shop.example.com')).toBe('added');
    expect(await own.removeAlias('shop.example.com')).toBe('removed');
  });
});
