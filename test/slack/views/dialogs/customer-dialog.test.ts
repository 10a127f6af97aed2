import { describe, expect, it } from 'vitest';
import { validateView } from '../../../../src/sandbox/slack/rules/limits.js';
import { mailtoUrl } from '../../../../src/slack/views/customer-email.js';
import {
  customerDialog,
  customerFiles,
  parseCustomerForm,
  wholeMessage,
  writtenMessage,
} from '../../../../src/slack/views/dialogs/customer-dialog.js';
import { recordOf, reportedMapping } from '../../../support/reported-mapping.js';
import { Story } from '../../../support/story.js';
import { translatorFor } from '../../../support/translator.js';

const translator = translatorFor();
const draft = {
  stored: reportedMapping(),
  content: { topic: 'to-do' as const, asked: undefined },
  isFollowUp: false,
};

/** The dialog after a button was pressed under an edited text. */
function pressed(text: string, button: 'files' | 'email') {
  const { private_metadata: data = '' } = customerDialog(draft, 'C1', translator);
  const form = parseCustomerForm(data, { 'customer-text': { text: { value: text } } });
  if (!form) throw new Error('a foreign dialog');
  const writing = { writer: translator, before: { form, isKept: true, pressed: button } };
  const view = customerDialog(draft, 'C1', translator, writing);
  expect(validateView(JSON.parse(JSON.stringify(view)))).toEqual([]);
  return { form, shown: JSON.stringify(view) };
}

it('the email link and the files are those of the edited text, which stays in the dialog', () => {
  const { form, shown } = pressed('Hi Ann,\n\nplease call us & bring tea.', 'email');
  expect(shown).toContain(mailtoUrl(form.subject, form.text).replaceAll('&', '&amp;'));
  expect(shown).toContain('bring tea');
  expect(shown).not.toContain('direct message');
  expect(customerFiles(form, translator).files[0]?.content).toContain('please call us &amp; bring tea.');
});

it.each([
  ['en', 'Hello from us'],
  ['es', 'Hi,'],
])(
  'configured sentences of language %s are used in their own language only',
  (templateLanguage, greeting) => {
    const template = { tone: 'formal', sentences: { greeting: 'Hello from us' } } as const;
    const writer = translatorFor({ target: { ipv4: [], ipv6: [], cname: [] }, template, templateLanguage });
    const view = customerDialog(draft, 'C1', translator, { writer });
    expect(JSON.stringify(view).includes('Hello from us')).toBe(greeting === 'Hello from us');
  },
);

it('says that the files came as a direct message', () => {
  expect(pressed('Hi', 'files').shown).toContain('Sent to you in a direct message');
});

it('says so if a text is too long for a link', () => {
  const { shown } = pressed('ä'.repeat(2_000), 'email');
  expect(shown).toContain('too long for an email link');
  expect(shown).not.toContain('mailto:');
});

describe('a message that is longer than Slack’s field', () => {
  const sentence = (end: string) => `${'🎂 '.repeat(320)}${end}`;
  const sentences = {
    greeting: sentence('one'),
    works: sentence('two'),
    'to-do': sentence('two'),
    unsure: sentence('two'),
    time: sentence('three'),
    reply: sentence('four'),
    signature: sentence('Yours, Ana'),
  };
  const template = { tone: 'formal', sentences: { ...sentences } } as const;
  const app = { target: { ipv4: ['192.0.2.1'], ipv6: [], cname: [] }, template, templateLanguage: 'en' };
  const writer = translatorFor(app);
  const view = () => customerDialog(firstDraft, 'C1', translator, { writer });
  const firstDraft = { ...draft, stored: recordOf(new Story().added()) };
  const initial = (): string =>
    JSON.parse(/"initial_value":("(?:[^"\\]|\\.)*")/.exec(JSON.stringify(view()))?.[1] ?? '""');

  it('says that its end is missing there, and is not cut within a character', () => {
    expect(writtenMessage(firstDraft, { writer }).text.length).toBeGreaterThan(3_000);
    expect(validateView(JSON.parse(JSON.stringify(view())))).toEqual([]);
    expect(JSON.stringify(view())).toContain('its end is missing here');
    expect(initial()).toMatch(/…$/);
    expect(initial()).not.toMatch(/\p{Surrogate}/u);
    expect(JSON.stringify(customerDialog(draft, 'C1', translator))).not.toContain('its end is missing');
  });

  it('is whole in the files, unless somebody changed it', () => {
    const written = writtenMessage(firstDraft, { writer });
    const formWith = (text: string) => {
      const form = parseCustomerForm(view().private_metadata ?? '', {
        'customer-text': { text: { value: text } },
      });
      if (!form) throw new Error('a foreign dialog');
      return form;
    };
    expect(wholeMessage(formWith(initial()), written).text).toContain('Yours, Ana');
    expect(wholeMessage(formWith('Hi Ann'), written).text).toBe('Hi Ann');
  });
});
