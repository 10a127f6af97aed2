import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CustomerTemplate, templateParameters } from '../../../src/core/customer/template.js';
import type { Mapping } from '../../../src/core/mapping.js';
import { templateProblem } from '../../../src/locale/customer-template.js';
import { customerText, type NamedProvider } from '../../../src/slack/views/customer.js';
import {
  certificate,
  dnsSeen,
  edge,
  lookup,
  right,
  START,
  served,
  server,
  sslSeen,
  wrong,
} from '../../support/observations.js';
import { anySteps, runStory } from '../../support/random-story.js';
import { dnsEverywhere, dnsWrong, good, ready, Story } from '../../support/story.js';
import { translatorFor } from '../../support/translator.js';

const translator = translatorFor();
const CNAME = 'app-0123456789abcdef01234567.closte.com';
const GODADDY: NamedProvider = {
  name: 'GoDaddy',
  panelUrl: 'https://dcc.godaddy.com/',
  hostField: { style: 'relative', apex: '@' },
};

const textOf = (mapping: Mapping, { www, at }: { www?: Mapping; at?: NamedProvider } = {}) =>
  customerText({ stored: { mapping }, www }, translator, { dnsProvider: at }).text;
/** The same story under another name. */
const named = (hostname: string, mapping: Mapping): Mapping => ({ ...mapping, hostname });

describe('being connected', () => {
  it('has numbered steps with short and full names, the DNS provider and its panel', () => {
    const story = new Story().added();
    story.see(0, dnsWrong);
    expect(textOf(story.mapping, { at: GODADDY })).toBe(`Hi,

To connect shop.example.com to your website, your DNS needs 2 changes.

Please sign in to GoDaddy, where your DNS is managed (https://dcc.godaddy.com/), and:

1. Delete: Type A · Name shop (full name: shop.example.com) · Value 192.0.2.1
2. Add: Type CNAME · Name shop (full name: shop.example.com) · Value ${CNAME} · leave TTL as it is

If your provider doesn’t accept a CNAME there, add this instead:
   Add: Type A · Name shop (full name: shop.example.com) · Value 203.0.113.10 · leave TTL as it is
   Add: Type AAAA · Name shop (full name: shop.example.com) · Value 2001:db8::10 · leave TTL as it is

It usually works within an hour.

Reply here when it’s done, and we’ll confirm.`);
  });

  it('has the record before anything was seen, and no provider that nobody saw', () => {
    const text = textOf(new Story().added().mapping);
    expect(text).toContain('Please sign in where your DNS is managed and:');
    expect(text).toContain(`1. Add: Type CNAME · Name shop (full name: shop.example.com) · Value ${CNAME}`);
  });

  it('asks for both names of a pair, and deletes before it adds', () => {
    const story = new Story().added();
    story.see(0, dnsWrong);
    const apex = named('example.com', new Story().added().mapping);
    const www = named('www.example.com', story.mapping);
    const text = textOf(apex, { www });
    expect(text).toContain('To connect example.com and www.example.com to your website');
    const steps = text.split('\n').filter((line) => /^\d\./.test(line));
    expect(steps.map((step) => step.slice(3, 9))).toEqual(['Delete', 'Add: T', 'Add: T', 'Add: T']);
    expect(text).toContain('Name @ (full name: example.com) · Value 203.0.113.10');
  });

  it.each([
    [{ style: 'full' }, 'Name shop.example.com (full name'],
    [{ style: 'relative' }, 'Name shop (full name'],
  ] as const)('names the record as the panel wants it: %o', (hostField, expected) => {
    expect(textOf(new Story().added().mapping, { at: { name: 'X', hostField } })).toContain(expected);
  });

  it.each([
    ['empty', 'Name (leave it empty)'],
    ['domain', 'Name example.com ('],
    ['@', 'Name @ ('],
  ] as const)('names the domain itself as the panel wants it: %s', (apex, expected) => {
    const mapping = named('example.com', new Story().added().mapping);
    expect(textOf(mapping, { at: { name: 'X', hostField: { style: 'relative', apex } } })).toContain(
      expected,
    );
  });

  it('gives honest times, in hours rounded up', () => {
    const story = new Story().added();
    const slow = (at: number) => {
      const old = wrong();
      const records = old.a.records.map((record) => ({ ...record, ttlS: 5_000 }));
      return dnsSeen(at, [{ ...old, a: { ...old.a, records } }]);
    };
    story.see(0, slow);
    expect(textOf(story.mapping)).toContain('It usually works within 2 hours.');
  });
});

it('says that one step is left once one of the names is right', () => {
  const story = new Story().added();
  story.see(0, dnsWrong);
  const www = named('www.example.com', story.mapping);
  expect(textOf(ready().mapping, { www })).toContain(
    'We’re almost there: part of your DNS is right already.',
  );
});

it('asks for nothing where only caches remain, and says for how long at most', () => {
  const story = new Story().added();
  const old = server(lookup('answer', '192.0.2.1'), lookup('empty'), 'google');
  story.see(
    0,
    (at) => dnsSeen(at, [right()], [old]),
    (at) => sslSeen(at, served),
  );
  expect(textOf(story.mapping)).toBe(`Hi,

Your DNS settings for shop.example.com are right, and there’s nothing left for you to do. We’re finishing the setup on our side.

Some visitors may still see the old page for up to an hour.`);
});

it('says that it works only when every name of the pair does', () => {
  expect(textOf(ready().mapping)).toContain('shop.example.com is now connected to your website');
  expect(textOf(ready().mapping, { www: named('www.shop.example.com', ready().mapping) })).toContain(
    'shop.example.com and www.shop.example.com are now connected',
  );
  const www = named('www.shop.example.com', new Story().added().mapping);
  expect(textOf(ready().mapping, { www })).not.toContain('now connected');
});

it('says of a live site that it has gone down, never that it is being connected', () => {
  const story = ready();
  for (let check = 0; check < 4; check++) story.see(60, dnsWrong, good);
  const text = textOf(story.mapping);
  expect(text).toContain(
    'shop.example.com no longer works for your visitors. To fix this, your DNS needs 2 changes.',
  );
  expect(text).not.toMatch(/to connect/i);
  expect(text).toMatch(/1\. Delete: .*192\.0\.2\.1/);
});

it('speaks of a certificate that is about to end', () => {
  const story = ready();
  const late = (at: number) =>
    sslSeen(
      at,
      edge('certificate', certificate({ validFrom: START - 80 * 86_400_000, validTo: at + 86_400_000 })),
    );
  for (let check = 0; check < 3; check++) story.see(60, dnsEverywhere, late);
  expect(textOf(story.mapping)).toContain(
    'The certificate of shop.example.com is about to expire and couldn’t be renewed so far. You don’t need to do anything',
  );
});

it('asks the customer for nothing when the host has refused', () => {
  const story = new Story();
  story.give({ type: 'alias.refused', code: 'refused', message: 'in use' });
  const text = textOf(story.mapping);
  expect(text).toContain('hasn’t accepted shop.example.com yet. You don’t need to do anything');
  expect(text).not.toMatch(/^\d\./m);
});

it('claims no right DNS that nobody has seen', () => {
  const story = new Story().added();
  story.see(0, (at) => dnsSeen(at, [server(lookup('timeout'), lookup('timeout'))]));
  const text = textOf(story.mapping);
  expect(text).not.toContain('settings for shop.example.com are right');
});

it('asks for an ALIAS where the domain itself can have no CNAME and the target has no address', () => {
  const onlyHost = translatorFor({ target: { ipv4: [], ipv6: [], cname: [CNAME] } });
  const mapping = named('example.com', new Story().added().mapping);
  expect(customerText({ stored: { mapping } }, onlyHost).text).toContain(
    `1. Add: Type ALIAS (or ANAME, or a CNAME if your provider allows it there) · Name @ (full name: example.com) · Value ${CNAME}`,
  );
});

describe('an app’s own wording', () => {
  const template: CustomerTemplate = {
    tone: 'formal',
    sentences: { greeting: 'Dear owner of {hostname},', signature: 'Kind regards,\nPixel & Co.' },
  };

  it('replaces single sentences, and leaves the records alone', () => {
    const { mapping } = new Story().added();
    const { text } = customerText({ stored: { mapping } }, translator, { template });
    expect(text).toMatch(/^Dear owner of shop\.example\.com,\n/);
    expect(text).toMatch(/\n\nKind regards,\nPixel & Co\.$/);
    expect(text).toContain('Please reply to this message once it’s done.');
    expect(text).toContain(`Value ${CNAME}`);
  });

  it.each([
    ['Hi {name},', 'names {name}, which is none of hostname,'],
    ['Hi {hostname', 'is no ICU message'],
    ['{count, plural, one {x}}', 'is no ICU message'],
    ['{hostname, date}', 'is no ICU message'],
    ['x'.repeat(1_001), 'is longer than 1000 characters'],
  ])('is refused with the reason: %s', (text, problem) => {
    expect(templateProblem(text)).toContain(problem);
  });

  it('is said without a fault when it was accepted', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(...templateParameters.map((name) => `{${name}}`)),
      fc.constantFrom(
        '{steps, plural, one {a} other {# b}}',
        '{tone, select, formal {F} other {f}}',
        "'",
        '{',
      ),
    );
    const { mapping } = new Story().added();
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const greeting = pieces.join('');
        fc.pre(templateProblem(greeting) === undefined);
        const own: CustomerTemplate = { tone: 'friendly', sentences: { greeting } };
        const { text } = customerText({ stored: { mapping } }, translator, { template: own });
        expect(text).toContain('shop.example.com');
      }),
    );
  });
});

it('is whole in every state: no half sentence, deletions first, and nothing is said to work that does not', () => {
  fc.assert(
    fc.property(anySteps, anySteps, (one, other) => {
      const pair = [one, other].map((steps) => runStory(steps).at(-1)?.after);
      const [mapping, second] = pair;
      if (!mapping || !second) return;
      const www = named('www.shop.example.com', second);
      const { text, message } = customerText({ stored: { mapping }, www }, translator, {
        dnsProvider: GODADDY,
      });
      expect(text).not.toMatch(/undefined|[,:]$/);
      expect(text).not.toMatch(/,\n\n(?!\S)/);
      const kinds = message.steps.flatMap((step) => (step.kind === 'record' ? [step.action] : []));
      expect(kinds).toEqual(
        ['delete', 'change', 'create', 'alias'].flatMap((kind) => kinds.filter((each) => each === kind)),
      );
      if (message.topic === 'works')
        for (const each of [mapping, www].filter(({ alias }) => alias.intent === 'add'))
          expect(translator.condition(each).health).toBe('good');
      expect(text.includes('1. ')).toBe(message.steps.length > 0);
    }),
  );
});
