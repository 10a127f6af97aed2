import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt';
import { z } from 'zod';

const withView = z.object({ view: z.object({ private_metadata: z.string() }) });
const TEXT_LIKE_CHANNEL = /"([CDG][A-Z0-9]+)"/g;

/** A dialog that was open while its channel got another ID is submitted with the old one. */
export const followMovedChannels =
  (channelNow: (id: string) => string): Middleware<AnyMiddlewareArgs> =>
  ({ body, next }) => {
    if (withView.safeParse(body).success) {
      const { view } = body as unknown as z.infer<typeof withView>;
      view.private_metadata = view.private_metadata.replaceAll(
        TEXT_LIKE_CHANNEL,
        (_, id: string) => `"${channelNow(id)}"`,
      );
    }
    return next();
  };
