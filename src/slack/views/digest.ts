import type { ListedMapping } from '../../use-cases/reports/list.js';
import type { Digest } from '../../use-cases/worker/digest.js';
import { section } from '../blocks/blocks.js';
import { cut, LIMITS } from '../blocks/limits.js';
import { Mrkdwn, moment } from '../blocks/mrkdwn.js';
import type { View } from '../blocks/view.js';
import { listLine } from './answers/list.js';
import type { Translator } from './translator.js';

/** The summary for a channel: who needs what, what became ready, what ends soon, and the numbers. */
export function digestView(digest: Digest, translator: Translator): View {
  const { app, period, counts, urgent, ready, expiring } = digest;
  const { t } = translator;
  const line = (listed: ListedMapping) => listLine(listed, translator);
  const title = t('digest.title', { app, period });
  const ends = expiring.map((listed) =>
    t('home.expires', { line: new Mrkdwn(line(listed)), at: moment(listed.validTo) }),
  );
  const parts = [
    [title, t('overview.counts', { ...counts })],
    urgent.length === 0 ? [] : [t('overview.urgent'), ...urgent.map(line)],
    ready.length === 0 ? [] : [...(period === 'weekly' ? [t('home.ready')] : []), ...ready.map(line)],
    ends.length === 0 ? [] : [t('home.expiring'), ...ends],
  ];
  const said = parts.filter((lines) => lines.length > 0);
  return { text: title, blocks: said.map((lines) => section(cut(lines.join('\n'), LIMITS.sectionText))) };
}
