import { z } from 'zod';
import { parseAuditFilter } from '../src/slack/inbound/arguments/audit-filter.js';
import { isWordFor } from '../src/slack/inbound/arguments/typed-values.js';
import { defineCommand } from '../src/slack/inbound/command.js';
import { sentence } from '../src/slack/views/answers/answers.js';
import { auditView, verificationFile, verificationView } from '../src/slack/views/answers/audit.js';

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
    if (!filter) return { now: sentence(translator.t('audit.words')) };
    return { later: async () => auditView(await useCases.audit(filter, 0, actor), translator) };
  },
});
