import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { FindingCode } from '../../../core/diagnosis/findings/table.js';
import { displayName } from '../../../core/hostname.js';
import { DAY_MS, HOUR_MS } from '../../../core/instant.js';
import type { Mapping } from '../../../core/mapping.js';
import { isMuted } from '../../../core/reporting/reporting.js';
import type { Pair } from '../../../use-cases/domains/find.js';
import { parseJson } from '../../../util/parse-json.js';
import { section } from '../../blocks/blocks.js';
import {
  dialogField,
  modalOf,
  radioButtons,
  selectOption,
  staticSelect,
  textField,
} from '../../blocks/inputs.js';
import { type AttentionChoice, choiceValue, parseChoice } from '../attention-choice.js';
import type { Translator } from '../translator.js';

export const ATTENTION_DIALOG = 'attention';
export const ATTENTION_FIELDS = { choice: 'choice', until: 'until', reason: 'reason' } as const;
/** Characters of a reason, which the card shows. */
export const MAX_MUTE_REASON = 150;

const PAUSES_MS = [4 * HOUR_MS, DAY_MS, 3 * DAY_MS, 7 * DAY_MS, 14 * DAY_MS, 30 * DAY_MS, 90 * DAY_MS];
const UNTIL_CHANGE = 'change';
/** Findings of each name; each needs two of ten options. */
const MAX_FINDINGS = 2;

const attentionData = z.object({ channel: z.string() });
const chosen = z.object({ selected_option: z.object({ value: z.string() }).nullish() });
const attentionState = z.object({
  choice: z.object({ choice: chosen }),
  until: z.object({ until: chosen }).optional(),
  reason: z.object({ reason: z.object({ value: z.string().max(4_000).nullish() }) }).optional(),
});

export interface AttentionForm extends AttentionChoice {
  readonly channel: string;
  /** Undefined: until something changes. */
  readonly pauseMs: number | undefined;
  readonly reason: string;
}

/** What a submitted dialog says; undefined for a foreign one. */
export function parseAttentionForm(privateMetadata: string, values: unknown): AttentionForm | undefined {
  const data = parseJson(privateMetadata, attentionData);
  const filled = attentionState.safeParse(values).data;
  const choice = parseChoice(filled?.choice.choice.selected_option?.value ?? '');
  if (!data || !filled || !choice) return undefined;
  const typed = Number(filled.until?.until.selected_option?.value);
  return {
    ...data,
    ...choice,
    pauseMs: PAUSES_MS.find((ms) => ms === typed),
    reason: filled.reason?.reason.value?.trim().slice(0, MAX_MUTE_REASON) ?? '',
  };
}

/** Less attention for a while: snooze the domain, acknowledge or mute what is wrong with it, or end that. */
export function attentionDialog({ stored, www }: Pair, channel: string, translator: Translator): ModalView {
  const t = translator.tPlain;
  const { mapping } = stored;
  const names = [mapping, ...(www ? [www] : [])];
  const ofNames = names.flatMap((each) => choicesOf(each, names.length > 1, translator));
  const options = [snoozeOption(mapping, translator), ...ofNames];
  const canPause = options.some(({ value }) => /^(?:snooze|mute) /.test(value ?? ''));
  const canMute = options.some(({ value }) => value?.startsWith('mute '));
  const pauses = [
    selectOption(t('attention.until-change'), UNTIL_CHANGE),
    ...PAUSES_MS.map((ms) => selectOption(translator.duration(ms), String(ms))),
  ];
  return modalOf({
    id: ATTENTION_DIALOG,
    title: t('attention.title'),
    submit: t('team.dialog.submit'),
    close: t('dialog.cancel'),
    data: { channel },
    blocks: [
      section(`*${displayName(mapping.hostname)}*`),
      dialogField({ id: ATTENTION_FIELDS.choice, label: t('attention.choice') }, radioButtons(options)),
      ...(canPause
        ? [
            dialogField(
              { id: ATTENTION_FIELDS.until, label: t('attention.until'), isOptional: true },
              staticSelect(pauses, pauses[0]),
            ),
          ]
        : []),
      ...(canMute
        ? [
            dialogField(
              { id: ATTENTION_FIELDS.reason, label: t('attention.reason'), isOptional: true },
              textField({ max_length: MAX_MUTE_REASON }),
            ),
          ]
        : []),
    ],
  });
}

function snoozeOption({ id, snooze }: Mapping, { tPlain }: Translator) {
  const choice = snooze ? 'awake' : 'snooze';
  const value = choiceValue({ choice, mapping: id, finding: undefined });
  return selectOption(tPlain(`attention.${choice}`), value, tPlain(`attention.${choice}.means`));
}

/** What can be done about one name's findings. `isNamed`: there is another name on the card. */
function choicesOf(mapping: Mapping, isNamed: boolean, translator: Translator) {
  const { id, hostname, openFindings, mutes = [] } = mapping;
  const option = (choice: 'ack' | 'unack' | 'mute' | 'unmute', finding: FindingCode | undefined) => {
    const findingName = finding === undefined ? '' : translator.tPlain(`finding-name.${finding}`);
    const means = isNamed ? displayName(hostname) : translator.tPlain(`attention.${choice}.means`);
    const value = choiceValue({ choice, mapping: id, finding });
    return selectOption(translator.tPlain(`attention.${choice}`, { findingName }), value, means);
  };
  const known = openFindings.filter(({ acknowledgedBy }) => acknowledgedBy !== undefined);
  const isKnown = (finding: FindingCode) => known.some(({ code }) => code === finding);
  const isOpen = (finding: FindingCode) => openFindings.some(({ code }) => code === finding);
  const wrong = translator
    .findings(mapping)
    .filter(({ severity, code }) => severity !== 'note' && !isMuted(mapping, code))
    .slice(0, MAX_FINDINGS);
  return [
    ...wrong.flatMap((finding) => [
      ...(isOpen(finding.code) ? [option(isKnown(finding.code) ? 'unack' : 'ack', finding.code)] : []),
      // What every new domain goes through needs no mute.
      ...(translator.isExpectedWait(mapping, finding) ? [] : [option('mute', finding.code)]),
    ]),
    ...(mutes.length === 0 ? [] : [option('unmute', undefined)]),
  ];
}
