import { afterEach, describe, expect, it } from 'vitest';
import type { Message } from '../../src/sandbox/slack/page-api.js';
import { ALICE, BOB, CAROL, closeLab, type Lab, openLab } from '../support/lab.js';

const HOSTNAME = 'shop.example.com';

let lab: Lab;
const open = async (
  options: Parameters<typeof openLab>[0] = {},
  prepare: (lab: Lab) => void = () => undefined,
) => {
  lab = await openLab(options);
  prepare(lab);
  await lab.start();
};
afterEach(() => closeLab(lab));

const slack = () => lab.world.slack;
const reported = (words: string, user = ALICE) =>
  lab.until(() => lab.privately(user).find(({ text }) => text.includes(words)), 30_000);
const roots = (): Message[] =>
  lab.messages().filter(({ ephemeralFor, threadTs, ts }) => !ephemeralFor && (threadTs ?? ts) === ts);
const typeOf = ({ metadata }: Message): unknown => metadata?.event_payload['type'];

async function map(hostname = HOSTNAME, user = ALICE): Promise<Message> {
  await lab.type(`/domain map ${hostname}`, user);
  await lab.until(() => lab.thread(hostname).includes('alias.added'), 30_000);
  const card = lab.card(hostname);
  if (!card) throw new Error('there is no card');
  return card;
}

/** Each event once, under one card or its successor. */
function eachOnce(): void {
  const ids = lab.messages().flatMap(({ metadata }) => metadata?.event_payload['id'] ?? []);
  expect(new Set(ids).size).toBe(ids.length);
}

describe('a name that Slack gives once', () => {
  const NAMES = [
    'restricted_action_thread_locked',
    'cannot_reply_to_message',
    'ekm_access_denied',
    'app_access_restricted',
    'message_limit_exceeded',
    'team_not_found',
    'invalid_metadata_schema',
    'metadata_must_be_sent_from_app',
    'attachment_payload_limit_exceeded',
    'too_many_attachments',
    'external_channel_migrating',
    'update_failed',
    'streaming_state_conflict',
    'metadata_too_large',
  ];

  it('delays no event for long, doubles none, and holds up no other domain', async () => {
    await open();
    for (const [at, error] of NAMES.entries()) {
      const hostname = `h${at}.example.com`;
      slack().faults.plan('chat.postMessage', { error });
      await map(hostname);
      expect(lab.thread(hostname), error).toEqual(['alias.added']);
    }
    eachOnce();
    for (const error of ['update_failed', 'streaming_state_conflict', 'edit_window_closed'])
      slack().faults.plan('chat.update', { error });
    lab.pointDns('h0.example.com');
    await lab.until(() => lab.thread('h0.example.com').includes('domain.done'), 60_000);
    eachOnce();
  }, 240_000);
});

describe('cards', () => {
  it('cards that can’t be edited any more stay; their state is posted under them', async () => {
    await open();
    const card = await map();
    slack().workspace.settings.editWindowMs = 1;
    lab.pointDns(HOSTNAME);
    await lab.until(() => lab.thread(HOSTNAME).includes('domain.done'), 60_000);
    await lab.until(() =>
      lab
        .messages()
        .some(({ threadTs, metadata, text }) => threadTs === card.ts && !metadata && text.includes('Ready')),
    );
    expect(roots().filter(({ metadata }) => metadata)).toHaveLength(1);
    eachOnce();
  }, 90_000);

  it('cards whose thread is locked get one successor, linked', async () => {
    await open();
    const card = await map();
    slack().admin.lockThread(card.channel, card.ts);
    lab.pointDns(HOSTNAME);
    await lab.until(() => lab.thread(HOSTNAME).includes('domain.done'), 60_000);
    expect(roots().filter((root) => typeOf(root) === 'domain.requested')).toHaveLength(2);
    expect(JSON.stringify(lab.card(HOSTNAME)?.blocks)).toContain(`p${card.ts.replace('.', '')}`);
  }, 90_000);

  it('cards that somebody deleted with all their replies leave no reply astray in the channel', async () => {
    await open();
    const card = await map();
    for (const message of lab.messages().filter(({ threadTs, ts }) => threadTs === card.ts && ts !== card.ts))
      slack().workspace.remove(message);
    slack().workspace.remove(card);
    lab.pointDns(HOSTNAME);
    await lab.until(() => lab.thread(HOSTNAME).includes('domain.done'), 60_000);
    expect(roots().map(typeOf)).toEqual(['domain.requested']);
    eachOnce();
  }, 90_000);
});

describe('the only answer a person gets', () => {
  it.each([
    ['used up or expired', { status: 404 }],
    ['gone', { status: 410 }],
  ])('comes in the channel when its response URL is %s', async (_, fault) => {
    await open();
    await map();
    slack().faults.plan('response_url', { status: fault.status }, 5);
    await lab.type('/domain doctor');
    await reported('found.');
    expect(slack().calls).toContain('chat.postEphemeral');
  });

  it('comes by its response URL once Slack has time for it', async () => {
    await open();
    slack().faults.plan('response_url', { status: 503 });
    await lab.type('/domain doctor');
    await reported('found.');
    expect(slack().calls).not.toContain('chat.postEphemeral');
  });

  it.each([
    ['has expired', { error: 'expired_trigger_id' }],
    ['was used', { error: 'exchanged_trigger_id' }],
    ['expires while Slack is slow', { delayMs: 3_500 }],
  ])('is to press again when the dialog’s trigger %s', async (_, fault) => {
    await open();
    const card = await map();
    slack().faults.plan('views.open', fault);
    await lab.press(card, 'unmap');
    await reported('That took too long for Slack. Try again.');
    expect(lab.lines.join('\n')).not.toContain('incident');
    await lab.press(card, 'unmap');
    await lab.until(() => slack().workspace.views.size > 0);
  });
});

it('what the plan hides is out of reach, and nobody is accused of it', async () => {
  await open();
  await map();
  await lab.type('/domain map blog.example.com');
  await lab.until(() => lab.thread('blog.example.com').includes('alias.added'));
  slack().workspace.settings.visibleMs = 1;
  await lab.type('/domain audit verify');
  const direct = () =>
    [...slack().workspace.channels.values()]
      .filter(({ members }) => members?.includes(ALICE))
      .flatMap(({ id }) => lab.messages(id))
      .at(-1);
  // The direct message itself is hidden, too: only what was posted last can be seen.
  const { text, blocks } = await lab.until(() => {
    const last = direct();
    return last?.text.includes('mapping') && !last.text.includes('Read') ? last : undefined;
  }, 60_000);
  expect(text).toContain('No differences found, but not everything could be checked');
  expect(JSON.stringify(blocks)).toContain('Slack no longer');
}, 90_000);

describe('people', () => {
  const GRID = {
    id: 'U06GRETA',
    name: 'greta',
    realName: 'Greta Grid',
    teamId: 'T2OTHER',
    gridTeams: ['T2OTHER'],
  };

  it('of the whole organisation are members where the app is installed for it', async () => {
    await open({}, ({ world }) => {
      world.slack.workspace.users.push(GRID);
      world.slack.workspace.settings.enterprise = { id: 'E0ORG', name: 'Org', isOrgInstall: true };
    });
    await map(HOSTNAME, GRID.id);
    await lab.press(lab.card(HOSTNAME), 'check', GRID.id);
    await lab.until(() => lab.thread(HOSTNAME).includes('check.requested'));
    await lab.type('/domain doctor');
    const { blocks } = await reported('found.');
    expect(JSON.stringify(blocks)).toContain('installed for the whole organization E0ORG');
  });

  it('of another workspace of the organisation are not, where it is installed for one', async () => {
    await open({}, ({ world }) => {
      world.slack.workspace.users.push(GRID);
      world.slack.workspace.settings.enterprise = { id: 'E0ORG', name: 'Org', isOrgInstall: false };
    });
    await lab.type(`/domain map ${HOSTNAME}`, GRID.id);
    await reported('You don’t have permission to map domains', GRID.id);
    expect(lab.card(HOSTNAME)).toBeUndefined();
  });

  const withOperators =
    (...operators: string[]) =>
    (config: Lab['config']) => ({ ...config, operators });

  it('of one user group keep their rights when another is gone', async () => {
    await open({ change: withOperators('S09GONE', 'S01OPERATORS', CAROL) });
    await map(HOSTNAME, BOB);
    await map('blog.example.com', CAROL);
    await lab.type('/domain map third.example.com', ALICE);
    await reported('You don’t have permission to map domains', ALICE);
  });

  it('named by id keep theirs when the plan has no user groups', async () => {
    await open({ change: withOperators('S01OPERATORS', CAROL) }, ({ world }) => {
      world.slack.workspace.settings.hasUserGroups = false;
    });
    await map(HOSTNAME, CAROL);
    await lab.type('/domain map blog.example.com', BOB);
    await reported('You don’t have permission to map domains', BOB);
  });
});
