import type { Mapping } from '../mapping.js';

type Attention = Pick<Mapping, 'snooze' | 'mutes' | 'alias'>;

/** Whether a finding is muted, so that it neither blocks nor alarms. */
export const isMuted = ({ mutes = [] }: Pick<Mapping, 'mutes'>, code: string): boolean =>
  mutes.some((mute) => mute.code === code);

/** When the next snooze or mute ends (epoch ms); undefined if none does. */
export function attentionEndsAt({ snooze, mutes = [], alias }: Attention): number | undefined {
  if (alias.intent === 'remove') return undefined;
  const ends = [...mutes.map(({ until }) => until), ...(snooze?.until === undefined ? [] : [snooze.until])];
  return ends.length === 0 ? undefined : Math.min(...ends);
}
