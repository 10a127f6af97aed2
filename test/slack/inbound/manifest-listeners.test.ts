import { readFileSync } from 'node:fs';
import type { App } from '@slack/bolt';
import { expect, it } from 'vitest';
import type { ListenerOptions } from '../../../src/slack/inbound/listeners/context.js';
import { listenToEvents } from '../../../src/slack/inbound/listeners/events.js';
import { registerListeners } from '../../../src/slack/inbound/listeners/listeners.js';
import { translatorFor } from '../../support/translator.js';

interface Manifest {
  readonly features: {
    readonly shortcuts: readonly { readonly type: string; readonly callback_id: string }[];
    readonly slash_commands: readonly { readonly command: string }[];
  };
  readonly settings: { readonly event_subscriptions: { readonly bot_events: readonly string[] } };
}

const { features, settings }: Manifest = JSON.parse(readFileSync('manifest.json', 'utf8'));

/** What the code listens to, as it tells Bolt. */
function listened(): ReadonlyMap<string, readonly unknown[]> {
  const registered = new Map<string, unknown[]>();
  const app = new Proxy({} as App, {
    get: (_, kind: string) => (constraint: unknown) => {
      registered.set(kind, [...(registered.get(kind) ?? []), constraint]);
    },
  });
  registerListeners(app, {
    translator: translatorFor(),
    commands: [],
    useCases: {},
  } as unknown as ListenerOptions);
  listenToEvents(app, {} as Parameters<typeof listenToEvents>[1]);
  return registered;
}

const exact = (kind: string): unknown[] =>
  (listened().get(kind) ?? []).filter((each) => !(each instanceof RegExp));

it('every shortcut of the manifest is listened to in its kind, and no other is', () => {
  const types: Readonly<Record<string, string>> = { global: 'shortcut', message: 'message_action' };
  const inManifest = features.shortcuts.map(({ type, callback_id }) => ({ callback_id, type: types[type] }));
  const byId = (one: { callback_id: string }, other: { callback_id: string }) =>
    one.callback_id < other.callback_id ? -1 : 1;
  expect((exact('shortcut') as typeof inManifest).toSorted(byId)).toEqual(inManifest.toSorted(byId));
});

it('the slash command is the manifest’s', () => {
  expect(exact('command')).toEqual(features.slash_commands.map(({ command }) => command));
});

/** Acknowledged or handled if an admin's own manifest subscribes to them; the bot needs neither. */
const HARMLESS = ['function_executed', 'member_left_channel'];

it('every event that the code handles is subscribed to, and the other way round', () => {
  const handled = exact('event').filter((name) => !HARMLESS.includes(String(name)));
  const subscribed = settings.event_subscriptions.bot_events.map((name) =>
    name.replace(/^message\..*/, 'message'),
  );
  expect(handled.toSorted()).toEqual(subscribed.toSorted());
});
