import { z } from 'zod';
import { code, Mrkdwn } from '../src/slack/blocks/mrkdwn.js';
import type { View } from '../src/slack/blocks/view.js';
import { auditEvents, parseAuditFilter } from '../src/slack/inbound/arguments/audit-filter.js';
import { isWordFor } from '../src/slack/inbound/arguments/typed-values.js';
import { joined, nearestWord } from '../src/slack/inbound/arguments/usage.js';
import { defineCommand } from '../src/slack/inbound/command.js';
import { sentence } from '../src/slack/views/answers/answers.js';
import { auditView, verificationFile, verificationView } from '../src/slack/views/answers/audit.js';
import { usageView } from '../src/slack/views/answers/usage.js';
import type { Translator } from '../src/slack/views/translator.js';

export const auditCommand = defineCommand({
  name: 'audit',
  usage: 'audit [since] [by] [event]',
  summary: 'command.audit',
  options: [],
  schema: z.object({ args: z.array(z.string()) }),
  async run({ args }, { useCases, translator, actor, directMessage }) {
    if (args.length === 1 && isWordFor('verify', args[0] ?? '')) {
      await useCases.assertMayVerify(actor);
      const verifying = sentence(translator.t('audit.verifying'));
      await directMessage(verifying, async ({ show, progress, attach }) => {
        const found = await useCases.verifyAudit(
          (read) => progress(sentence(translator.t('audit.reading', { ...read }))),
          actor,
        );
        await show(verificationView(found, translator));
        if (found.differences.length > 0) await attach('', [verificationFile(found)]);
      });
      return { now: verifying };
    }
    const filter = parseAuditFilter(args, { now: translator.now(), user: actor.user });
    if (!filter) return { now: auditUsageView(args, actor.user, translator) };
    return { later: async () => auditView(await useCases.audit(filter, 0, actor), translator) };
  },
});

/** Names the word that can't be read, and the event that was probably meant. */
function auditUsageView(args: readonly string[], user: string, translator: Translator): View {
  const now = translator.now();
  const at = args.findIndex((word) => !parseAuditFilter([word], { now, user }));
  const words = translator.t('audit.words');
  const typed = args[at];
  if (typed === undefined) return sentence(words);
  const corrected = args.with(at, nearestWord(typed.toLowerCase(), auditEvents) ?? typed);
  if (!parseAuditFilter(corrected, { now, user }))
    return sentence(translator.t('audit.unknown', { typed: code(typed), words: new Mrkdwn(words) }));
  return usageView(
    { key: 'audit.meant', params: { typed }, corrected: joined('audit', corrected) },
    translator,
  );
}
