import type { MessageKey } from '../../locale/catalogue.js';

/** The result of one check; a problem says what to do. */
export interface DoctorResult {
  readonly state: 'ok' | 'problem' | 'note' | 'unchecked';
  readonly key: Extract<MessageKey, `doctor.${string}`>;
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;
  /** A fix that the doctor can apply once a person agrees. */
  readonly repair?: Repair;
}

export interface Repair {
  /** Names it across two diagnoses, such as `join:C0123`. Holds no secret. */
  readonly id: string;
  /** The question; its parameters are the result's. */
  readonly question: DoctorResult['key'];
  /** The result of the fix, in place of the check's. */
  run(): Promise<DoctorResult>;
}

type Make = (key: DoctorResult['key'], params?: DoctorResult['params']) => DoctorResult;
const make =
  (state: DoctorResult['state']): Make =>
  (key, params = {}) => ({ state, key, params });

export const ok = make('ok');
export const problem = make('problem');
/** Neither a pass nor a problem: unknown, or optional. */
export const note = make('note');

/** Can't be checked from here; the result says how to test it. */
export const notChecked = make('unchecked');

/** A moment (epoch ms) for people in a terminal as well as in Slack. */
export const utcMinute = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

export const isSound = (lines: readonly DoctorResult[]): boolean =>
  lines.every(({ state }) => state !== 'problem');
