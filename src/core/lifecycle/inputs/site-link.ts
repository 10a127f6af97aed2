import type { Mapping, SiteLink } from '../../mapping.js';
import { isFailed, isFinal } from '../../stage.js';
import { retryMs } from '../policy.js';
import { type Context, type Step, unchanged } from '../step.js';
import { removing } from './person.js';

/** What happened to a mapping's domain record in Ultimate Multisite. `message` is its own text, unescaped. */
export type SiteLinkInput =
  | { readonly type: 'domain_record.requested'; readonly siteId: number; readonly by: string }
  | {
      readonly type: 'domain_record.created';
      readonly domainRecordId: number;
      readonly already: boolean;
      readonly title?: string;
      readonly address?: string;
    }
  | { readonly type: 'domain_record.removed'; readonly already: boolean }
  | { readonly type: 'domain_record.refused'; readonly code: string; readonly message: string }
  | { readonly type: 'domain_record.unreached'; readonly code: string; readonly message: string }
  /** Other requests got no answer, so the network must not be queried before `until` (epoch ms). */
  | {
      readonly type: 'domain_record.postponed';
      readonly until: number;
      readonly code: string;
      readonly message: string;
    }
  /** The domain record existed already. */
  | { readonly type: 'domain_record.found'; readonly siteId: number; readonly domainRecordId: number }
  /** Somebody deleted it in WordPress, which unmaps the hostname. */
  | { readonly type: 'domain_record.vanished'; readonly domainRecordId: number }
  /** A person set it to Ready in WordPress. `isPrimary`: that made it the site's primary domain. */
  | { readonly type: 'domain_record.updated'; readonly isPrimary: boolean; readonly by: string }
  /** It holds another domain now; this one's alias stays. */
  | { readonly type: 'domain_record.renamed'; readonly to: string };

export function decideSiteLink(mapping: Mapping, input: SiteLinkInput, context: Context): Step {
  if (mapping.alias.state === 'removed') return unchanged(mapping);
  switch (input.type) {
    case 'domain_record.requested':
      return linkRequested(mapping, input.siteId, context);
    case 'domain_record.created':
      return created(mapping, input, context);
    case 'domain_record.removed':
      return linkRemoved(mapping, input.already, context);
    case 'domain_record.refused':
      return linkRefused(mapping, input, context);
    case 'domain_record.unreached':
      return linkUnreached(mapping, input, context);
    case 'domain_record.postponed':
      return linkPostponed(mapping, input, context);
    case 'domain_record.found':
      return found(mapping, input);
    case 'domain_record.vanished':
      return linkVanished(mapping, input.domainRecordId, context);
    case 'domain_record.renamed':
      return siteRenamed(mapping, input.to, context);
    case 'domain_record.updated':
      return updated(mapping, input.isPrimary, context);
  }
}

function linkRequested(mapping: Mapping, siteId: number, { now }: Context): Step {
  if (mapping.alias.intent === 'remove' || mapping.siteLink?.state === 'present') return unchanged(mapping);
  const siteLink: SiteLink = { siteId, state: 'requested', attempts: 0, notBefore: now };
  return {
    mapping: { ...mapping, siteLink: siteLink, nextCheckAt: now },
    report: [['domain_record.requested', { site: siteId }]],
  };
}

function created(
  mapping: Mapping,
  { domainRecordId, already, title, address }: SiteLinkInput & { readonly type: 'domain_record.created' },
  { now }: Context,
): Step {
  if (mapping.siteLink?.state !== 'requested') return unchanged(mapping);
  const siteLink: SiteLink = {
    ...withoutError(mapping.siteLink),
    ...(title === undefined ? {} : { title }),
    ...(address === undefined ? {} : { address }),
    domainRecordId,
    state: 'present',
    attempts: 0,
    notBefore: now,
  };
  return {
    mapping: { ...mapping, siteLink: siteLink, nextCheckAt: now },
    report: [['domain_record.created', { site: siteLink.siteId, domainRecord: domainRecordId, already }]],
  };
}

function linkRemoved(mapping: Mapping, already: boolean, { now }: Context): Step {
  const { siteLink } = mapping;
  if (siteLink?.state !== 'present') return unchanged(mapping);
  return {
    mapping: {
      ...mapping,
      siteLink: { ...withoutError(siteLink), state: 'removed', attempts: 0, notBefore: now },
      nextCheckAt: now,
    },
    report: [['domain_record.removed', { site: siteLink.siteId, already }]],
  };
}

/** A permanent refusal: a person has to act. */
function linkRefused(
  mapping: Mapping,
  { code, message }: { readonly code: string; readonly message: string },
  { now }: Context,
): Step {
  const { siteLink } = mapping;
  if (!siteLink) return unchanged(mapping);
  return {
    mapping: {
      ...mapping,
      siteLink: { ...withoutError(siteLink), state: 'refused', error: { code, message } },
      nextCheckAt: now,
    },
    report: [
      [
        'domain_record.refused',
        { site: siteLink.siteId, code, message, remove: mapping.alias.intent === 'remove' },
      ],
    ],
  };
}

/** Reported once per kind of error in a row; checks continue meanwhile. */
function linkUnreached(
  mapping: Mapping,
  { code, message }: { readonly code: string; readonly message: string },
  { now, random }: Context,
): Step {
  const { siteLink } = mapping;
  if (!siteLink) return unchanged(mapping);
  const attempts = siteLink.attempts + 1;
  const notBefore = now + retryMs(attempts, random);
  const next: SiteLink = { ...siteLink, attempts, notBefore, error: { code, message } };
  return {
    mapping: {
      ...mapping,
      siteLink: next,
      nextCheckAt: isAwaited(mapping) ? notBefore : mapping.nextCheckAt,
    },
    report: newError(siteLink, code, message),
  };
}

/** Reported as if its own request had failed; checks continue if there is anything to check. */
function linkPostponed(
  mapping: Mapping,
  { until, code, message }: SiteLinkInput & { readonly type: 'domain_record.postponed' },
  { now }: Context,
): Step {
  const { siteLink } = mapping;
  if (!siteLink) return unchanged(mapping);
  const next: SiteLink = { ...siteLink, notBefore: until, error: { code, message } };
  return {
    mapping: { ...mapping, siteLink: next, nextCheckAt: isAwaited(mapping) ? until : now },
    report: newError(siteLink, code, message),
  };
}

/** Once per kind of error in a row. */
const newError = ({ error }: SiteLink, code: string, message: string): Step['report'] =>
  error?.code === code
    ? []
    : [['error.logged', { source: 'Ultimate Multisite', code, message, retried: false }]];

function found(
  mapping: Mapping,
  { siteId, domainRecordId }: { readonly siteId: number; readonly domainRecordId: number },
): Step {
  const { alias, siteLink } = mapping;
  const isKnown =
    siteLink?.state === 'present' && siteLink.domainRecordId === domainRecordId && siteLink.siteId === siteId;
  if (alias.intent === 'remove' || isKnown) return unchanged(mapping);
  const next: SiteLink = { siteId, domainRecordId, state: 'present', attempts: 0, notBefore: 0 };
  return {
    mapping: { ...mapping, siteLink: next },
    report: [['domain_record.found', { site: siteId, domainRecord: domainRecordId }]],
  };
}

function linkVanished(mapping: Mapping, domainRecordId: number, context: Context): Step {
  const { siteLink } = mapping;
  if (
    siteLink?.state !== 'present' ||
    siteLink.domainRecordId !== domainRecordId ||
    mapping.alias.intent === 'remove'
  )
    return unchanged(mapping);
  const gone: Mapping = {
    ...mapping,
    approval: undefined,
    siteLink: { ...withoutError(siteLink), state: 'removed' },
  };
  return removing(
    gone,
    ['domain_record.vanished', { site: siteLink.siteId, domainRecord: domainRecordId }],
    context,
  );
}

function siteRenamed(mapping: Mapping, to: string, { now }: Context): Step {
  if (!mapping.siteLink) return unchanged(mapping);
  const remove = mapping.alias.intent === 'remove';
  return {
    mapping: { ...mapping, siteLink: undefined, nextCheckAt: remove ? now : mapping.nextCheckAt },
    report: [['domain_record.renamed', { to, remove }]],
  };
}

/** The next check, at once, shows the effect. */
const updated = (mapping: Mapping, isPrimary: boolean, { now }: Context): Step => ({
  mapping: { ...mapping, nextCheckAt: isFinal(mapping) ? mapping.nextCheckAt : now },
  report: [['domain_record.updated', { stage: 'done', secure: true, promoted: isPrimary }]],
});

/** Nothing else happens meanwhile, or not soon. */
const isAwaited = (mapping: Mapping): boolean =>
  mapping.alias.intent === 'remove' || isFailed(mapping) || isFinal(mapping);

/** The site link without its error. */
const withoutError = ({ error: _, ...siteLink }: SiteLink): SiteLink => siteLink;
