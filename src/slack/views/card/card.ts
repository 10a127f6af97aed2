import type { Button, KnownBlock } from '@slack/types';
import { isCalm } from '../../../core/condition.js';
import { SYSTEM } from '../../../core/events/event.js';
import { displayName } from '../../../core/hostname.js';
import type { Mapping } from '../../../core/mapping.js';
import { isOnlyUnrouted } from '../../../core/stage.js';
import { isMessageKey } from '../../../locale/catalogue.js';
import type { StoredMapping } from '../../../store/store.js';
import { actions, button, context, divider, overflow, section, urlButton } from '../../blocks/blocks.js';
import { channelLink, code, escapeMrkdwn, link, Mrkdwn, moment, person } from '../../blocks/mrkdwn.js';
import type { View } from '../../blocks/view.js';
import { CUSTOMER_ACTION } from '../customer.js';
import { NO_TARGET, type Translator } from '../translator.js';
import { axisLines } from './axes.js';
import { findingName, joinedParts, stageText, untilParams, watchText, whoActsText } from './condition.js';
import { canSetReady, nextStep, usualWaitText } from './next-step.js';
import { canChooseSite, chooseSiteButton } from './site-choice.js';

export const CHECK_ACTION = 'check';
export const UNMAP_ACTION = 'unmap';
export const SET_READY_ACTION = 'set-ready';
export const DASHBOARD_ACTION = 'dashboard';
/** Rarely used actions; an option's value is `ACTION:MAPPING`. */
export const MORE_ACTION = 'more';

/** The mapping's root message: its present state, the next step, and the buttons. */
export function cardView(
  { mapping, card }: StoredMapping,
  www: Mapping | undefined,
  translator: Translator,
): View {
  const hostname = displayName(mapping.hostname);
  const stage = new Mrkdwn(stageText(mapping, translator));
  return {
    text: translator.t('card.text', { hostname, stage }),
    blocks: [
      section([cardTitle(mapping, translator), ...linesOf(mapping, translator)].join('\n')),
      ...stepBlocks(mapping, translator),
      ...wwwBlocks(www, translator),
      context(...footer(mapping, translator)),
      ...replaced(card, translator),
      ...waiting(mapping, translator),
      ...messageSent(mapping, translator),
      ...buttons(mapping, translator),
    ],
  };
}

/** The card as a reply, under one that can no longer be edited; the first such reply says why. */
export function stateView({ mapping, card }: StoredMapping, translator: Translator): View {
  const hostname = displayName(mapping.hostname);
  const text = translator.t('card.text', { hostname, stage: new Mrkdwn(stageText(mapping, translator)) });
  const why = card.fixed?.stage === '' ? [context(translator.t('card.fixed'))] : [];
  return { text, blocks: [section([text, ...linesOf(mapping, translator)].join('\n')), ...why] };
}

/** One line to scan: the domain, its stage, what is wrong, who has to act. */
export function cardTitle(mapping: Mapping, translator: Translator): string {
  const condition = translator.condition(mapping);
  const title = translator.t('card.title', {
    hostname: displayName(mapping.hostname),
    stage: new Mrkdwn(stageText(mapping, translator)),
  });
  if (isCalm(condition)) return title;
  return joinedParts(title, findingName(mapping, condition, translator), whoActsText(condition, translator));
}

function linesOf(mapping: Mapping, translator: Translator): string[] {
  const target = translator.appOf(mapping.app)?.target ?? NO_TARGET;
  return axisLines(mapping, target, translator);
}

function stepBlocks(mapping: Mapping, translator: Translator): KnownBlock[] {
  const steps = [
    nextStep(mapping, translator),
    usualWaitText(mapping, 'since', translator),
    watchText(translator.condition(mapping), translator),
  ];
  const said = steps.filter((step) => step !== '');
  return said.length === 0 ? [] : [divider, section(said.join('\n'))];
}

/** The `www.` name: one line when all is well, otherwise its own axes and next step. */
function wwwBlocks(www: Mapping | undefined, translator: Translator): KnownBlock[] {
  if (!www) return [];
  const title = cardTitle(www, translator);
  const { health } = translator.condition(www);
  if (health === 'good' || health === 'removed') return [section(title)];
  const step = joinedLines(
    nextStep(www, translator),
    usualWaitText(www, 'since', translator),
    watchText(translator.condition(www), translator),
  );
  return [
    divider,
    section([title, ...linesOf(www, translator)].join('\n')),
    ...(step === '' ? [] : [section(step)]),
  ];
}

const joinedLines = (...lines: readonly string[]): string => lines.filter((line) => line !== '').join('\n');

function footer(mapping: Mapping, translator: Translator): string[] {
  const asked = translator.t('card.asked', {
    person: person(mapping.requestedBy),
    isSystem: mapping.requestedBy === SYSTEM,
    at: moment(mapping.requestedAt),
  });
  return [
    joinedParts(asked, translator.appName(mapping.app)),
    ...siteText(mapping, translator),
    ...inOne(teamLines(mapping, translator)),
    ...originLines(mapping, translator),
  ];
}

/** A context block has few places. */
const inOne = (lines: readonly string[]): string[] => (lines.length === 0 ? [] : [lines.join('\n')]);

/** Who takes care of it, and who follows it. */
function teamLines(mapping: Mapping, translator: Translator): string[] {
  const { assignee, followers = [] } = mapping;
  const people = new Mrkdwn(translator.list(followers.map((id) => person(id).text)));
  return [
    ...(assignee === undefined ? [] : [translator.t('card.assigned', { assignee: person(assignee) })]),
    ...attentionLines(mapping, translator),
    ...(followers.length === 0 ? [] : [translator.t('card.followers', { people })]),
  ];
}

/** Why it is quieter than usual, and who asked for that. */
function attentionLines(mapping: Mapping, translator: Translator): string[] {
  const { snooze, mutes = [], openFindings } = mapping;
  const named = (finding: string) => {
    const key = `finding-name.${finding}`;
    return isMessageKey(key) ? translator.t(key) : finding;
  };
  const known = openFindings.flatMap(({ code: finding, acknowledgedBy: by }) =>
    by ? [{ finding, by }] : [],
  );
  return [
    ...(snooze
      ? [translator.t('card.snoozed', { person: person(snooze.by), ...untilParams(snooze.until) })]
      : []),
    ...known.map(({ finding, by }) =>
      translator.t('card.acknowledged', { person: person(by), findingName: named(finding) }),
    ),
    ...mutes.map(({ code: finding, by, until, reason }) =>
      translator.t('card.muted', {
        person: person(by),
        until: moment(until),
        findingName: named(finding),
        reason,
      }),
    ),
  ];
}

/** The note for the team, and the message that asked for it. */
export function originLines(
  { note, source }: Pick<Mapping, 'note' | 'source'>,
  translator: Translator,
): string[] {
  const message =
    source &&
    link(
      translator.permalink(source.channel, source.ts, source.threadTs),
      translator.tPlain('card.source.message'),
    );
  return [
    ...(note === undefined ? [] : [translator.t('card.note', { note: noteText(note) })]),
    ...(message ? [translator.t('card.source', { message })] : []),
  ];
}

/** A note's own line breaks and marks stay; nobody is notified by it. */
const noteText = (note: string): Mrkdwn => new Mrkdwn(escapeMrkdwn(note).replace(/\s*\n\s*/g, ' · '));

function siteText({ siteLink }: Mapping, translator: Translator): string[] {
  if (!siteLink) return [];
  const { siteId, title, address, state, error } = siteLink;
  const named = title === undefined ? String(siteId) : `${siteId}, ${title} (${address})`;
  return [translator.t('card.site', { site: named, state, error: code(error?.message ?? '') })];
}

/** Replaces a card that moved: a link to the present one. */
export function pointerView({ mapping, card }: StoredMapping, translator: Translator): View {
  const { channel, ts = '' } = card;
  const text = translator.t('card.moved', {
    hostname: displayName(mapping.hostname),
    channel: channelLink(channel),
    card: link(translator.permalink(channel, ts), translator.t('mapped.card')),
  });
  return { text, blocks: [section(text)] };
}

/** Why there is another card, and where the earlier card's thread is. */
function replaced({ earlier = [] }: StoredMapping['card'], translator: Translator) {
  const last = earlier.at(-1);
  if (!last) return [];
  const { channel, ts, because } = last;
  const thread = link(translator.permalink(channel, ts), translator.t('card.earlier'));
  return [context(translator.t(`card.replaces.${because}`, { thread, channel: channelLink(channel) }))];
}

/** An unmapping is approved in the thread. */
function waiting({ approval }: Mapping, translator: Translator) {
  if (!approval) return [];
  return [
    context(translator.t('card.approval', { person: person(approval.by), until: moment(approval.until) })),
  ];
}

function messageSent({ customerMessage: message }: Mapping, translator: Translator) {
  if (!message) return [];
  return [context(translator.t('card.sent', { person: person(message.by), at: moment(message.at) }))];
}

/** Everyday buttons; destructive actions are in the menu. */
function buttons(mapping: Mapping, translator: Translator): KnownBlock[] {
  const { id, app, alias, site } = mapping;
  if (alias.state === 'removed') return [];
  const isLeaving = alias.intent === 'remove';
  const { dashboardUrl } = translator.appOf(app) ?? {};
  const dashboard: Button[] =
    dashboardUrl === undefined
      ? []
      : [urlButton(DASHBOARD_ACTION, translator.tPlain('card.dashboard'), dashboardUrl)];
  const setReady =
    !isLeaving && isOnlyUnrouted(mapping) && canSetReady(site.reason)
      ? [button(SET_READY_ACTION, translator.tPlain('card.set-ready'), id)]
      : [];
  const isSiteMissing = isOnlyUnrouted(mapping) && site.reason === 'no-record';
  const chooseSite =
    !isLeaving && isSiteMissing && canChooseSite(mapping, translator)
      ? [chooseSiteButton(id, translator)]
      : [];
  return [
    actions(
      ...setReady,
      ...chooseSite,
      button(CHECK_ACTION, translator.tPlain('card.check'), id),
      ...(isLeaving ? [] : [button(CUSTOMER_ACTION, translator.tPlain('card.customer'), id)]),
      ...dashboard,
      overflow(MORE_ACTION, [
        { label: translator.tPlain('card.take'), value: `take:${id}` },
        { label: translator.tPlain('card.team'), value: `team:${id}` },
        { label: translator.tPlain('card.attention'), value: `attention:${id}` },
        { label: translator.tPlain('card.history'), value: `history:${id}` },
        ...(isLeaving ? [] : [{ label: translator.tPlain('card.unmap'), value: `unmap:${id}` }]),
      ]),
    ),
  ];
}
