import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';

const text = (most: number) => z.string().min(1).max(most);

/** The part of Slack's app manifest schema 2.0.0 that is in use, with its figures; other fields would be a mistake. */
const manifestSchema = z.strictObject({
  display_information: z.strictObject({
    name: text(35),
    description: text(140),
    background_color: z.string().regex(/^#(?:[\da-f]{3}){1,2}$/i),
  }),
  features: z.strictObject({
    bot_user: z.strictObject({
      display_name: text(80).regex(/^[a-z\d._-]+$/),
      always_online: z.boolean(),
    }),
    slash_commands: z
      .array(
        z.strictObject({
          command: text(32).regex(/^\/[a-z\d_-]+$/),
          description: text(2_000),
          usage_hint: text(1_000),
          should_escape: z.literal(false),
        }),
      )
      .max(50),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.string()).max(255) }) }),
  settings: z.strictObject({
    interactivity: z.strictObject({ is_enabled: z.literal(true) }),
    org_deploy_enabled: z.literal(false),
    socket_mode_enabled: z.literal(true),
    token_rotation_enabled: z.literal(false),
  }),
});

const manifest = manifestSchema.parse(JSON.parse(readFileSync('manifest.json', 'utf8')));

it('makes a Slack app with one command, within Slack’s limits', () => {
  expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual(['/domain']);
});

it('asks for the scopes that are used, and no other', () => {
  expect([...manifest.oauth_config.scopes.bot].sort()).toEqual([
    'channels:history',
    'channels:read',
    'chat:write',
    'chat:write.public',
    'commands',
    'files:write',
    'groups:history',
    'groups:read',
    'im:write',
    'usergroups:read',
    'users:read',
  ]);
});
