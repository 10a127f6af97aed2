import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Figures of Slack's app manifest schema 2.0.0. */
it('makes a Slack app that works at once, within Slack’s limits', () => {
  const manifest = JSON.parse(readFileSync('manifest.json', 'utf8'));
  const { display_information: display, features, oauth_config: oauth, settings } = manifest;
  expect(display.name.length).toBeLessThanOrEqual(35);
  expect(display.description.length).toBeLessThanOrEqual(140);
  expect(features.bot_user.display_name.length).toBeLessThanOrEqual(80);
  expect(features.slash_commands).toMatchObject([{ command: '/domain', should_escape: false }]);
  expect(features.slash_commands[0].url).toBeUndefined();
  expect(oauth.scopes.bot).toEqual(
    expect.arrayContaining([
      'commands',
      'chat:write',
      'channels:history',
      'groups:history',
      'usergroups:read',
    ]),
  );
  expect(settings).toMatchObject({
    interactivity: { is_enabled: true },
    socket_mode_enabled: true,
    token_rotation_enabled: false,
    org_deploy_enabled: false,
  });
});
