import { createClosteProvider } from '../../src/hosting/closte/client.js';
import { startCloste } from '../../src/sandbox/closte.js';
import { type HostingBehaviour, hostingContract } from './contract.js';
import { startTiny } from './tiny/server.js';
import { connectTiny } from './tiny/tiny.js';

const CLOSTE_MODES = {
  well: 'normal',
  unreadable: 'normal',
  refusing: 'refuse',
  failing: 'http-500',
  nonsense: 'not-json',
  silent: 'timeout-after-write',
  'broken-off': 'down',
} as const satisfies Record<HostingBehaviour, string>;

hostingContract('Closte', {
  start: async (apiKey) => {
    const closte = await startCloste({ apiKey });
    return {
      ...closte,
      calls: () => closte.calls().length,
      behave: (behaviour, words) => {
        closte.setMode(CLOSTE_MODES[behaviour], words);
        closte.setListForm(behaviour === 'unreadable' ? 'unknown-objects' : 'objects');
      },
    };
  },
  connect: (options) => createClosteProvider({ ...options, connectTimeoutMs: 500, totalTimeoutMs: 300 }),
});

hostingContract('a tiny provider', {
  start: startTiny,
  connect: (options) => connectTiny(options, 300),
});
