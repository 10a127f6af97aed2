import type { Finding } from '../../../core/diagnosis/findings/finding.js';
import type { FindingCode } from '../../../core/diagnosis/findings/table.js';
import { allSeeAt, pendingResolvers } from '../../../core/diagnosis/prediction.js';
import { type DnsRecordLine, wantedRecords } from '../../../core/dns-records.js';
import { NOT_ALLOWED } from '../../../core/lifecycle/inputs/person.js';
import type { Mapping } from '../../../core/mapping.js';
import { isMuted } from '../../../core/reporting/reporting.js';
import { isOnlyUnrouted } from '../../../core/stage.js';
import { Mrkdwn, moment, soon } from '../../blocks/mrkdwn.js';
import { whatToDo, worstFinding } from '../findings.js';
import { recordTable } from '../records.js';
import { NO_TARGET, type Translator } from '../translator.js';

/** Whether the next step is about the worst finding: it says what is wrong. */
export function saysFinding(mapping: Mapping, translator: Translator): boolean {
  const { finding } = translator.condition(mapping);
  return (
    finding !== undefined &&
    finding.whoActs !== 'nobody' &&
    mapping.alias.state === 'accepted' &&
    !translator.isExpectedWait(mapping, finding)
  );
}

/** The next step, if anyone has one: from the worst finding, otherwise from the stage. */
export function nextStep(mapping: Mapping, translator: Translator): string {
  const { alias } = mapping;
  if (alias.error?.code === NOT_ALLOWED || alias.intent === 'remove') return '';
  if (alias.state === 'refused') return translator.t('todo.refused');
  if (alias.state === 'accepted' && isOnlyUnrouted(mapping)) return routeStep(mapping, translator);
  return saysFinding(mapping, translator)
    ? worstFinding(mapping, translator)
    : stageStep(mapping, translator);
}

/** For a domain record that Ultimate Multisite doesn't route. */
export const canSetReady = (reason: unknown): boolean =>
  reason === 'gave-up' || reason === 'still-checking' || reason === 'inactive';

const routeStep = (mapping: Mapping, translator: Translator): string =>
  translator.t('todo.unrouted', { fix: new Mrkdwn(routeFix(mapping, translator)) });

function routeFix(mapping: Mapping, translator: Translator): string {
  const { site, hostname } = mapping;
  const { reason = 'no-record' } = site;
  const cause = reason === 'failing' ? translator.findings(mapping).find(isWhyFailing) : undefined;
  return cause
    ? whatToDo(cause.code, cause.params, translator)
    : translator.t(`site.fix.${reason}`, { hostname: new Mrkdwn(hostname) });
}

/** What says who answers in place of the site: a proxy in front of it, its server, or WordPress. */
const WHY_FAILING: ReadonlySet<FindingCode> = new Set([
  'proxy-serves',
  'site-error',
  'site-redirects',
  'site-silent',
]);
/** A proxy that serves the site is a note. */
const isWhyFailing = ({ code, severity }: Finding): boolean => severity !== 'note' && WHY_FAILING.has(code);

function stageStep(mapping: Mapping, translator: Translator): string {
  const { stage, dns } = mapping;
  if (stage === 'ssl-failed') return translator.t('todo.ssl-failed');
  if (stage === 'checking-ssl-cert') return translator.t(waitForSslKey(mapping, translator));
  if (stage !== 'checking-dns' && stage !== 'failed' && stage !== 'adding') return '';
  if (dns.state === 'published') return waitForCaches(mapping, translator);
  return isMutedDns(mapping, translator) ? '' : wantedRecordsText(mapping, translator);
}

/** Its records exist but something about them is wrong, and somebody chose to leave it that way. */
const isMutedDns = (mapping: Mapping, translator: Translator): boolean =>
  translator.findings(mapping).some(({ axis, code }) => axis === 'dns' && isMuted(mapping, code));

/** The usual wait here has a line of its own. */
const waitForSslKey = (mapping: Mapping, translator: Translator) =>
  translator.usualWait(mapping)?.axis === 'ssl' ? 'todo.wait-for-ssl.learned' : 'todo.wait-for-ssl';

/** How long the mapping's wait usually takes here; a card shows when it began, an answer how long ago. */
export function usualWaitText(mapping: Mapping, form: 'since' | 'for', translator: Translator): string {
  const usual = translator.usualWait(mapping);
  if (!usual) return '';
  return translator.t(`usual.${usual.axis}.${form}`, {
    dnsProvider: usual.axis === 'dns' ? usual.dnsProvider : '',
    usual: translator.duration(usual.medianMs),
    since: moment(usual.since),
    waited: translator.duration(Math.max(0, translator.now() - usual.since)),
  });
}

/** What the customer has to add, and the alternative if there is one. */
function wantedRecordsText(mapping: Mapping, translator: Translator): string {
  const { stage, app } = mapping;
  const target = translator.appOf(app)?.target ?? NO_TARGET;
  const { preferred, alternative = [] } = wantedRecords(mapping, target);
  if (preferred.length === 0) return translator.t('todo.needs-address');
  const table = (records: readonly DnsRecordLine[]) =>
    new Mrkdwn(
      recordTable(
        records.map((record) => ({ ...record, action: 'create' })),
        translator,
      ),
    );
  const wanted = translator.t(stage === 'failed' ? 'todo.records-after-failure' : 'todo.records', {
    count: preferred.length,
    records: table(preferred),
  });
  return alternative.length === 0
    ? wanted
    : `${wanted}\n${translator.t('todo.alternative', { records: table(alternative) })}`;
}

/** If every resolver sees the record, only the next check; otherwise the time when the last cache expires, if known. */
function waitForCaches({ dns, app }: Mapping, translator: Translator): string {
  const target = translator.appOf(app)?.target ?? NO_TARGET;
  if (dns.observation && pendingResolvers(dns.observation, target, dns).length === 0)
    return translator.t('todo.wait-for-check');
  const at = dns.observation && allSeeAt(dns.observation, target, dns);
  return at === undefined
    ? translator.t('todo.wait-for-caches')
    : translator.t('todo.wait-until', { at: soon(at) });
}
