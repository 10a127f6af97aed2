import { chatErrorOf } from './errors.js';

/** What Slack refuses in one form must not hold back what it says: each form is simpler than the one before. Throws what the last one throws. */
export async function inSimplerForms<Answer>(...forms: readonly (() => Promise<Answer>)[]): Promise<Answer> {
  const [form, ...simpler] = forms;
  if (!form) throw new Error('no form of the message');
  try {
    return await form();
  } catch (error) {
    if (simpler.length === 0 || chatErrorOf(error).code !== 'refused-content') throw error;
    return inSimplerForms(...simpler);
  }
}
