import { type DomainConnectTemplate, templateSchema } from './template.js';

export interface TemplateApp {
  /** The agency's own domain. */
  readonly providerId: string;
  readonly providerName: string;
  /** Lower case, unique among the agency's services, such as the app's id. */
  readonly serviceId: string;
  readonly serviceName: string;
  readonly version: number;
  readonly target: {
    readonly ipv4: readonly string[];
    readonly ipv6: readonly string[];
    readonly cname: readonly string[];
  };
  readonly logoUrl?: string;
  /** Where the public signing key is published; without it, providers show a weaker warning. */
  readonly syncPubKeyDomain?: string;
  /** Where customers are sent back to. */
  readonly syncRedirectDomain?: string;
  readonly ttlSeconds?: number;
}

export const APEX_GROUP = 'apex';
export const SUBDOMAIN_GROUP = 'subdomain';
/** Apart from the name itself, whose `www.` name may belong to another site. */
export const WWW_GROUP = 'www';

/** The service of names below a zone, where the target is a host. */
export const subdomainService = (serviceId: string): string => `${serviceId}-subdomain`;

type TemplateRecord = DomainConnectTemplate['records'][number];

const DEFAULT_TTL_SECONDS = 3600;

/**
 * An app's templates, with fixed values instead of variables, so that they can't point a domain elsewhere.
 * Addresses share one template: group `apex` for a domain, `subdomain` for any other name, `www` for the www name
 * of either. A CNAME target needs a template of its own for subdomains (`<serviceId>-subdomain`), because the
 * protocol's schema allows a CNAME for the name itself only with `hostRequired`, which applies to a whole
 * template.
 */
export function templatesForApp(app: TemplateApp): DomainConnectTemplate[] {
  const [cname] = app.target.cname;
  const apex = addressRecords(app, APEX_GROUP);
  const subdomain = subdomainRecords(app, cname);
  if (cname === undefined) {
    const records = [...apex, ...subdomain, wwwRecord(app, '@')];
    return [templateSchema.parse({ ...head(app), records: apex.length > 0 ? records : [] })];
  }
  return [
    ...(apex.length > 0
      ? [templateSchema.parse({ ...head(app), records: [...apex, wwwRecord(app, '@')] })]
      : []),
    templateSchema.parse({
      ...head(app),
      serviceId: subdomainService(app.serviceId),
      hostRequired: true,
      records: [...subdomain, wwwRecord(app, cname)],
    }),
  ];
}

const head = ({
  providerId,
  providerName,
  serviceId,
  serviceName,
  version,
  logoUrl,
  ...app
}: TemplateApp) => ({
  providerId,
  providerName,
  serviceId,
  serviceName,
  version,
  description: `Points a domain at ${serviceName}`,
  multiInstance: true,
  ...(logoUrl !== undefined && { logoUrl }),
  ...(app.syncPubKeyDomain !== undefined && { syncPubKeyDomain: app.syncPubKeyDomain }),
  ...(app.syncRedirectDomain !== undefined && { syncRedirectDomain: app.syncRedirectDomain }),
});

const wwwRecord = (app: TemplateApp, pointsTo: string): TemplateRecord => ({
  type: 'CNAME',
  host: 'www',
  pointsTo,
  ttl: ttlOf(app),
  groupId: WWW_GROUP,
});

function subdomainRecords(app: TemplateApp, cname: string | undefined): TemplateRecord[] {
  if (cname === undefined) return addressRecords(app, SUBDOMAIN_GROUP);
  return [{ type: 'CNAME', host: '@', pointsTo: cname, ttl: ttlOf(app), groupId: SUBDOMAIN_GROUP }];
}

function addressRecords(app: TemplateApp, groupId: string): TemplateRecord[] {
  const { ipv4, ipv6 } = app.target;
  const record = (type: 'A' | 'AAAA') => (pointsTo: string) => ({
    type,
    host: '@',
    pointsTo,
    ttl: ttlOf(app),
    groupId,
  });
  return [...ipv4.map(record('A')), ...ipv6.map(record('AAAA'))];
}

const ttlOf = ({ ttlSeconds = DEFAULT_TTL_SECONDS }: TemplateApp): number => ttlSeconds;
