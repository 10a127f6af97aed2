import type { Usual } from '../../core/learning/usual.js';
import type { ListedMapping } from '../../use-cases/reports/list.js';
import type { Digest } from '../../use-cases/worker/digest.js';
import { createBreather, mapInTurns } from '../../util/concurrency/event-loop.js';
import { sections } from '../blocks/limits.js';
import { Mrkdwn, moment } from '../blocks/mrkdwn.js';
import type { View } from '../blocks/view.js';
import { listLine } from './answers/list.js';
import type { Translator } from './translator.js';

/** The summary for a channel: who needs what, what became ready, what ends soon, and the numbers. Yields to other work. */
export async function digestView(digest: Digest, translator: Translator): Promise<View> {
  const { app, period, counts, urgent, ready, expiring } = digest;
  const { t } = translator;
  const breather = createBreather();
  const lines = (of: readonly ListedMapping[]) =>
    mapInTurns(of, (listed) => listLine(listed, translator), breather);
  const title = t('digest.title', { app, period });
  const expiringLines = await lines(expiring);
  const ends = expiring.map(({ validTo }, at) =>
    t('home.expires', { line: new Mrkdwn(expiringLines[at] ?? ''), at: moment(validTo) }),
  );
  const parts = [
    [title, t('overview.counts', { ...counts })],
    urgent.length === 0 ? [] : [t('overview.urgent'), ...(await lines(urgent))],
    ready.length === 0 ? [] : [...(period === 'weekly' ? [t('home.ready')] : []), ...(await lines(ready))],
    ends.length === 0 ? [] : [t('home.expiring'), ...ends],
    usualLines(app, translator),
  ];
  return { text: title, blocks: parts.flatMap(sections) };
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
