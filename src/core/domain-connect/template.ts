import { z } from 'zod';

/** Whole seconds, or a variable in the template's form. */
const ttl = z.union([z.number().int().positive(), z.string().regex(/^\d+$|^%[^%]+%$/)]);
const commonFields = {
  groupId: z.string().min(1).optional(),
  essential: z.enum(['Always', 'OnApply']).optional(),
  ttl,
};
const host = z.string().min(1);

const addressRecord = z.strictObject({
  type: z.enum(['A', 'AAAA']),
  host,
  pointsTo: z.string().min(1),
  ...commonFields,
});
const cnameRecord = z.strictObject({
  type: z.literal('CNAME'),
  host,
  pointsTo: z.string().min(1),
  ...commonFields,
});

/** The part of the protocol's JSON schema (Domain-Connect/spec, template.schema) that our templates use. */
export const templateSchema = z
  .strictObject({
    providerId: z.hostname().lowercase(),
    providerName: z.string().min(1),
    serviceId: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
    serviceName: z.string().min(1),
    version: z.number().int().positive(),
    logoUrl: z.url({ protocol: /^https$/ }).optional(),
    description: z.string().optional(),
    variableDescription: z.string().optional(),
    syncBlock: z.boolean().optional(),
    sharedProviderName: z.boolean().optional(),
    sharedServiceName: z.boolean().optional(),
    syncPubKeyDomain: z.hostname().optional(),
    syncRedirectDomain: z.string().optional(),
    multiInstance: z.boolean().optional(),
    warnPhishing: z.boolean().optional(),
    hostRequired: z.boolean().optional(),
    records: z.array(z.union([addressRecord, cnameRecord])).min(1),
  })
  .refine((template) => template.hostRequired || !template.records.some(isCnameOfTheNameItself), {
    message: 'A CNAME for the name itself needs hostRequired: a zone can have none at its top.',
    path: ['hostRequired'],
  })
  .refine((template) => template.syncPubKeyDomain || template.warnPhishing || !hasVariables(template), {
    message: 'A template with variables needs syncPubKeyDomain or warnPhishing.',
    path: ['warnPhishing'],
  });

export type DomainConnectTemplate = z.infer<typeof templateSchema>;

function isCnameOfTheNameItself(record: { type: string; host: string }): boolean {
  return record.type === 'CNAME' && record.host === '@';
}

/** Names that every provider fills in by itself are no variables. */
function hasVariables({ records }: { records: readonly object[] }): boolean {
  return /%(?!(?:domain|host|fqdn)%)[^%"]+%/.test(JSON.stringify(records));
}

/** The name under which the protocol's public repository holds a template. */
export const templateFileName = ({ providerId, serviceId }: DomainConnectTemplate): string =>
  `${providerId}.${serviceId}.json`.toLowerCase();
