import { SYSTEM } from '../../mapping/event.js';
import type { Mapping } from '../../mapping/mapping.js';
import { allSeeAt } from '../../mapping/prediction.js';
import { recordsFor } from '../../mapping/records.js';
import type { Target } from '../../mapping/target.js';
import type { MappingRecord } from '../../store/store.js';
import { actions, button, context, dangerButton, divider, section, urlButton } from '../blocks.js';
import { code, codeBlock, link, Mrkdwn, moment, person, soon } from '../mrkdwn.js';
import type { View } from '../view.js';
import { axisLines } from './axes.js';
import { CUSTOMER_ACTION } from './customer.js';
import { displayName } from './display-name.js';
import { worstFinding } from './findings.js';
import { stageText } from './stage-text.js';
import { NO_TARGET, type Voice } from './voice.js';

export const CHECK_ACTION = 'check';
export const UNMAP_ACTION = 'unmap';
export const DASHBOARD_ACTION = 'dashboard';

/** The mapping's root message: its present state, what to do next, and the buttons. */
export function cardView(
  { mapping, card }: MappingRecord,
  companion: Mapping | undefined,
  voice: Voice,
): View {
  const app = voice.appOf(mapping.app);
  const target = app?.target ?? NO_TARGET;
  const hostname = displayName(mapping.hostname);
  const stage = stageText(mapping, voice);
  const todo = nextStep(mapping, target, voice);
  return {
    text: voice.say('card.text', { hostname, stage: new Mrkdwn(stage) }),
    blocks: [
      section(voice.say('card.title', { hostname, stage: new Mrkdwn(stage) })),
      section(axisLines(mapping, target, voice).join('\n')),
      ...(todo === '' ? [] : [divider, section(todo)]),
      ...companionBlocks(companion, target, voice),
      context(
        voice.say('card.asked', {
          person: person(mapping.requestedBy),
          isSystem: mapping.requestedBy === SYSTEM,
          at: moment(mapping.requestedAt),
          app: mapping.app,
        }),
      ),
      ...siteLine(mapping, voice),
      ...replaced(card, voice),
      ...waiting(mapping, voice),
      ...buttons(mapping, app?.appId, voice),
    ],
  };
}

/** The same as a reply, under a card that can't be edited any more; the first says why. */
export function stateView({ mapping, card }: MappingRecord, voice: Voice): View {
  const hostname = displayName(mapping.hostname);
  const text = voice.say('card.text', { hostname, stage: new Mrkdwn(stageText(mapping, voice)) });
  const target = voice.appOf(mapping.app)?.target ?? NO_TARGET;
  const note = card.fixed?.stage === '' ? [context(voice.say('card.fixed'))] : [];
  return { text, blocks: [section([text, ...axisLines(mapping, target, voice)].join('\n')), ...note] };
}

function siteLine({ site }: Mapping, voice: Voice) {
  if (!site) return [];
  const { siteId, state, error } = site;
  return [context(voice.say('card.site', { site: siteId, state, error: code(error?.message ?? '') }))];
}

/** The `www.` name that goes with it, with axes of its own. */
function companionBlocks(companion: Mapping | undefined, target: Target, voice: Voice) {
  if (!companion) return [];
  const names = {
    hostname: displayName(companion.hostname),
    stage: new Mrkdwn(stageText(companion, voice)),
  };
  const todo = companion.stage === 'removed' ? '' : nextStep(companion, target, voice);
  return [
    divider,
    section([voice.say('card.title', names), ...axisLines(companion, target, voice)].join('\n')),
    ...(todo === '' ? [] : [section(todo)]),
  ];
}

/** Why there is a second card, and where the thread of the first is. */
function replaced({ channel, replaces, replacedBecause }: MappingRecord['card'], voice: Voice) {
  if (replaces === undefined) return [];
  const thread = link(voice.permalink(channel, replaces), voice.say('card.earlier'));
  const why = replacedBecause === 'locked' ? 'card.replaces-locked' : 'card.replaces';
  return [context(voice.say(why, { thread }))];
}

/** What waits for a second person is answered in the thread. */
function waiting({ approval }: Mapping, voice: Voice) {
  if (!approval) return [];
  return [
    context(voice.say('card.approval', { person: person(approval.by), until: moment(approval.until) })),
  ];
}

function buttons({ id, host }: Mapping, appId: string | undefined, voice: Voice) {
  if (host.state === 'removed') return [];
  const dashboard = appId
    ? [
        urlButton(
          DASHBOARD_ACTION,
          voice.sayPlain('card.dashboard'),
          `https://app.closte.com/sites/domains/${appId}`,
        ),
      ]
    : [];
  return [
    actions(
      button(CHECK_ACTION, voice.sayPlain('card.check'), id),
      ...(host.intent === 'remove'
        ? []
        : [
            button(CUSTOMER_ACTION, voice.sayPlain('card.customer'), id),
            dangerButton(UNMAP_ACTION, voice.sayPlain('card.unmap'), id),
          ]),
      ...dashboard,
    ),
  ];
}

/** The next thing somebody has to do, if anybody: what the worst finding asks for, else what the stage does. */
function nextStep(mapping: Mapping, target: Target, voice: Voice): string {
  const findings = voice.findings(mapping);
  const isNew = mapping.stage === 'adding' || findings[0]?.code === 'record-missing';
  const worst = isNew ? '' : worstFinding(findings, mapping.hostname, voice);
  return worst === '' || mapping.host.state !== 'accepted' ? stageStep(mapping, target, voice) : worst;
}

function stageStep(mapping: Mapping, target: Target, voice: Voice): string {
  const { stage, host, dns, ssl, hostname } = mapping;
  if (host.state === 'refused') return voice.say('todo.refused');
  if (stage === 'ssl-failed') return voice.say('todo.ssl-failed');
  if (stage !== 'checking-dns' && stage !== 'failed' && stage !== 'adding') {
    return stage === 'checking-ssl-cert' && ssl.state !== 'unknown' ? voice.say('todo.wait-for-ssl') : '';
  }
  if (dns.state === 'published') return waitForCaches(mapping, target, voice);
  const { preferred, alternative } = recordsFor(hostname, target);
  if (preferred.length === 0) return voice.say('todo.needs-address');
  const lines = (records: typeof preferred) => codeBlock(records.map(({ line }) => line));
  const wanted = voice.say(stage === 'failed' ? 'todo.records-after-failure' : 'todo.records', {
    count: preferred.length,
    records: lines(preferred),
    host: code(preferred[0]?.host ?? ''),
  });
  return alternative?.length
    ? `${wanted}\n${voice.say('todo.alternative', { records: lines(alternative) })}`
    : wanted;
}

/** The moment at which the last cache lets go is known, unless a resolver is silent. */
function waitForCaches({ dns }: Mapping, target: Target, voice: Voice): string {
  const at = dns.observation && allSeeAt(dns.observation, target, dns);
  return at === undefined
    ? voice.say('todo.wait-for-caches')
    : voice.say('todo.wait-until', { at: soon(at) });
}
