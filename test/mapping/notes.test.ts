import { expect, it } from 'vitest';
import { blindDns, dnsSeen, lookup, server, silent } from '../support/observations.js';
import { dnsEverywhere, dnsRight, dnsWrong, noCertificate, Story } from '../support/story.js';

const missing = (at: number) => dnsSeen(at, [server(lookup('nxdomain'))]);
const findingOf = (story: Story) => story.events.at(-1)?.details['finding'];

it('tells a finding of DNS when it has lasted two intervals, once', () => {
  const story = new Story().added();
  expect(story.see(0, missing)).toEqual([]);
  expect(story.see(9, missing)).toEqual([]);
  expect(story.see(1, missing)).toEqual(['dns.stuck']);
  expect(story.events.at(-1)?.details).toEqual({
    finding: 'record-missing',
    observed: '',
    expected: 'app-0123456789abcdef01234567.closte.com',
    servers: 'ns1.example.net',
    records: 'create shop.example.com. 300 IN CNAME app-0123456789abcdef01234567.closte.com.',
  });
  expect([5, 60, 600].flatMap((minutes) => story.see(minutes, missing))).toEqual([]);
});

it('tells another finding that takes its place, and that the first is over', () => {
  const story = new Story().added();
  story.see(0, missing);
  story.see(10, missing);
  expect(story.see(5, dnsWrong)).toEqual([]);
  expect(story.see(5, dnsWrong)).toEqual(['dns.cleared']);
  expect(findingOf(story)).toBe('record-missing');
  expect(story.see(5, dnsWrong)).toEqual(['dns.stuck']);
  expect(findingOf(story)).toBe('a-wrong');
});

it('says at once that it is over when DNS has come right', () => {
  const story = new Story().added();
  story.see(0, missing);
  story.see(10, missing);
  expect(story.see(5, dnsRight, noCertificate)).toEqual(['dns.cleared', 'dns.published']);
});

it('says nothing of one that passes before it is worth telling', () => {
  const story = new Story().added();
  story.see(0, missing);
  story.see(5, missing);
  expect(story.see(5, dnsRight, noCertificate)).toEqual(['dns.published']);
  expect(story.mapping.notes.filter(({ axis }) => axis === 'dns')).toEqual([]);
});

it('tells one of SSL 15 minutes after DNS was published, and that it is slow after 30', () => {
  const story = new Story().added();
  story.see(0, dnsEverywhere, noCertificate);
  story.see(1, dnsEverywhere, noCertificate);
  expect(story.see(13, dnsEverywhere, noCertificate)).toEqual([]);
  expect(story.see(1, dnsEverywhere, noCertificate)).toEqual(['ssl.stuck']);
  expect(findingOf(story)).toBe('name-unknown');
  expect(story.see(14, dnsEverywhere, noCertificate)).toEqual([]);
  expect(story.see(1, dnsEverywhere, noCertificate)).toEqual(['ssl.stuck']);
  expect(findingOf(story)).toBe('certificate-slow');
});

it('takes no finding of SSL for over only because DNS went wrong and nobody looked', () => {
  const story = new Story().added();
  story.see(0, dnsEverywhere, noCertificate);
  story.see(1, dnsEverywhere, noCertificate);
  story.see(15, dnsEverywhere, noCertificate);
  const told = [5, 5, 5].flatMap((minutes) => story.see(minutes, missing));
  expect(told.filter((type) => type.startsWith('ssl.'))).toEqual([]);
});

it('counts no look that could see nothing', () => {
  const story = new Story().added();
  story.see(0, missing);
  expect(story.see(60, blindDns)).toEqual([]);
  expect(story.see(60, (at) => dnsSeen(at, [silent('a')]))).toEqual([]);
  expect(story.mapping.notes).toMatchObject([{ code: 'record-missing', absentLooks: 0, told: false }]);
});
