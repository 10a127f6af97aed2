import { describe, expect, it } from 'vitest';
import {
  definitionOf,
  type FindingCode,
  findingCodes,
} from '../../../../src/core/diagnosis/findings/table.js';
import { validateBlocks } from '../../../../src/sandbox/slack/rules/limits.js';
import { fitView } from '../../../../src/slack/blocks/limits.js';
import { mappedView } from '../../../../src/slack/views/answers/answers.js';
import { statusView } from '../../../../src/slack/views/answers/status.js';
import { fixText } from '../../../../src/slack/views/findings.js';
import type { Translator } from '../../../../src/slack/views/translator.js';
import { newStoredMapping } from '../../../store/typical-mapping.js';
import { dnsSeen, lookup, START, server, silent, TARGET, wrong } from '../../../support/observations.js';
import { reportedMapping } from '../../../support/reported-mapping.js';
import { dnsRight, MINUTE_MS, noCertificate, Story } from '../../../support/story.js';
import { translatorFor } from '../../../support/translator.js';

const finding = (code: FindingCode) =>
  ({ code, axis: 'dns', severity: 'problem', whoActs: 'customer', params: {}, fixes: [] }) as const;

/** As if everything were wrong with a domain at once. */
function crowded(): Translator {
  const translator: Translator = {
    ...translatorFor(),
    findings: () => findingCodes.map(finding),
    about: () => translator,
  };
  return translator;
}

it('of a domain with more findings than Slack takes keeps what was checked, and says that there is more', async () => {
  const { mapping, ...stored } = newStoredMapping('m1');
  const dns = dnsSeen(START, [wrong(), silent('ns2.example.net')]);
  const status = {
    stored: { ...stored, mapping, version: 1 },
    seen: { type: 'observed', target: TARGET, dns },
  } as const;
  const view = await statusView(status, crowded());
  expect(view.blocks.length).toBeGreaterThan(50);
  const { blocks } = fitView(view);
  expect(validateBlocks(blocks, 'message')).toEqual([]);
  expect(blocks.length).toBeLessThanOrEqual(50);
  expect(JSON.stringify(blocks)).toContain('"…"');
  expect(blocks.at(-1)).toEqual(view.blocks.at(-1));
});

it('a mapping whose card waits for its turn is saved: no cause is guessed, and the channel is named', () => {
  const { mapping, card, ...stored } = newStoredMapping('m1');
  const waiting = { ...stored, mapping, card: { ...card, channel: 'C7', ts: undefined }, version: 1 };
  const { text } = mappedView({ stored: waiting, isNew: true }, translatorFor());
  expect(text).toMatch(/is saved, and its card will appear in <#C7>/);
  expect(text).not.toContain('/invite');
});

it('a new mapping that was refused at once is not on its way', () => {
  const { mapping, card, ...stored } = newStoredMapping('m1');
  const refused = { ...mapping, alias: { ...mapping.alias, state: 'refused' as const } };
  const shown = { ...stored, mapping: refused, card: { ...card, ts: '1.2' }, version: 1 };
  expect(mappedView({ stored: shown, isNew: true }, translatorFor()).text).toMatch(/refused .*What to do: </);
});

describe('a wait that every new domain goes through is no finding', () => {
  const dnsMissing = (at: number) => dnsSeen(at, [server(lookup('empty'))]);
  const shown = async (see: (story: Story) => void, minutes: number) => {
    const story = new Story().added();
    see(story);
    const now = () => START + minutes * MINUTE_MS;
    const stored = { ...reportedMapping(), mapping: story.mapping };
    return JSON.stringify((await statusView({ stored }, translatorFor({ target: TARGET }, now))).blocks);
  };

  it.each([
    [
      'for the customer’s record',
      (story: Story) => story.see(1, dnsMissing),
      'the customer adds this record',
    ],
    [
      'for the certificate',
      (story: Story) => story.see(1, dnsRight, noCertificate),
      'No action needed: DNS is right, so Closte can issue the certificate',
    ],
  ])('%s: the next step, without an alarm', async (_, see, step) => {
    const text = await shown(see, 2);
    expect(text).toContain(step);
    expect(text).not.toContain(':x:');
    expect(text).not.toContain('To fix it');
  });

  it('that takes longer than usual is one', async () => {
    const text = await shown((story) => {
      story.see(1, dnsRight, noCertificate);
      story.see(90, dnsRight, noCertificate);
    }, 91);
    expect(text).toContain(':x: *The certificate is taking longer than usual');
    expect(text).toContain('*To fix it:* Check the SSL status');
  });
});

it('what nobody has to act on is not introduced as a fix', () => {
  const texts = findingCodes.map((code) => [code, fixText(code, {}, translatorFor())] as const);
  const idle = texts.filter(([, text]) => /No action needed|just wait/.test(text));
  expect(idle.length).toBeGreaterThan(4);
  for (const [code, text] of idle) {
    expect(definitionOf(code).whoActs, code).toBe('nobody');
    expect(text).not.toContain('To fix it');
  }
});
