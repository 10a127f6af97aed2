import { panelName } from '../../core/dns-records.js';
import { codeBlock } from '../blocks/mrkdwn.js';
import type { Translator } from './translator.js';

/** A DNS record as a panel asks for it, and what to do with it. */
export interface RecordStep {
  readonly action: 'create' | 'change' | 'delete';
  readonly type: string;
  /** Fully qualified. */
  readonly name: string;
  /** Relative to the zone; `@` for the zone itself. */
  readonly host: string;
  readonly value: string;
}

/** As events store it: an action and a zone-file line. */
const STORED = /^(create|change|delete) (\S+?)\.? \d+ IN ([A-Z0-9]+) (.+?)\.?$/;
const ACTIONS = ['create', 'change', 'delete'] as const;

/**
 * Type, name and value on separate lines, in the order of most panels, with the full name beside the short one. Narrow:
 * a phone shows some thirty characters of a code block.
 */
export function recordTable(steps: readonly RecordStep[], translator: Translator): string {
  const columns = ['type', 'name', 'value'] as const;
  const labels = columns.map((column) => translator.tPlain(`record.${column}`));
  const width = Math.max(...labels.map(({ length }) => length));
  const lines = steps.flatMap(({ action, type, name, host, value }, at) => [
    ...(at === 0 ? [] : ['']),
    translator.tPlain(`record.${action}`),
    ...[type, host === name ? name : `${host} (${name})`, value].map(
      (cell, column) => `  ${(labels[column] ?? '').padEnd(width)}  ${cell}`,
    ),
  ]);
  return codeBlock(lines).text;
}

/** Parses the steps that an event stores; omits lines of another form. */
export function storedSteps(records: unknown): RecordStep[] {
  if (typeof records !== 'string') return [];
  return records.split('\n').flatMap((line) => {
    const [, typed, name = '', type = '', value = ''] = STORED.exec(line) ?? [];
    const action = ACTIONS.find((each) => each === typed);
    return action ? [{ action, type, name, host: panelName(name), value }] : [];
  });
}
