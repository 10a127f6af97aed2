/**
 * Slack's figures: docs.slack.dev, "Block Kit reference", "Formatting message text", "Rate limits" and the
 * methods' own pages. Lengths count characters as sent (`&amp;` is five).
 */
export const SLACK_FIGURES = {
  text: { postTruncatedAt: 40_000, update: 4000, markdown: 12_000 },
  /** Not documented: seen between 12,000 and 13,200 (slackapi/bolt-js#2509, #2867). */
  blockTextTotal: 13_200,
  blocks: { message: 50, modal: 100, home: 100 },
  id: 255,
  section: { text: 3000, fields: 10, field: 2000 },
  header: 150,
  context: 10,
  actions: 25,
  button: { text: 75, value: 2000, url: 3000, accessibilityLabel: 75 },
  select: { options: 100, placeholder: 150 },
  fileInput: { files: 10 },
  option: { text: 75, value: 150, description: 75 },
  overflow: 5,
  choices: 10,
  confirm: { title: 100, text: 300, button: 30 },
  input: { label: 2000, hint: 2000, value: 3000 },
  view: { title: 24, button: 24, callbackId: 255, privateMetadata: 3000, bytes: 250_000, stack: 3 },
  /** No figure is published; 8,000 is what other implementations assume. */
  metadata: 8000,
  attachments: 100,
  history: { defaultLimit: 100, maxLimit: 999 },
  list: { defaultLimit: 100, maxLimit: 1000 },
  replies: { defaultLimit: 1000, maxLimit: 1000 },
  responseUrl: { posts: 5, lifetimeMs: 30 * 60_000 },
  triggerLifetimeMs: 3000,
  ackTimeoutMs: 3000,
  socketConnections: 10,
} as const;

export type Surface = keyof typeof SLACK_FIGURES.blocks;
