import { z } from 'zod';
import { parseAuditWords } from '../src/slack/audit-words.js';
import { defineCommand } from '../src/slack/command.js';
import { sentence } from '../src/slack/views/answers.js';
import { auditView, verificationFile, verificationView } from '../src/slack/views/audit.js';

export const audit = defineCommand({
  name: 'audit',
  usage: 'audit [since] [by] [event]',
  summary: 'command.audit',
  options: [],
  schema: z.object({ words: z.array(z.string()) }),
  async run({ words }, { service, voice, asker, mail }) {
    if (words.length === 1 && words[0]?.toLowerCase() === 'verify') {
      const verify = await service.verification(asker);
      await mail(async ({ show, progress, attach }) => {
        const found = await verify((read) => progress(sentence(voice.say('audit.reading', { ...read }))));
        await show(verificationView(found, voice));
        if (found.differences.length > 0) await attach('', [verificationFile(found)]);
      });
      return { now: sentence(voice.say('audit.verifying')) };
    }
    const filter = parseAuditWords(words, { now: voice.now(), user: asker.user });
    if (!filter) return { now: sentence(voice.say('audit.words')) };
    return { later: async () => auditView(await service.audit(filter, 0, asker), voice) };
  },
});
