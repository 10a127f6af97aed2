import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/config.js';
import { customerSentences, templateParameters } from '../../src/core/customer/template.js';
import { DAY_MS } from '../../src/core/instant.js';

const read = (env: Record<string, string>, files: Record<string, string> = {}) => {
  const { config, problems } = readConfig(env, (path) => files[path]);
  const ours = problems.filter(({ variable }) => /CUSTOMER|APPS_FILE/.test(variable));
  return {
    customers: config.apps.map(({ customer }) => customer),
    problems: ours.map(({ problem }) => problem),
  };
};

describe('how an app writes to its customers', () => {
  it('is friendly and reminds after three days unless configured', () => {
    expect(read({}).customers[0]).toEqual({
      template: { tone: 'friendly', sentences: {} },
      reminderMs: 3 * DAY_MS,
    });
    expect(read({ CUSTOMER_REMINDER_DAYS: '0' }).customers[0]?.reminderMs).toBeUndefined();
  });

  it('is taken from the environment', () => {
    const CUSTOMER_TEMPLATE = JSON.stringify({ tone: 'formal', greeting: 'Dear {hostname},' });
    expect(read({ CUSTOMER_TEMPLATE }).customers[0]?.template).toEqual({
      tone: 'formal',
      sentences: { greeting: 'Dear {hostname},' },
    });
  });

  it('is taken from the apps file, app by app, with the environment as default', () => {
    const apps = [
      { name: 'a', key: 'key-of-app-a', targets: ['203.0.113.1'] },
      {
        name: 'b',
        key: 'key-of-app-b',
        targets: ['203.0.113.2'],
        customer: { reminderDays: 7, template: { signature: 'B & Sons' } },
      },
    ];
    const { customers, problems } = read(
      { CLOSTE_APPS_FILE: 'apps.json', CUSTOMER_REMINDER_DAYS: '5' },
      { 'apps.json': JSON.stringify({ apps }) },
    );
    expect(problems).toEqual([]);
    expect(customers.map(({ reminderMs = 0 }) => reminderMs / DAY_MS)).toEqual([5, 7]);
    expect(customers[1]?.template.sentences).toEqual({ signature: 'B & Sons' });
  });

  it.each([
    ['not json', 'is not a JSON object'],
    ['{"tone":"rude"}', 'tone: '],
    ['{"greting":"Hi"}', 'greting'],
    ['{"greeting":"Hi {name}"}', 'greeting: names {name}, which is none of'],
    ['{"reply":"{steps, plural, one {x}}"}', 'reply: is no ICU message'],
  ])('is refused at start with the place and the reason: %s', (template, problem) => {
    expect(read({ CUSTOMER_TEMPLATE: template }).problems[0]).toContain(problem);
  });
});

it('docs/customer-message.md names every sentence and parameter, and its example is valid', () => {
  const page = readFileSync('docs/customer-message.md', 'utf8');
  for (const name of [...customerSentences, ...templateParameters]) expect(page).toContain(`\`${name}\``);
  const example = /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  expect(read({ CUSTOMER_TEMPLATE: example }).problems).toEqual([]);
});
