import type { MessageKey } from '../../locale/catalogue.js';

/** One thing that was examined, and how it is; what is wrong says what to do. */
export interface DoctorResult {
  readonly state: 'ok' | 'problem' | 'note' | 'unchecked';
  readonly key: Extract<MessageKey, `doctor.${string}`>;
  readonly params: Readonly<Record<string, string | number>>;
  /** What the doctor can put right itself, once somebody has agreed. */
  readonly repair?: Repair;
}

export interface Repair {
  /** The question; its parameters are the line's. */
  readonly question: DoctorResult['key'];
  /** What came of it, instead of the line. */
  run(): Promise<DoctorResult>;
}

type Make = (key: DoctorResult['key'], params?: DoctorResult['params']) => DoctorResult;
const make =
  (state: DoctorResult['state']): Make =>
  (key, params = {}) => ({ state, key, params });

export const ok = make('ok');
export const problem = make('problem');
/** Neither good nor bad: it can't be told, or need not be there. */
export const note = make('note');

/** It can't be checked from here; the line says how to try it. */
export const notChecked = make('unchecked');

export const isSound = (lines: readonly DoctorResult[]): boolean =>
  lines.every(({ state }) => state !== 'problem');
