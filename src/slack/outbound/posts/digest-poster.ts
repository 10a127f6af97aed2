import type { WebClient } from '@slack/web-api';
import { isoTime } from '../../../core/instant.js';
import { ChatError } from '../../../core/ports/chat-error.js';
import type { Digest, DigestPoster } from '../../../use-cases/worker/digest.js';
import type { Log } from '../../../util/log.js';
import { fitView } from '../../blocks/limits.js';
import type { View } from '../../blocks/view.js';
import { mapSlackErrors } from '../errors.js';
import { createFactFinder } from './change-poster.js';

const DIGEST_EVENT_TYPE = 'domain_digest';

/** Posts summaries, each with its mark as metadata. */
export function createDigestPoster(
  client: WebClient,
  view: (digest: Digest) => Promise<View>,
  log: Log,
): DigestPoster {
  const find = createFactFinder(client);
  return {
    post: async (digest, { id, at, period }) => {
      const { app, channel } = digest;
      const { text, blocks } = fitView(await view(digest));
      const metadata = {
        event_type: DIGEST_EVENT_TYPE,
        event_payload: { id, type: 'digest.posted', at: isoTime(at), app, period },
      };
      try {
        const { ts } = await mapSlackErrors(() =>
          client.chat.postMessage({ channel, text, blocks: [...blocks], metadata }),
        );
        if (ts === undefined) throw new ChatError('uncertain', 'Slack gave no ts');
        return ts;
      } catch (error) {
        if (!(error instanceof ChatError) || error.code === 'uncertain') throw error;
        log.warn({ reason: error.facts.name ?? error.code, channel }, 'summary could not be posted yet');
        return undefined;
      }
    },
    find: (channel, { id, at }) => find({ channel, id, at }),
  };
}
