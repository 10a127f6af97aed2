import type { App, BlockAction } from '@slack/bolt';
import { code } from '../../blocks/mrkdwn.js';
import { sentence } from '../../views/answers/answers.js';
import { noticeDialog } from '../../views/dialogs/notice.js';
import type { ListenerContext } from './context.js';

type Listening = 'action' | 'command' | 'options' | 'shortcut' | 'view';
const LISTENING: readonly string[] = [
  'action',
  'command',
  'options',
  'shortcut',
  'view',
] satisfies Listening[];

/** A Bolt app that records its listeners. */
export interface NotedApp {
  readonly app: App;
  isKnown(kind: Listening, id: string): boolean;
}

/** The same app; records the IDs of every listener registered. */
export function noteListeners(app: App): NotedApp {
  const noted = new Map<string, (string | RegExp)[]>();
  const noting = new Proxy(app, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      if (typeof name !== 'string' || !LISTENING.includes(name)) return value.bind(target);
      return (constraint: unknown, ...listeners: unknown[]) => {
        noted.set(name, [...(noted.get(name) ?? []), ...idsIn(constraint)]);
        return value.call(target, constraint, ...listeners);
      };
    },
  });
  const matches = (known: string | RegExp, id: string) =>
    typeof known === 'string' ? known === id : new RegExp(known.source, known.flags).test(id);
  return { app: noting, isKnown: (kind, id) => (noted.get(kind) ?? []).some((known) => matches(known, id)) };
}

/** A constraint is an id, a pattern, or an object that holds one. */
function idsIn(constraint: unknown): (string | RegExp)[] {
  if (typeof constraint === 'string' || constraint instanceof RegExp) return [constraint];
  if (typeof constraint !== 'object' || constraint === null) return [];
  const ids = ['action_id', 'callback_id'].map((name): unknown => Reflect.get(constraint, name));
  return ids.filter((id) => typeof id === 'string' || id instanceof RegExp);
}

/**
 * Acknowledges, with a sentence, elements of an older version or a manifest with more than this version knows; Slack
 * would show an error. Register it last, on the bare app.
 */
export function listenToOutdated(app: App, { isKnown }: NotedApp, context: ListenerContext): void {
  const { translator, responder } = context;
  const outdated = () => translator.t('problem.outdated');

  app.command(/^\//, async ({ ack, body }) => {
    if (isKnown('command', body.command)) return;
    const text = translator.t('problem.other-command', { typed: code(body.command.slice(0, 40)) });
    await ack({ text, response_type: 'ephemeral' });
  });

  app.action<BlockAction>(/^/, async ({ ack, body, action }) => {
    if (isKnown('action', action.action_id)) return;
    await ack();
    // Most elements of a dialog need no listener; a button that opens a page never does.
    if (body.view !== undefined || (action.type === 'button' && action.url !== undefined)) return;
    await responder.follow({ now: sentence(outdated()) }, body.response_url);
  });

  app.shortcut(/^/, async ({ ack, body }) => {
    if (isKnown('shortcut', body.callback_id)) return;
    await ack();
    await responder.open(body.trigger_id, noticeDialog(outdated(), translator));
  });

  // What only older apps and other kinds of dialogs send: Slack shows an error unless it is acknowledged.
  for (const type of ['interactive_message', 'dialog_submission'] as const)
    app.action({ type }, async ({ ack }) => ack());
  app.options(/^/, async ({ ack, body }) => {
    if (!('action_id' in body) || !isKnown('options', body.action_id)) await ack({ options: [] });
  });
  app.view({ type: 'view_closed', callback_id: /^/ }, async ({ ack }) => ack());
  app.event('function_executed', async ({ ack }) => ack());

  app.view(/^/, async ({ ack, view }) => {
    if (isKnown('view', view.callback_id)) return;
    await ack({ response_action: 'update', view: noticeDialog(outdated(), translator) });
  });
}
