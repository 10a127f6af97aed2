import type { KnownBlock } from '@slack/types';
import { type DoctorResult, isSound } from '../../../use-cases/doctor/result.js';
import { actions, askingButton, section } from '../../blocks/blocks.js';
import { sections } from '../../blocks/limits.js';
import { channelLink } from '../../blocks/mrkdwn.js';
import type { View } from '../../blocks/view.js';
import type { Params, Translator } from '../translator.js';
import { sentence } from './answers.js';

export const REPAIR_ACTION = 'doctor-repair';

const SIGNS = {
  ok: ':white_check_mark:',
  problem: ':x:',
  note: ':information_source:',
  unchecked: ':grey_question:',
} as const;
/** Slack limits an action block to 25 elements; fixes come a few at a time. */
const MAX_REPAIRS = 10;

/** A channel by name. */
const linkedChannel = ({ channel, ...params }: DoctorResult['params']): Params =>
  channel === undefined ? params : { ...params, channel: channelLink(String(channel)) };

const speakerOf = ({ params: { app } }: DoctorResult, translator: Translator): Translator =>
  app === undefined ? translator : translator.about(String(app));

const resultLine = (result: DoctorResult, translator: Translator): string =>
  `${SIGNS[result.state]} ${speakerOf(result, translator).t(result.key, linkedChannel(result.params))}`;

export function doctorView(results: readonly DoctorResult[], translator: Translator): View {
  const title = translator.t(isSound(results) ? 'doctor.sound' : 'doctor.ill', {
    count: results.filter(({ state }) => state === 'problem').length,
  });
  const reported = results.map((result) => resultLine(result, translator));
  return {
    text: title,
    blocks: [section(`*${title}*`), ...sections(reported), ...repairBlocks(results, translator)],
  };
}

/** A question and its button for each fix that the doctor can apply. */
const repairBlocks = (results: readonly DoctorResult[], translator: Translator): KnownBlock[] =>
  results
    .filter(({ repair }) => repair !== undefined)
    .slice(0, MAX_REPAIRS)
    .flatMap((result) => repairBlock(result, translator));

function repairBlock(result: DoctorResult, translator: Translator): KnownBlock[] {
  const { repair, params } = result;
  if (!repair) return [];
  const speaker = speakerOf(result, translator);
  const ask = {
    question: speaker.tPlain('doctor.fix.sure'),
    yes: speaker.tPlain('doctor.fix.yes'),
    no: speaker.tPlain('dialog.cancel'),
  };
  const button = { actionId: REPAIR_ACTION, label: speaker.tPlain('doctor.fix.button'), value: repair.id };
  return [section(speaker.t(repair.question, linkedChannel(params))), actions(askingButton(button, ask))];
}

/** The outcome of a fix; undefined: there was nothing left to fix. */
export const repairedView = (result: DoctorResult | undefined, translator: Translator): View =>
  sentence(result ? resultLine(result, translator) : translator.t('doctor.fix.nothing'));
