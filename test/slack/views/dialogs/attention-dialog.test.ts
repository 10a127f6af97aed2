import { expect, it } from 'vitest';
import { attentionDialog } from '../../../../src/slack/views/dialogs/attention-dialog.js';
import { dnsSeen, lookup, START, server, TARGET } from '../../../support/observations.js';
import { reportedMapping } from '../../../support/reported-mapping.js';
import { dnsRight, MINUTE_MS, noCertificate, Story } from '../../../support/story.js';
import { translatorFor } from '../../../support/translator.js';

const forRecord = new Story().added();
forRecord.see(1, (at) => dnsSeen(at, [server(lookup('nxdomain'), lookup('nxdomain'))]));
const forCertificate = new Story().added();
forCertificate.see(10, dnsRight, noCertificate);

/** Whether the dialog offers to mute something, so many minutes after the start. */
function canMuteAt(minutes: number, { mapping }: Story): boolean {
  const translator = translatorFor({ target: TARGET }, () => START + minutes * MINUTE_MS);
  const dialog = attentionDialog({ stored: { ...reportedMapping(), mapping } }, 'C1', translator);
  return JSON.stringify(dialog).includes('"value":"mute ');
}

it.each([
  ['the customer’s record', forRecord],
  ['the certificate', forCertificate],
])('a wait for %s can be muted only once it is longer than usual', (_, story) => {
  expect(canMuteAt(12, story)).toBe(false);
  expect(canMuteAt(14 * 24 * 60, story)).toBe(true);
});
