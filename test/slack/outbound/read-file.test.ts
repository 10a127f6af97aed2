import { describe, expect, it } from 'vitest';
import { createSharedFiles } from '../../../src/slack/outbound/read-file.js';

const withInfo = (file: unknown) =>
  createSharedFiles({
    botToken: 'xoxb-1',
    apiUrl: 'http://127.0.0.1:9/api/',
    fileInfo: async () => file,
  });

describe('a word', () => {
  it.each([
    ['https://acme.slack.com/files/U01ABC/F0123456789/list.csv', 'F0123456789'],
    ['https://acme.enterprise.slack.com/files/W01ABC/F0123456789/list.csv?origin=x', 'F0123456789'],
    ['https://files.slack.com/files-pri/T01ABC-F0123456789/list.csv', 'F0123456789'],
    ['https://acme.slack.com/archives/C0123/p123', undefined],
    ['https://acme.slack.com.example.com/files/U01ABC/F0123456789/list.csv', undefined],
    ['https://shop.example.com/files/U01ABC/F0123456789/list.csv', undefined],
    ['shop.example.com', undefined],
  ])('%s names the file %s', (word, id) => {
    expect(withInfo({}).linkedIn(word)).toBe(id);
  });
});

describe('a linked file', () => {
  const reader = { user: 'U1', channel: 'C1' };
  const elsewhere = { user: 'U2', groups: ['G9'], url_private: 'https://files.slack.com/files-pri/T1-F1/x' };

  it.each([
    ['of a private channel that its reader may not be in', elsewhere, 'unseen'],
    ['that was deleted', { user: 'U1', mode: 'tombstone' }, 'unseen'],
    ['that is kept outside Slack', { user: 'U1', url_private: 'https://drive.example.com/x' }, 'unreachable'],
    ['of 2 MB', { ...elsewhere, user: 'U1', size: 2 ** 21 }, 'large'],
  ])('%s is not read', async (_, file, why) => {
    await expect(withInfo(file).readLinked('F1', reader)).rejects.toMatchObject({ why });
  });
});
