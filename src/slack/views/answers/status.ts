import type { KnownBlock } from '@slack/types';
import type { Condition } from '../../../core/condition.js';
import { dnsEvidence, sslEvidence } from '../../../core/diagnosis/evidence.js';
import { judgeSeen, judgeServer } from '../../../core/diagnosis/verdict.js';
import { displayName } from '../../../core/hostname.js';
import type { Mapping } from '../../../core/mapping.js';
import type { ServerAnswer } from '../../../core/observation/observation.js';
import type { Target } from '../../../core/ports/provider-facts.js';
import { isReady } from '../../../core/stage.js';
import type { MessageKey } from '../../../locale/catalogue.js';
import type { Status } from '../../../use-cases/domains/status.js';
import { mapInTurns } from '../../../util/concurrency/event-loop.js';
import { context, section } from '../../blocks/blocks.js';
import { channelLink, link, Mrkdwn, moment } from '../../blocks/mrkdwn.js';
import type { View } from '../../blocks/view.js';
import { axisLines, foundNow, servedNow, valueList } from '../card/axes.js';
import { cardTitle } from '../card/card.js';
import { joinedParts, stageText, watchText } from '../card/condition.js';
import { nextStep, usualWaitText } from '../card/next-step.js';
import { authoritativeLine, type LineOf, resolverLine } from '../card/server-lines.js';
import { findingBlocks, statusFindings } from '../findings.js';
import { NO_TARGET, type Translator } from '../translator.js';

/** The result of a check: one line when all is well; otherwise the stage, what to fix, and what DNS answers. Yields to other work. */
export async function statusView(status: Status, reader: Translator): Promise<View> {
  const { mapping } = status.stored;
  const translator = reader.about(mapping.app);
  const text = translator.t('card.text', {
    hostname: displayName(mapping.hostname),
    stage: new Mrkdwn(stageText(mapping, translator)),
  });
  const doubts = justSeen(mapping, status.seen, translator);
  const facts = () => joinedParts(...statusFacts(status, translator));
  const lost = cardLost(status, translator);
  if (doubts.length === 0 && isAllWell(mapping, translator))
    return { text, blocks: [section(joinedParts(cardTitle(mapping, translator), facts())), ...lost] };
  const target = translator.appOf(mapping.app)?.target ?? NO_TARGET;
  const parts: readonly (() => readonly KnownBlock[])[] = [
    () => [
      section(
        [cardTitle(mapping, translator), ...axisLines(mapping, target, translator), ...doubts].join('\n'),
      ),
    ],
    () => stepAndFindings(mapping, translator),
    () => usualLine(mapping, translator),
    () => serverAnswers(status, target, translator),
    () => [context(facts()), ...lost],
  ];
  return { text, blocks: (await mapInTurns(parts, (part) => part())).flat() };
}

const isAllWell = (mapping: Mapping, translator: Translator): boolean =>
  translator.condition(mapping).health === 'good' &&
  isReady(mapping) &&
  translator.findings(mapping).every(isNote);

/** The next step, unless a problem says it, and the findings. */
function stepAndFindings(mapping: Mapping, translator: Translator): KnownBlock[] {
  const findings = statusFindings(mapping, translator);
  const isSaid = findings.some(({ severity }) => severity === 'problem');
  const step = isSaid ? '' : nextStep(mapping, translator);
  return [...(step === '' ? [] : [section(step)]), ...findingBlocks(findings, translator)];
}

/** Where the card can't change any more: how to bring it here. */
function cardLost({ stored, isCardLost }: Status, translator: Translator): KnownBlock[] {
  if (!isCardLost) return [];
  const channel = channelLink(stored.card.channel);
  const hostname = displayName(stored.mapping.hostname);
  return [context(translator.t('status.card-lost', { channel, hostname }))];
}

function statusFacts({ stored, seen }: Status, translator: Translator): string[] {
  const condition = translator.condition(stored.mapping);
  return [
    seen === undefined ? '' : translator.t('status.checked', { at: moment(seen.dns.at) }),
    age(condition, translator),
    next(condition, translator),
    cardLink(stored, translator),
  ];
}

/** Each server's answer, unless the line about DNS covers all of them. */
function serverAnswers({ stored, seen }: Status, target: Target, translator: Translator): KnownBlock[] {
  if (!seen) return [];
  const { dns } = seen;
  const { disproved, movedUntil } = stored.mapping.dns;
  const evidence = (title: MessageKey, answers: readonly ServerAnswer[], lineOf: LineOf): KnownBlock => {
    const shown = { ...dns, disproved, movedUntil };
    const lines = answers.map((answer) => lineOf(answer, shown, target, translator));
    return section([translator.t(title), ...lines].join('\n'));
  };
  const isServedRight = (answer: ServerAnswer) =>
    judgeServer(answer, target, dns.targetAddresses ?? []) === 'right';
  const isSeenRight = (answer: ServerAnswer) => judgeSeen(answer, dns, target) === 'right';
  const isAllServed = dns.authoritative.every(isServedRight);
  return [
    ...(isAllServed ? [] : [evidence('status.authoritative', dns.authoritative, authoritativeLine)]),
    ...(dns.resolvers.every(isSeenRight) ? [] : [evidence('status.resolvers', dns.resolvers, resolverLine)]),
    ...(isAllServed ? nameServerLine(dns.nameServers?.parent ?? [], translator) : []),
  ];
}

/** What this check saw that contradicts earlier ones; it counts once a later check confirms it. */
function justSeen({ dns, ssl }: Mapping, seen: Status['seen'], translator: Translator): string[] {
  if (!seen) return [];
  const what = [
    ...(dns.contradictions > 0 ? [foundNow(dnsEvidence(seen.dns), translator)] : []),
    ...(ssl.contradictions > 0 && seen.ssl ? [servedNow(sslEvidence(seen.ssl), translator)] : []),
  ];
  return what.map((each) => translator.t('status.just-seen', { what: new Mrkdwn(each) }));
}

function usualLine(mapping: Mapping, translator: Translator): KnownBlock[] {
  const text = usualWaitText(mapping, 'for', translator);
  return text === '' ? [] : [section(text)];
}

const isNote = ({ severity }: { readonly severity: string }): boolean => severity === 'note';

/** How long the condition has lasted, by the time that lists sort by. */
const age = ({ since }: Condition, translator: Translator): string =>
  translator.t('status.since', { duration: translator.duration(translator.now() - since) });

function next(condition: Condition, translator: Translator): string {
  const { at, until } = condition.nextCheck;
  if (at === null || until !== undefined) return watchText(condition, translator);
  return translator.t('status.next', { at: moment(at) });
}

const cardLink = ({ card }: Status['stored'], translator: Translator): string =>
  card.ts === undefined
    ? ''
    : link(translator.permalink(card.channel, card.ts), translator.t('status.card')).text;

const nameServerLine = (servers: readonly string[], translator: Translator): KnownBlock[] =>
  servers.length === 0
    ? []
    : [context(translator.t('status.name-servers', { servers: valueList(servers, translator) }))];
