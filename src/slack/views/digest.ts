import type { Usual } from '../../core/learning/usual.js';
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
    usualLines(app, translator),
  ];
  const said = parts.filter((lines) => lines.length > 0);
  return { text: title, blocks: said.map((lines) => section(cut(lines.join('\n'), LIMITS.sectionText))) };
}

/** How long changes take here, where enough is known. */
function usualLines(app: string, translator: Translator): string[] {
  const { dns, ssl } = translator.usualWaits(app);
  const times = ({ medianMs, mostMs }: Usual) => ({
    usual: translator.duration(medianMs),
    most: translator.duration(mostMs),
  });
  const lines = [
    ...dns.map((each) => translator.t('usual.digest.dns', { dnsProvider: each.dnsProvider, ...times(each) })),
    ...(ssl ? [translator.t('usual.digest.ssl', times(ssl))] : []),
  ];
  return lines.length === 0 ? [] : [translator.t('usual.digest'), ...lines];
}
