import { allSeeAt } from '../../core/diagnosis/prediction.js';
import { dnsRecordsFor } from '../../core/dns-records.js';
import { SYSTEM } from '../../core/event.js';
import type { Mapping } from '../../core/mapping.js';
import { isOnlyUnrouted } from '../../core/stage.js';
import type { Target } from '../../core/target.js';
import type { StoredMapping } from '../../store/store.js';
import { actions, button, context, dangerButton, divider, section, urlButton } from '../blocks/blocks.js';
import { code, codeBlock, link, Mrkdwn, moment, person, soon } from '../blocks/mrkdwn.js';
import type { View } from '../blocks/view.js';
import { axisLines, whyUnrouted } from './axes.js';
import { CUSTOMER_ACTION } from './customer.js';
import { displayName } from './display-name.js';
import { worstFinding } from './findings.js';
import { stageText } from './stage-text.js';
import { NO_TARGET, type Translator } from './translator.js';

export const CHECK_ACTION = 'check';
export const UNMAP_ACTION = 'unmap';
export const SET_READY_ACTION = 'set-ready';
export const DASHBOARD_ACTION = 'dashboard';

/** The mapping's root message: its present state, what to do next, and the buttons. */
export function cardView(
  { mapping, card }: StoredMapping,
  www: Mapping | undefined,
  translator: Translator,
): View {
  const app = translator.appOf(mapping.app);
  const target = app?.target ?? NO_TARGET;
  const hostname = displayName(mapping.hostname);
  const stage = stageText(mapping, translator);
  const todo = nextStep(mapping, target, translator);
  return {
    text: translator.t('card.text', { hostname, stage: new Mrkdwn(stage) }),
    blocks: [
      section(translator.t('card.title', { hostname, stage: new Mrkdwn(stage) })),
      section(axisLines(mapping, target, translator).join('\n')),
      ...(todo === '' ? [] : [divider, section(todo)]),
      ...wwwBlocks(www, target, translator),
      context(
        translator.t('card.asked', {
          person: person(mapping.requestedBy),
          isSystem: mapping.requestedBy === SYSTEM,
          at: moment(mapping.requestedAt),
          app: mapping.app,
        }),
      ),
      ...siteLine(mapping, translator),
      ...replaced(card, translator),
      ...waiting(mapping, translator),
      ...buttons(mapping, app?.dashboardUrl, translator),
    ],
  };
}

/** The same as a reply, under a card that can't be edited any more; the first says why. */
export function stateView({ mapping, card }: StoredMapping, translator: Translator): View {
  const hostname = displayName(mapping.hostname);
  const text = translator.t('card.text', { hostname, stage: new Mrkdwn(stageText(mapping, translator)) });
  const target = translator.appOf(mapping.app)?.target ?? NO_TARGET;
  const openFinding = card.fixed?.stage === '' ? [context(translator.t('card.fixed'))] : [];
  return {
    text,
    blocks: [section([text, ...axisLines(mapping, target, translator)].join('\n')), ...openFinding],
  };
}

function siteLine({ siteLink }: Mapping, translator: Translator) {
  if (!siteLink) return [];
  const { siteId, state, error } = siteLink;
  return [context(translator.t('card.site', { site: siteId, state, error: code(error?.message ?? '') }))];
}

/** The `www.` name that goes with it, with axes of its own. */
function wwwBlocks(www: Mapping | undefined, target: Target, translator: Translator) {
  if (!www) return [];
  const names = {
    hostname: displayName(www.hostname),
    stage: new Mrkdwn(stageText(www, translator)),
  };
  const todo = www.stage === 'removed' ? '' : nextStep(www, target, translator);
  return [
    divider,
    section([translator.t('card.title', names), ...axisLines(www, target, translator)].join('\n')),
    ...(todo === '' ? [] : [section(todo)]),
  ];
}

/** Why there is a second card, and where the thread of the first is. */
function replaced({ channel, replaces, replacedBecause }: StoredMapping['card'], translator: Translator) {
  if (replaces === undefined) return [];
  const thread = link(translator.permalink(channel, replaces), translator.t('card.earlier'));
  const why = replacedBecause === 'locked' ? 'card.replaces-locked' : 'card.replaces';
  return [context(translator.t(why, { thread }))];
}

/** What waits for a second person is answered in the thread. */
function waiting({ approval }: Mapping, translator: Translator) {
  if (!approval) return [];
  return [
    context(translator.t('card.approval', { person: person(approval.by), until: moment(approval.until) })),
  ];
}

function buttons(mapping: Mapping, dashboardUrl: string | undefined, translator: Translator) {
  const { id, alias, site } = mapping;
  if (alias.state === 'removed') return [];
  const setReady =
    isOnlyUnrouted(mapping) && canSetReady(site.reason)
      ? [button(SET_READY_ACTION, translator.tPlain('card.set-ready'), id)]
      : [];
  const dashboard = dashboardUrl
    ? [urlButton(DASHBOARD_ACTION, translator.tPlain('card.dashboard'), dashboardUrl)]
    : [];
  return [
    actions(
      button(CHECK_ACTION, translator.tPlain('card.check'), id),
      ...(alias.intent === 'remove'
        ? []
        : [
            ...setReady,
            button(CUSTOMER_ACTION, translator.tPlain('card.customer'), id),
            dangerButton(UNMAP_ACTION, translator.tPlain('card.unmap'), id),
          ]),
      ...dashboard,
    ),
  ];
}

/** The next thing somebody has to do, if anybody: what the worst finding asks for, else what the stage does. */
function nextStep(mapping: Mapping, target: Target, translator: Translator): string {
  const { site, hostname, alias } = mapping;
  if (alias.state === 'accepted' && isOnlyUnrouted(mapping))
    return translator.t('todo.unrouted', {
      why: new Mrkdwn(whyUnrouted(site, translator)),
      fix: new Mrkdwn(
        translator.t(`site.fix.${site.reason ?? 'no-record'}`, { hostname: new Mrkdwn(hostname) }),
      ),
    });
  const findings = translator.findings(mapping);
  const isNew = mapping.stage === 'adding' || findings[0]?.code === 'record-missing';
  const worst = isNew ? '' : worstFinding(findings, mapping.hostname, translator);
  return worst === '' || mapping.alias.state !== 'accepted' ? stageStep(mapping, target, translator) : worst;
}

/** For what Ultimate Multisite has and does not route. */
export const canSetReady = (reason: unknown): boolean =>
  reason === 'gave-up' || reason === 'still-checking' || reason === 'inactive';

function stageStep(mapping: Mapping, target: Target, translator: Translator): string {
  const { stage, alias, dns, ssl, hostname } = mapping;
  if (alias.state === 'refused') return translator.t('todo.refused');
  if (stage === 'ssl-failed') return translator.t('todo.ssl-failed');
  if (stage !== 'checking-dns' && stage !== 'failed' && stage !== 'adding') {
    return stage === 'checking-ssl-cert' && ssl.state !== 'unknown' ? translator.t('todo.wait-for-ssl') : '';
  }
  if (dns.state === 'published') return waitForCaches(mapping, target, translator);
  const { preferred, alternative } = dnsRecordsFor(hostname, target);
  if (preferred.length === 0) return translator.t('todo.needs-address');
  const lines = (records: typeof preferred) => codeBlock(records.map(({ line }) => line));
  const wanted = translator.t(stage === 'failed' ? 'todo.records-after-failure' : 'todo.records', {
    count: preferred.length,
    records: lines(preferred),
    host: code(preferred[0]?.host ?? ''),
  });
  return alternative?.length
    ? `${wanted}\n${translator.t('todo.alternative', { records: lines(alternative) })}`
    : wanted;
}

/** The moment at which the last cache lets go is known, unless a resolver is silent. */
function waitForCaches({ dns }: Mapping, target: Target, translator: Translator): string {
  const at = dns.observation && allSeeAt(dns.observation, target, dns);
  return at === undefined
    ? translator.t('todo.wait-for-caches')
    : translator.t('todo.wait-until', { at: soon(at) });
}
