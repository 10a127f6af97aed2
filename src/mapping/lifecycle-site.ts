import { removing } from './lifecycle-person.js';
import type { Mapping, Site } from './mapping.js';
import { retryMs } from './policy.js';
import { isFailed, isFinal } from './stage.js';
import { type Context, type Step, unchanged } from './step.js';

/** What happened to a mapping's domain record in Ultimate Multisite. `message` is its own words, unescaped. */
export type SiteInput =
  | { readonly type: 'record.requested'; readonly siteId: number; readonly by: string }
  | { readonly type: 'record.created'; readonly recordId: number; readonly already: boolean }
  | { readonly type: 'record.removed'; readonly already: boolean }
  | { readonly type: 'record.refused'; readonly code: string; readonly message: string }
  | { readonly type: 'record.unreached'; readonly code: string; readonly message: string }
  /** It was there when we looked. */
  | { readonly type: 'record.found'; readonly siteId: number; readonly recordId: number }
  /** Somebody deleted it there, which unmaps. */
  | { readonly type: 'record.vanished'; readonly recordId: number }
  /** It has another domain now; the alias of this one stays behind. */
  | { readonly type: 'record.renamed'; readonly to: string };

export function decideSite(mapping: Mapping, input: SiteInput, context: Context): Step {
  if (mapping.host.state === 'removed') return unchanged(mapping);
  switch (input.type) {
    case 'record.requested':
      return requested(mapping, input.siteId, context);
    case 'record.created':
      return created(mapping, input, context);
    case 'record.removed':
      return removed(mapping, input.already, context);
    case 'record.refused':
      return refused(mapping, input, context);
    case 'record.unreached':
      return unreached(mapping, input, context);
    case 'record.found':
      return found(mapping, input);
    case 'record.vanished':
      return vanished(mapping, input.recordId, context);
    case 'record.renamed':
      return renamed(mapping, input.to);
  }
}

function requested(mapping: Mapping, siteId: number, { now }: Context): Step {
  if (mapping.host.intent === 'remove' || mapping.site?.state === 'present') return unchanged(mapping);
  const site: Site = { siteId, state: 'requested', attempts: 0, notBefore: now };
  return {
    mapping: { ...mapping, site: site, nextCheckAt: now },
    tell: [['record.requested', { site: siteId }]],
  };
}

function created(
  mapping: Mapping,
  { recordId, already }: { readonly recordId: number; readonly already: boolean },
  { now }: Context,
): Step {
  if (mapping.site?.state !== 'requested') return unchanged(mapping);
  const site: Site = { ...bare(mapping.site), recordId, state: 'present', attempts: 0, notBefore: now };
  return {
    mapping: { ...mapping, site: site, nextCheckAt: now },
    tell: [['record.created', { site: site.siteId, record: recordId, already }]],
  };
}

function removed(mapping: Mapping, already: boolean, { now }: Context): Step {
  const { site } = mapping;
  if (site?.state !== 'present') return unchanged(mapping);
  return {
    mapping: {
      ...mapping,
      site: { ...bare(site), state: 'removed', attempts: 0, notBefore: now },
      nextCheckAt: now,
    },
    tell: [['record.removed', { site: site.siteId, already }]],
  };
}

/** Nobody there would say otherwise tomorrow: it is left to a person. */
function refused(
  mapping: Mapping,
  { code, message }: { readonly code: string; readonly message: string },
  { now }: Context,
): Step {
  const { site } = mapping;
  if (!site) return unchanged(mapping);
  return {
    mapping: {
      ...mapping,
      site: { ...bare(site), state: 'refused', error: { code, message } },
      nextCheckAt: now,
    },
    tell: [
      ['record.refused', { site: site.siteId, code, message, remove: mapping.host.intent === 'remove' }],
    ],
  };
}

/** Told once for each kind of trouble in a row; the checks go on meanwhile. */
function unreached(
  mapping: Mapping,
  { code, message }: { readonly code: string; readonly message: string },
  { now, random }: Context,
): Step {
  const { site } = mapping;
  if (!site) return unchanged(mapping);
  const attempts = site.attempts + 1;
  const notBefore = now + retryMs(attempts, random);
  const next: Site = { ...site, attempts, notBefore, error: { code, message } };
  return {
    mapping: { ...mapping, site: next, nextCheckAt: isAwaited(mapping) ? notBefore : mapping.nextCheckAt },
    tell:
      site.error?.code === code
        ? []
        : [['error.logged', { source: 'Ultimate Multisite', code, message, retried: false }]],
  };
}

function found(
  mapping: Mapping,
  { siteId, recordId }: { readonly siteId: number; readonly recordId: number },
): Step {
  const { host, site } = mapping;
  const isKnown = site?.state === 'present' && site.recordId === recordId && site.siteId === siteId;
  if (host.intent === 'remove' || isKnown) return unchanged(mapping);
  const next: Site = { siteId, recordId, state: 'present', attempts: 0, notBefore: 0 };
  return {
    mapping: { ...mapping, site: next },
    tell: [['record.found', { site: siteId, record: recordId }]],
  };
}

function vanished(mapping: Mapping, recordId: number, context: Context): Step {
  const { site } = mapping;
  if (site?.state !== 'present' || site.recordId !== recordId || mapping.host.intent === 'remove')
    return unchanged(mapping);
  const gone: Mapping = { ...mapping, approval: undefined, site: { ...bare(site), state: 'removed' } };
  return removing(gone, ['record.vanished', { site: site.siteId, record: recordId }], context);
}

function renamed(mapping: Mapping, to: string): Step {
  if (!mapping.site) return unchanged(mapping);
  return { mapping: { ...mapping, site: undefined }, tell: [['record.renamed', { to }]] };
}

/** Nothing else goes on meanwhile, or not soon. */
const isAwaited = (mapping: Mapping): boolean =>
  mapping.host.intent === 'remove' || isFailed(mapping) || isFinal(mapping);

/** Without what went wrong. */
const bare = ({ error: _, ...site }: Site): Site => site;
