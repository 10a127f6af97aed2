import type { ActionsBlock, Button, ContextBlock, KnownBlock, Overflow, SectionBlock } from '@slack/types';
import { visible } from './mrkdwn.js';

/** `verbatim` keeps Slack from turning foreign text into links or mentions. */
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text, verbatim: true }) as const;
export const plain = (text: string) => ({ type: 'plain_text', text: visible(text), emoji: true }) as const;

export const section = (text: string): SectionBlock => ({ type: 'section', text: mrkdwn(text) });

export const context = (...texts: readonly string[]): ContextBlock => ({
  type: 'context',
  elements: texts.map(mrkdwn),
});

export const divider: KnownBlock = { type: 'divider' };

export const actions = (...elements: readonly (Button | Overflow)[]): ActionsBlock => ({
  type: 'actions',
  elements: [...elements],
});

export const button = (actionId: string, label: string, value: string): Button => ({
  type: 'button',
  action_id: actionId,
  text: plain(label),
  value,
});

/** A button that asks before it acts. */
export const askingButton = (
  { actionId, label, value }: { readonly actionId: string; readonly label: string; readonly value: string },
  { question, yes, no }: { readonly question: string; readonly yes: string; readonly no: string },
): Button => ({
  ...button(actionId, label, value),
  confirm: { title: plain(label), text: plain(question), confirm: plain(yes), deny: plain(no) },
});

export const dangerButton = (actionId: string, label: string, value: string): Button => ({
  ...button(actionId, label, value),
  style: 'danger',
});

export const urlButton = (actionId: string, label: string, url: string): Button => ({
  type: 'button',
  action_id: actionId,
  text: plain(label),
  url,
});

/** An overflow menu. Slack accepts one to five options. */
export const overflow = (
  actionId: string,
  options: readonly { readonly label: string; readonly value: string }[],
): Overflow => ({
  type: 'overflow',
  action_id: actionId,
  options: options.map(({ label, value }) => ({ text: plain(label), value })),
});
