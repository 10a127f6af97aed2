import type { WebClient } from '@slack/web-api';
import { anyDetails } from '../../../core/events/event.js';
import { isoTime } from '../../../core/instant.js';
import { ChatError } from '../../../core/ports/chat-error.js';
import { Lookups } from '../../../outbox/lookups.js';
import { languageOfTexts } from '../../../settings/customer-texts.js';
import type { ChangePoster } from '../../../settings/report-changes.js';
import { type ChangesAtOnce, type SettingChange, settingEvent } from '../../../settings/stored-settings.js';
import { fitView } from '../../blocks/limits.js';
import { escapeMrkdwn } from '../../blocks/mrkdwn.js';
import type { View } from '../../blocks/view.js';
import { mapSlackErrors } from '../errors.js';
import { inSimplerForms } from '../metadata.js';
import { createSearch, oldestSince } from './search.js';

const CHANGE_EVENT_TYPE = 'domain_setting';

/** Posts changes of settings, those made at once as one message, with their facts as metadata. */
export function createChangePoster(client: WebClient, view: (changes: ChangesAtOnce) => View): ChangePoster {
  async function post(changes: ChangesAtOnce): Promise<string> {
    const [first, ...others] = changes;
    const { channel } = first;
    const { text, blocks } = viewOr(view, changes);
    const more = others.length === 0 ? {} : { more: JSON.stringify(others.map(payloadOfChange)) };
    const metadata = { event_type: CHANGE_EVENT_TYPE, event_payload: { ...payloadOfChange(first), ...more } };
    const { ts } = await mapSlackErrors(() =>
      inSimplerForms(
        () => client.chat.postMessage({ channel, text, blocks: [...blocks], metadata }),
        () => client.chat.postMessage({ channel, text, metadata }),
      ),
    );
    if (ts === undefined) throw new ChatError('uncertain', 'Slack gave no ts');
    return ts;
  }

  return { post, find: createFactFinder(client) };
}

/** Finds a message of ours by the ID in its metadata. `at`: when it was first tried, epoch ms. */
export function createFactFinder(client: WebClient) {
  const search = createSearch();
  const lookups = new Lookups();
  return async ({
    channel,
    id,
    at,
  }: Pick<SettingChange, 'channel' | 'id' | 'at'>): Promise<string | undefined> => {
    const check = () =>
      mapSlackErrors(() =>
        search([id], (page) => client.conversations.history({ channel, oldest: oldestSince(at), ...page })),
      );
    const found = await lookups.try(channel, check);
    return found === 'impossible' ? undefined : found?.ts;
  };
}

const payloadOfChange = (change: SettingChange) => {
  const { id, at, by, app, setting } = change;
  return { id, at: isoTime(at), by, app, setting, ...factsOfChange(change) };
};

/** Texts for customers are too long for metadata, which holds their names only. */
const factsOfChange = (change: SettingChange) => {
  const { app: _, setting: __, ...details } = anyDetails(settingEvent(change));
  return details as Readonly<Record<string, string | number | boolean>>;
};

/** A fault in the view is ours, not Slack's: post the bare facts. */
function viewOr(view: (changes: ChangesAtOnce) => View, changes: ChangesAtOnce): View {
  try {
    return fitView(view(changes));
  } catch {
    return { text: changes.map(bareFacts).join('\n'), blocks: [] };
  }
}

function bareFacts({ app, channel, setting, from, to }: SettingChange): string {
  const isShort = languageOfTexts(setting) === undefined;
  return escapeMrkdwn(`${app || channel}: ${setting}${isShort ? ` ${from} → ${to}` : ''}`);
}
