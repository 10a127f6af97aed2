import { WebAPIPlatformError } from '@slack/web-api';
import { expect, it } from 'vitest';
import { createAnswering } from '../../src/slack/answering.js';
import { recordingLog } from '../store/temporary.js';
import { voiceFor } from '../support/voice.js';

it.each(['expired_trigger_id', 'exchanged_trigger_id'])(
  'a dialog that came too late (%s) is asked for again: that is no incident',
  async (error) => {
    const { log, lines } = recordingLog();
    const answering = createAnswering({
      voice: voiceFor(),
      respond: async () => undefined,
      openDialog: () => Promise.reject(new WebAPIPlatformError({ ok: false, error })),
      newIncident: () => 'INCIDENT',
      log,
    });
    const { now } = await answering.open('1.2.3', {} as never);
    expect(now?.text).toBe('That took too long for Slack. Type or press it again.');
    expect(lines).toEqual([]);
  },
);
