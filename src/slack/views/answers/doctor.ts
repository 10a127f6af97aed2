import { type DoctorResult, isSound } from '../../../use-cases/doctor/result.js';
import { section } from '../../blocks/blocks.js';
import { channelLink } from '../../blocks/mrkdwn.js';
import type { View } from '../../blocks/view.js';
import type { Params, Translator } from '../translator.js';

const SIGNS = {
  ok: ':white_check_mark:',
  problem: ':x:',
  note: ':information_source:',
  unchecked: ':grey_question:',
} as const;
/** Slack limits a section to 3,000 characters. */
const LINES_PER_SECTION = 8;

/** A channel by name. */
const linkedChannel = ({ channel, ...params }: DoctorResult['params']): Params =>
  channel === undefined ? params : { ...params, channel: channelLink(String(channel)) };

export function doctorView(lines: readonly DoctorResult[], translator: Translator): View {
  const title = translator.t(isSound(lines) ? 'doctor.sound' : 'doctor.ill', {
    count: lines.filter(({ state }) => state === 'problem').length,
  });
  const reported = lines.map(({ state, key, params }) => {
    const { app } = params;
    const speaker = app === undefined ? translator : translator.about(String(app));
    return `${SIGNS[state]} ${speaker.t(key, linkedChannel(params))}`;
  });
  const parts = Array.from({ length: Math.ceil(reported.length / LINES_PER_SECTION) }, (_, at) =>
    reported.slice(at * LINES_PER_SECTION, (at + 1) * LINES_PER_SECTION).join('\n'),
  );
  return { text: title, blocks: [section(`*${title}*`), ...parts.map((part) => section(part))] };
}
