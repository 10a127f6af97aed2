import { expect, it } from 'vitest';
import { type ExportedEvent, toCsv, toJson } from '../../src/audit/export.js';
import { reportedMapping } from '../support/reported-mapping.js';

const [event] = reportedMapping().events;
if (!event) throw new Error('the story has no event');
const exported: ExportedEvent = {
  event,
  channel: 'C1',
  link: 'https://team.slack.test/archives/C1/p1',
  byName: 'Alice Agent',
  channelName: '#domains',
};
const withMessage = (message: string): ExportedEvent => ({
  ...exported,
  event: { ...event, type: 'alias.refused', by: message, details: { message } },
});

it('a row of CSV for each event, after the columns’ names', async () => {
  const [lastHash, row, end] = String(await toCsv([exported])).split('\r\n');
  expect(lastHash).toBe(
    '\ufeffat,hostname,type,by,by_name,channel,channel_name,message,details,id,mapping,previous,hash',
  );
  expect(row).toMatch(
    /^2026-11-20T12:00:00\.000Z,shop\.example\.com,domain\.requested,UALICE,Alice Agent,C1,#domains,https:/,
  );
  expect(end).toBe('');
});

it.each([
  ['=cmd|A1', "'=cmd|A1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(1)', "'@SUM(1)"],
  ['a "b", c', '"a ""b"", c"'],
  ['two\nlines', '"two\nlines"'],
])('foreign text %j can do nothing in a spreadsheet', async (text, field) => {
  expect(String(await toCsv([withMessage(text)]))).toContain(`,${field},Alice Agent,C1,`);
});

it('JSON with the chain, to be checked by others', async () => {
  expect(JSON.parse(String(await toJson([exported])))).toEqual([
    expect.objectContaining({ id: event.id, previous: '', hash: expect.stringMatching(/^[\w-]{43}$/) }),
  ]);
});

it.each(['=HYPERLINK("x")', '+1', '@evil', '-1'])(
  'a name (%s) can do nothing in a spreadsheet',
  async (byName) => {
    expect(String(await toCsv([{ ...exported, byName }]))).toContain(`'${byName[0]}`);
  },
);
