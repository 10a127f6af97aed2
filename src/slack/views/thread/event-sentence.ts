import type { KnownBlock } from '@slack/types';
import { customerSentences } from '../../../core/customer/template.js';
import { type FindingCode, findingCodes } from '../../../core/diagnosis/findings/table.js';
import { anyDetails, type DomainEvent, eventName, SYSTEM } from '../../../core/events/event.js';
import { displayName } from '../../../core/hostname.js';
import { changedTexts, languageOfTexts, readTexts } from '../../../settings/customer-texts.js';
import { type ChangesAtOnce, type SettingChange, settingEvent } from '../../../settings/stored-settings.js';
import { context, section } from '../../blocks/blocks.js';
import { cut, LIMITS } from '../../blocks/limits.js';
import { code, Mrkdwn, person } from '../../blocks/mrkdwn.js';
import type { View } from '../../blocks/view.js';
import { whatIs } from '../findings.js';
import { settingParams, textsParams } from '../setting-values.js';
import type { Params, Translator } from '../translator.js';
import { paramsOf } from './event-params.js';

/** An event in one sentence, from the event alone. A type without a message is a compile error. */
export const eventSentence = (event: DomainEvent, translator: Translator): string =>
  translator.t(`event.${event.type}`, sentenceParams(event, translator));

/** Everything that a sentence about an event may name. */
export function sentenceParams(event: DomainEvent, translator: Translator): Params {
  const finding = findingOf(event);
  const next = findingOf(event, 'nowFinding');
  return {
    ...paramsOf(event, translator),
    isSystem: event.by === SYSTEM,
    isOwn: (anyDetails(event)['assignee'] ?? anyDetails(event)['wasAssignee']) === event.by,
    hasUntil: anyDetails(event)['until'] !== undefined,
    hasRequester: (anyDetails(event)['requester'] ?? event.by) !== event.by,
    hasNote: anyDetails(event)['note'] !== undefined,
    ...(finding ? { finding: new Mrkdwn(whatIs(finding, anyDetails(event), translator)) } : {}),
    findingName: finding ? translator.t(`finding-name.${finding}`) : translator.t('unknown.value'),
    hasNext: next !== undefined && next !== finding,
    nextName: next ? translator.t(`finding-name.${next}`) : '',
    hostname: displayName(event.hostname),
    person: person(event.by),
    type: code(eventName(event)),
    ...(event.type === 'setting.changed' ? settingParams(event, translator) : {}),
    ...(event.type === 'customer_texts.changed' ? textsParams(event, translator) : {}),
  };
}

/** The finding that an event is about, or the one that another detail names. */
export function findingOf(
  event: DomainEvent,
  detail: 'finding' | 'nowFinding' = 'finding',
): FindingCode | undefined {
  const finding = anyDetails(event)[detail];
  return findingCodes.find((each) => each === finding);
}

/** The change, as posted in the channel: the audit trail's sentence, and new texts for customers. */
export function changeView(changes: ChangesAtOnce, translator: Translator): View {
  const [first, ...others] = changes;
  const text =
    others.length === 0 ? eventSentence(settingEvent(first), translator) : changesText(changes, translator);
  return { text, blocks: [section(text), ...changes.flatMap((change) => textBlocks(change, translator))] };
}

function changesText(changes: ChangesAtOnce, translator: Translator): string {
  const params = changes.map((change) => sentenceParams(settingEvent(change), translator));
  const lines = params.map((each) => translator.t('settings.changed-line', each));
  return [translator.t('settings.changed', params[0]), ...lines].join('\n');
}

/** More than a channel wants to read. */
const MAX_TEXTS_SHOWN = 8;

/** The new texts for customers. */
function textBlocks({ setting, from, to }: SettingChange, translator: Translator): KnownBlock[] {
  if (languageOfTexts(setting) === undefined) return [];
  const { sentences } = readTexts(to);
  const changed = new Set(changedTexts(from, to));
  const lines = customerSentences.flatMap((name) => {
    const text = changed.has(name) ? sentences[name] : undefined;
    return text === undefined ? [] : [`${translator.t(`texts.label.${name}`)}: ${code(text).text}`];
  });
  return lines.slice(0, MAX_TEXTS_SHOWN).map((line) => context(cut(line, LIMITS.contextText)));
}
