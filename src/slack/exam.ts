import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { SlackExam } from '../doctor/slack-checks.js';

/** Asks Slack what the doctor wants to know. */
export const createSlackExam = (client: WebClient): SlackExam => ({
  whoAmI: async () => {
    const { team = '', response_metadata } = await client.auth.test();
    return { team, scopes: response_metadata?.scopes };
  },
  channel: async (id) => {
    try {
      const { channel } = await client.conversations.info({ channel: id });
      return { isMember: channel?.is_member === true, isArchived: channel?.is_archived === true };
    } catch (error) {
      if (error instanceof WebAPIPlatformError) return undefined;
      throw error;
    }
  },
});
