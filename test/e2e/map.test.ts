import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { tells } from '../support/carried.js';
import { ALICE, BOB, closeLab, DOMAINS, type Lab, openLab, step } from '../support/lab.js';

let lab: Lab;
beforeEach(async () => {
  lab = await openLab();
  await lab.start();
});
afterEach(() => closeLab(lab));

const textsOf = (message: { text: string; blocks?: unknown } | undefined) =>
  JSON.stringify([message?.text, message?.blocks]);

it('a domain is followed from its request to its removal, and can be mapped again', async () => {
  await step('is acknowledged, gets one card, and the typist a link to it', async () => {
    const { acknowledgement } = await lab.type('/domain map Shop.Example.com');
    expect(acknowledgement).toMatchObject({ ok: true });
    const card = await lab.until(() => lab.card('shop.example.com'));
    expect(card.metadata).toMatchObject({
      event_type: 'domain_event',
      event_payload: { type: 'domain.requested', hostname: 'shop.example.com', by: ALICE },
    });
    expect(card.metadata?.event_payload['at']).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    const link = await lab.until(() => lab.privately().find(({ text }) => text.includes('/archives/')));
    expect(link.text).toContain(`p${card.ts.replace('.', '')}`);
  });

  await step('says which record to create', async () => {
    await lab.until(() => lab.card('shop.example.com')?.text.includes('Checking DNS'));
    expect(textsOf(lab.card('shop.example.com'))).toMatch(
      /Type +CNAME\\n +Name +shop \(shop\.example\.com\)\\n +Value +app-0123456789abcdef01234567\.closte\.com/,
    );
  });

  await step('is not mapped twice, and costs Closte nothing then', async () => {
    const before = lab.world.closte.calls().length;
    await lab.type('/domain map https://shop.example.com/', BOB);
    await lab.until(() => lab.privately(BOB).find(({ text }) => text.includes('already mapped')));
    expect(lab.messages().filter(({ metadata }) => tells(metadata, 'domain.requested'))).toHaveLength(1);
    expect(lab.world.closte.calls()).toHaveLength(before);
  });

  await step('is followed to the served certificate, each step posted once and in order', async () => {
    lab.pointDns('shop.example.com');
    await lab.until(() => lab.thread('shop.example.com').includes('domain.done'), 30_000);
    const reported = lab.thread('shop.example.com');
    expect([...reported].sort()).toEqual([
      'alias.added',
      'dns.propagated',
      'dns.published',
      'domain.done',
      'ssl.issued',
    ]);
    expect(reported.indexOf('alias.added')).toBe(0);
    expect(reported.indexOf('dns.published')).toBe(1);
    expect(reported.at(-1)).toBe('domain.done');
    const card = await lab.until(
      () => lab.card('shop.example.com')?.text.includes('Ready') && lab.card('shop.example.com'),
    );
    expect(textsOf(card)).toContain('valid certificate');
    const done = lab.messages().find(({ metadata }) => tells(metadata, 'domain.done'));
    expect(done?.text).toContain(`<@${ALICE}>`);
  });

  await step('is written down for people to read, for the owner only', async () => {
    const folder = join(lab.config.dataDir, 'mappings');
    const [name = ''] = await readdir(folder);
    expect(name).toMatch(/^shop\.example\.com\..*\.json$/);
    const record = JSON.parse(await readFile(join(folder, name), 'utf8'));
    expect(record.mapping).toMatchObject({ hostname: 'shop.example.com', stage: 'done', channel: DOMAINS });
    // What Slack has accepted since the record was written last.
    const accepted = await readFile(join(lab.config.dataDir, 'deliveries.jsonl'), 'utf8');
    for (const { event } of record.outbox) expect(accepted).toContain(event);
  });

  await step('is shown in one line to whoever asks, live', async () => {
    await lab.type('/domain status shop.example.com', BOB);
    const answer = await lab.until(() => lab.privately(BOB).find(({ text }) => text.includes('Ready')));
    const shown = textsOf(answer);
    for (const words of ['Ready', 'Checked <!date^', 'unchanged for', 'open the card'])
      expect(shown).toContain(words);
  });

  await step('goes away after a dialog that names it', async () => {
    await lab.press(lab.card('shop.example.com'), 'unmap', BOB);
    const [id, { view, user }] = await lab.until(() => [...lab.world.slack.workspace.views][0]);
    expect(user).toBe(BOB);
    expect(JSON.stringify(view.blocks)).toContain('shop.example.com');
    expect(await lab.world.slack.people.submit({ user: BOB, viewId: id, values: {} })).toMatchObject({
      ok: true,
    });
    await lab.until(() => lab.card('shop.example.com')?.text.includes('Removed'));
    expect(lab.thread('shop.example.com').slice(-2)).toEqual(['unmap.requested', 'alias.removed']);
    expect(lab.world.closte.aliases()).toEqual([]);
    await lab.press(lab.card('shop.example.com'), 'check');
  });

  await step('can be mapped again, as a new mapping with a card of its own', async () => {
    const first = lab.card('shop.example.com');
    await lab.type('/domain map shop.example.com');
    await lab.until(() => lab.card('shop.example.com')?.ts !== first?.ts);
    await lab.until(() => lab.world.closte.aliases().includes('shop.example.com'));
  });
});

it('a wildcard is followed from its request to its certificate', async () => {
  await lab.type('/domain map *.example.org');
  await lab.until(() => lab.world.closte.aliases().includes('*.example.org'));
  lab.pointDns('*.example.org');
  await lab.until(() => lab.thread('*.example.org').includes('domain.done'), 30_000);
});

it('an apex that its provider flattened to the target’s address is ready, too', async () => {
  await lab.type('/domain map bakery.co.uk');
  await lab.until(() => lab.card('bakery.co.uk')?.text.includes('Checking DNS'));
  expect(textsOf(lab.card('bakery.co.uk'))).toMatch(
    /Type +A\\n +Name +@ \(bakery\.co\.uk\)\\n +Value +127\.0\.0\.10/,
  );
  lab.world.dns.zoneOf('bakery.co.uk')?.add('bakery.co.uk', 'A', lab.world.target.address);
  await lab.until(() => lab.thread('bakery.co.uk').includes('domain.done'), 30_000);
});
