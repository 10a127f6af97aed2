import { z } from 'zod';
import { type CustomerTemplate, customerSentences, NO_TEMPLATE, tones } from '../core/customer/template.js';
import { DAY_MS } from '../core/instant.js';
import { templateProblem } from '../locale/customer-template.js';
import { parseJson } from '../util/parse-json.js';
import type { Source } from './source.js';
import { wholeNumber } from './values.js';

/** How an app writes to its customers. */
export interface CustomerConfig {
  readonly template: CustomerTemplate;
  /** Undefined means never. */
  readonly reminderMs: number | undefined;
}

const DEFAULT_REMINDER_DAYS = 3;
const daysToRemind = wholeNumber(0, 90).transform((count) => (count === 0 ? undefined : count * DAY_MS));
const ownSentence = z.string().superRefine((text, context) => {
  const problem = templateProblem(text);
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
});

const customerTemplate = z.strictObject({
  tone: z.enum(tones).default('friendly'),
  ...Object.fromEntries(customerSentences.map((name) => [name, ownSentence.optional()])),
});

/** An app's wording as JSON: `{ "tone": "formal", "greeting": "…", … }`. */
const templateText = z.string().transform((text, context): CustomerTemplate => {
  const json = parseJson(text, z.record(z.string(), z.unknown()));
  if (json === undefined) {
    context.addIssue({ code: 'custom', message: 'is not a JSON object' });
    return NO_TEMPLATE;
  }
  const read = customerTemplate.safeParse(json);
  if (read.success) {
    const { tone, ...sentences } = read.data;
    return { tone, sentences };
  }
  for (const { path, message } of read.error.issues)
    context.addIssue({
      code: 'custom',
      message: path.length === 0 ? message : `${path.join('.')}: ${message}`,
    });
  return NO_TEMPLATE;
});

export function readCustomer(source: Source): CustomerConfig {
  return {
    template: source.read('CUSTOMER_TEMPLATE', templateText, NO_TEMPLATE),
    reminderMs: source.read('CUSTOMER_REMINDER_DAYS', daysToRemind, DEFAULT_REMINDER_DAYS * DAY_MS),
  };
}
