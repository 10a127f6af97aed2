import type { DomainRecord, Multisite } from '../../multisite/multisite.js';
import { hostnameOf } from '../../multisite/reconcile.js';
import type { Notice } from '../../multisite/webhook.js';
import { type App, ownNamesOf } from '../ports.js';
import { type ImportDeps, importDomain } from '../shared/import-domain.js';

/** A webhook is only a hint: its record is looked up if possible, otherwise trusted. */
export async function reconcileNotice(deps: ImportDeps, app: App, notice: Notice): Promise<void> {
  const { rest } = app.multisite ?? {};
  const domainRecord = rest ? await recordFor(rest, notice) : { ...notice, id: notice.domainRecordId };
  if (!domainRecord) {
    deps.log.info({ app: app.name }, 'webhook ignored: the network does not have its domain');
    return;
  }
  const hostname = hostnameOf(domainRecord.domain, {
    ...ownNamesOf(app),
    internalDomains: app.hosting.internalDomains,
  });
  if (hostname === undefined) return;
  const { siteId, id: domainRecordId } = domainRecord;
  const siteLink = domainRecordId === undefined ? undefined : { siteId, domainRecordId };
  await importDomain(deps, app, { hostname, siteLink, isListed: false, withWww: true });
}

async function recordFor(
  rest: Multisite,
  { domain, domainRecordId }: Notice,
): Promise<DomainRecord | undefined> {
  const domainRecord =
    domainRecordId === undefined
      ? await rest.findDomainRecord(domain)
      : await rest.getDomainRecord(domainRecordId);
  return domainRecord?.domain === domain ? domainRecord : undefined;
}
