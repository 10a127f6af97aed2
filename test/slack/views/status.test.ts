import { expect, it } from 'vitest';
import { type FindingCode, findingCodes } from '../../../src/core/diagnosis/findings/table.js';
import { validateBlocks } from '../../../src/sandbox/slack/rules/limits.js';
import { fitView } from '../../../src/slack/blocks/limits.js';
import { mappedView } from '../../../src/slack/views/answers/answers.js';
import { statusView } from '../../../src/slack/views/answers/status.js';
import type { Translator } from '../../../src/slack/views/translator.js';
import { newStoredMapping } from '../../store/typical-mapping.js';
import { dnsSeen, START, silent, TARGET, wrong } from '../../support/observations.js';
import { translatorFor } from '../../support/translator.js';

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

it('of a domain with more findings than Slack takes keeps what was checked, and says that there is more', () => {
  const { mapping, ...stored } = newStoredMapping('m1');
  const dns = dnsSeen(START, [wrong(), silent('ns2.example.net')]);
  const status = {
    stored: { ...stored, mapping, version: 1 },
    seen: { type: 'observed', target: TARGET, dns },
  } as const;
  const view = statusView(status, crowded());
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
