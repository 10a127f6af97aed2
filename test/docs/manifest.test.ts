import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { BOT_EVENTS } from '../../src/sandbox/slack/delivery/events.js';

const text = (most: number, least = 1) => z.string().min(least).max(most);
const url = (most: number) => text(most).regex(/^https?:\/\//);
const unique = (most: number) =>
  z
    .array(text(50))
    .max(most)
    .refine((items) => new Set(items).size === items.length, 'names something twice');

/** Figures of Slack's app manifest schema 2.0.0 (github.com/slackapi/manifest-schema), as far as they are in use. */
const schema = z.strictObject({
  display_information: z.strictObject({
    name: text(35),
    description: text(140).optional(),
    background_color: text(7, 4)
      .regex(/^#[\da-f]{3}(?:[\da-f]{3})?$/i)
      .optional(),
    long_description: text(4_000, 175).optional(),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    shortcuts: z
      .array(
        z.strictObject({
          name: text(24),
          type: z.enum(['global', 'message']),
          callback_id: text(255),
          description: text(150),
        }),
      )
      .max(10),
    bot_user: z.strictObject({ display_name: text(80), always_online: z.boolean().optional() }),
    slash_commands: z
      .array(
        z.strictObject({
          command: text(32, 2).regex(/^\//),
          url: url(3_000).optional(),
          description: text(2_000),
          usage_hint: text(1_000).optional(),
          should_escape: z.boolean().optional(),
        }),
      )
      .min(1)
      .max(50),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: unique(255) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ request_url: url(3_500).optional(), bot_events: unique(100) }),
    interactivity: z.strictObject({ is_enabled: z.boolean(), request_url: url(3_500).optional() }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

const read = (path: string) => schema.parse(JSON.parse(readFileSync(path, 'utf8')));
const socket = read('manifest.json');
const http = read('manifest.http.json');

/** The same app, but for how Slack reaches the bot. */
const withoutMode = ({ features, settings, ...rest }: z.infer<typeof schema>) => ({
  ...rest,
  features: { ...features, slash_commands: features.slash_commands.map(({ url: _, ...command }) => command) },
  settings: {
    ...settings,
    event_subscriptions: { bot_events: settings.event_subscriptions.bot_events },
    interactivity: { is_enabled: settings.interactivity.is_enabled },
    socket_mode_enabled: undefined,
  },
});

it('there is one app, for Socket Mode and for HTTP', () => {
  expect(withoutMode(http)).toEqual(withoutMode(socket));
  expect(socket.settings.socket_mode_enabled).toBe(true);
  expect(http.settings.socket_mode_enabled).toBe(false);
});

it('over HTTP everything goes to the one address that the bot answers, and nowhere in Socket Mode', () => {
  const urls = ({ features, settings }: z.infer<typeof schema>) => [
    ...features.slash_commands.map((command) => command.url),
    settings.event_subscriptions.request_url,
    settings.interactivity.request_url,
  ];
  expect(new Set(urls(http)).size).toBe(1);
  expect(new URL(urls(http)[0] ?? '').pathname).toBe('/slack/events');
  expect(urls(socket)).toEqual([undefined, undefined, undefined]);
});

it('mentions arrive as ids, the messages tab can be written in, and there is a Home tab', () => {
  expect(socket.features.slash_commands).toMatchObject([{ command: '/domain', should_escape: true }]);
  expect(socket.features.app_home).toMatchObject({
    home_tab_enabled: true,
    messages_tab_enabled: true,
    messages_tab_read_only_enabled: false,
  });
  expect(socket.settings.token_rotation_enabled).toBe(false);
});

it('asks for the scopes that are used, and no other', () => {
  expect([...socket.oauth_config.scopes.bot].sort()).toEqual([
    'app_mentions:read',
    'channels:history',
    'channels:join',
    'channels:read',
    'chat:write',
    'commands',
    'files:read',
    'files:write',
    'groups:history',
    'groups:read',
    'im:history',
    'im:write',
    'usergroups:read',
    'users:read',
  ]);
});

it('subscribes to mentions, direct messages, its Home tab, and what happens to channels and to the app', () => {
  const subscribed = new Set(socket.settings.event_subscriptions.bot_events);
  const unused = BOT_EVENTS.filter((event) => !subscribed.has(event));
  expect(unused).toEqual([]);
});
