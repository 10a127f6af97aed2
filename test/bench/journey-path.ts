import crypto from 'node:crypto';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import nodeUrl from 'node:url';
import { WebClient } from '@slack/web-api';
import type { CardThread } from '../../src/outbox/chat.js';
import type { Store, StoredMapping } from '../../src/store/store.js';
import { sourceOf } from './journey-coverage.js';

const FRAME = /\(?((?:file:\/\/)?\/[^():]+):\d+:\d+\)?$/;

/**
 * Records the files on the call stack, through every `await`, at each step of a command: the hostname is read, Slack is
 * asked, an event is hashed into its chain, the store is called, a file is written, the mapping is read for its card.
 */
export function createPath() {
  const files = new Set<string>();
  let isOn = false;
  const note = () => {
    if (!isOn) return;
    for (const line of (new Error().stack ?? '').split('\n')) {
      const file = sourceOf(FRAME.exec(line)?.[1] ?? '');
      if (file !== undefined) files.add(file);
    }
  };
  const noted = <Args extends unknown[], Result>(call: (...args: Args) => Result) =>
    function (this: unknown, ...args: Args): Result {
      note();
      return call.apply(this, args);
    };

  const watched = <Watched extends object>(value: Watched): Watched =>
    new Proxy(value, {
      get(target, name) {
        note();
        return Reflect.get(target, name);
      },
    });
  const watchedMapping = (stored: StoredMapping): StoredMapping => ({
    ...stored,
    mapping: watched(stored.mapping),
  });

  return {
    begin(): void {
      Error.stackTraceLimit = Number.POSITIVE_INFINITY;
      // Frames name what was compiled, as coverage does.
      process.setSourceMapsEnabled(false);
      WebClient.prototype.apiCall = noted(WebClient.prototype.apiCall);
      Object.assign(nodeUrl, { domainToASCII: noted(nodeUrl.domainToASCII) });
      Object.assign(crypto, { createHash: noted(crypto.createHash) });
      Object.assign(fs, { rename: noted(fs.rename) });
      syncBuiltinESMExports();
      isOn = true;
    },
    end(): void {
      isOn = false;
    },
    files: (): readonly string[] => [...files].sort(),
    watchStore: (store: Store): Store =>
      new Proxy(store, {
        get(target, name) {
          const value: unknown = Reflect.get(target, name);
          return typeof value === 'function' ? noted(value.bind(target)) : value;
        },
      }),
    watchThread: ({ main, www }: CardThread): CardThread => ({
      main: watchedMapping(main),
      www: www && watchedMapping(www),
    }),
  };
}
