import { displayName } from '../../core/hostname.js';
import { meantHostname } from '../../core/hostname-guess.js';
import { type SettingName, settingDefinitionOf } from '../../settings/definitions.js';
import type { UserProblem } from '../../use-cases/errors.js';
import { channelLink, code, Mrkdwn, mention } from '../blocks/mrkdwn.js';
import type { Translator } from './translator.js';

type ProblemOf<Codes extends UserProblem['code']> = {
  [Code in Codes]: Extract<UserProblem, { readonly code: Code }>;
}[Codes];

type ProblemSentence<Code extends UserProblem['code']> = (
  problem: ProblemOf<Code>,
  translator: Translator,
  corrected: string | undefined,
) => string;

/** What is wrong, in words. `corrected`: the command that was probably meant, instead of its hostname alone. */
export const problemText = <Code extends UserProblem['code']>(
  problem: ProblemOf<Code>,
  translator: Translator,
  corrected?: string,
): string => PROBLEM_SENTENCES[problem.code](problem, translator, corrected);

const PROBLEM_SENTENCES: { readonly [Code in UserProblem['code']]: ProblemSentence<Code> } = {
  hostname: hostnameProblem,
  'not-mapped': notMapped,
  'being-removed': aboutHostname,
  unreadable: aboutHostname,
  'nothing-wrong': aboutHostname,
  'not-holdable': aboutHostname,
  'own-domain': aboutAppsHostname,
  'on-other-app': aboutAppsHostname,
  setting: ({ setting }, translator) => settingProblem(setting, translator),
  'set-ready': notSetReady,
  'site-search': ({ why, typed }, { t }) => t('problem.site-search', { why, typed: code(typed) }),
  'no-site': ({ app, site }, { t }) => t('problem.no-site', { app, site }),
  'site-closed': ({ site, title }, { t }) => t('problem.site-closed', { site, title }),
  'no-network': ({ app }, { t }) => t('problem.no-network', { app }),
  'provider-refused': ({ reason }, { t }) => t('problem.provider-refused', { reason: code(reason) }),
  'batch-too-long': ({ most, lines }, { t }) => t('problem.batch-too-long', { most, lines }),
  'batch-busy': ({ most }, { t }) => t('problem.batch-busy', { most }),
  file: ({ why }, { t }) => t('problem.file', { why }),
  'unknown-app': ({ app, apps }, { t }) => t('problem.unknown-app', { app, apps }),
  'app-needed': ({ apps }, { t }) => t('problem.app-needed', { apps }),
  'not-allowed': notAllowed,
  'not-a-channel': aboutTyped,
  'not-a-site': aboutTyped,
  'not-a-person': aboutTyped,
  'not-a-time': ({ typed, most }, { t }) => t('problem.not-a-time', { typed: code(typed), most }),
  'not-a-member': ({ person }, { t }) => t('problem.not-a-member', { person: mention(person) }),
  'note-too-long': aboutLimit,
  'too-many-followers': aboutLimit,
  'wrong-channel': aboutChannels,
  'other-channels': aboutChannels,
  'too-fast': ({ waitMs }, translator) =>
    translator.t('problem.too-fast', { duration: translator.duration(waitMs) }),
  'not-own-request': ({ by }, { t }) => t('problem.not-own-request', { person: mention(by) }),
  'unusable-channel': ({ place, channel }, { t, botName }) =>
    t('problem.unusable-channel', { place, channel: channelLink(channel), bot: botName }),
  'shared-channel': ({ channel }, { t }) => t('problem.shared-channel', { channel: channelLink(channel) }),
  'too-busy': bareProblem,
  'batch-empty': bareProblem,
  'batch-gone': bareProblem,
  'line-failed': bareProblem,
  gone: bareProblem,
  'direct-message': bareProblem,
  unsure: bareProblem,
  verifying: bareProblem,
  'mute-reason': bareProblem,
  'own-request': bareProblem,
  'not-open': bareProblem,
};

type BareProblem =
  | 'too-busy'
  | 'batch-empty'
  | 'batch-gone'
  | 'line-failed'
  | 'gone'
  | 'direct-message'
  | 'unsure'
  | 'verifying'
  | 'mute-reason'
  | 'own-request'
  | 'not-open';

function bareProblem({ code: why }: ProblemOf<BareProblem>, { t }: Translator): string {
  return t(`problem.${why}`);
}

function aboutHostname(
  { code: why, hostname }: ProblemOf<'being-removed' | 'unreadable' | 'nothing-wrong' | 'not-holdable'>,
  { t }: Translator,
): string {
  return t(`problem.${why}`, { hostname: displayName(hostname) });
}

function aboutAppsHostname(
  { code: why, hostname, app }: ProblemOf<'own-domain' | 'on-other-app'>,
  { t }: Translator,
): string {
  return t(`problem.${why}`, { hostname: displayName(hostname), app });
}

function aboutTyped(
  { code: why, typed }: ProblemOf<'not-a-channel' | 'not-a-site' | 'not-a-person'>,
  { t }: Translator,
): string {
  return t(`problem.${why}`, { typed: code(typed) });
}

function aboutLimit(
  { code: why, most }: ProblemOf<'note-too-long' | 'too-many-followers'>,
  { t }: Translator,
): string {
  return t(`problem.${why}`, { most });
}

function aboutChannels(
  { code: why, channels }: ProblemOf<'wrong-channel' | 'other-channels'>,
  translator: Translator,
): string {
  const named = translator.list(channels.map((id) => channelLink(id).text));
  return translator.t(`problem.${why}`, { channels: new Mrkdwn(named) });
}

function notMapped(
  { hostname, near = '' }: ProblemOf<'not-mapped'>,
  { t }: Translator,
  corrected: string | undefined,
): string {
  const params = { hostname: displayName(hostname), near: code(corrected ?? displayName(near)) };
  return t(near === '' ? 'problem.not-mapped' : 'problem.not-mapped.near', params);
}

function notSetReady({ why, hostname, app, reason }: ProblemOf<'set-ready'>, { t }: Translator): string {
  return t(`set-ready.${why}`, { hostname: displayName(hostname), app, reason: code(reason) });
}

/** For text that isn't a hostname, or isn't mapped: the mapped hostname that was probably meant, or else a public one. */
export const meantBy = (problem: UserProblem): string | undefined => {
  if (problem.code === 'not-mapped') return problem.near;
  if (problem.code !== 'hostname') return undefined;
  return problem.near ?? meantHostname(problem.problem.params['input'] ?? '');
};

function hostnameProblem(
  problem: ProblemOf<'hostname'>,
  translator: Translator,
  corrected: string | undefined,
): string {
  const { params, code: why } = problem.problem;
  const meant = meantBy(problem);
  const near = code(corrected ?? displayName(meant ?? ''));
  // A word that stands for a mapped hostname needs no lesson about hostnames.
  if (problem.near !== undefined)
    return translator.t('problem.not-mapped.near', { hostname: code(params['input'] ?? ''), near });
  const shown = Object.entries(params).map(([name, value]) => [name, code(value)]);
  const text = translator.t(`hostname.${why}`, Object.fromEntries(shown));
  return meant === undefined ? text : `${text} ${translator.t('problem.meant', { near })}`;
}

/** Names the permission and who has it. */
function notAllowed({ permission, ask }: ProblemOf<'not-allowed'>, translator: Translator): string {
  if (permission === 'view') return translator.t('problem.nothing-here');
  const what = new Mrkdwn(translator.t('problem.permission', { permission }));
  if (ask.length === 0) return translator.t('problem.not-allowed.members', { what });
  const who = new Mrkdwn(translator.choice(ask.map((id) => mention(id).text)));
  return translator.t('problem.not-allowed', { what, ask: who });
}

/** Only numbers are typed, so only they can be wrong. */
function settingProblem(name: SettingName, translator: Translator): string {
  const definition = settingDefinitionOf(name);
  const { min = 0, max = 0 } = definition.kind === 'number' ? definition : {};
  return translator.t('problem.setting', { least: min, most: max });
}
