import { z } from 'zod';

/** The bodies that the page sends, checked; their types are in page-api.ts. */

const requestIdShape = z.string().min(1).max(255);
const jsonObject = z.record(z.string(), z.unknown());

export const messageRequest = z.object({
  user: requestIdShape,
  channel: requestIdShape,
  text: z.string().min(1).max(40_000),
  threadTs: requestIdShape.optional(),
});

export const commandRequest = z.object({
  user: requestIdShape,
  channel: requestIdShape,
  text: z.string().min(1).max(4000),
  threadTs: requestIdShape.optional(),
});

export const actionRequest = z.object({
  user: requestIdShape,
  channel: requestIdShape,
  messageTs: requestIdShape,
  actionId: requestIdShape,
  blockId: requestIdShape,
  value: z.string().max(3000).optional(),
  selectedOption: jsonObject.optional(),
});

export const viewSubmitRequest = z.object({
  user: requestIdShape,
  viewId: requestIdShape,
  values: z.record(z.string(), z.record(z.string(), jsonObject)),
});

export const shortcutRequest = z.object({
  user: requestIdShape,
  callbackId: requestIdShape,
  on: z.object({ channel: requestIdShape, messageTs: requestIdShape }).optional(),
});

export const viewActionRequest = z.object({
  user: requestIdShape,
  viewId: requestIdShape,
  actionId: requestIdShape,
  blockId: requestIdShape,
  value: z.string().max(3000).optional(),
  selectedOption: jsonObject.optional(),
  values: z.record(z.string(), z.record(z.string(), jsonObject)).optional(),
});

export const suggestionsRequest = z.object({
  user: requestIdShape,
  viewId: requestIdShape,
  actionId: requestIdShape,
  blockId: requestIdShape,
  value: z.string().max(3000),
});

export const uploadRequest = z.object({
  user: requestIdShape,
  channel: requestIdShape.optional(),
  name: z.string().min(1).max(255),
  text: z.string().min(1).max(900_000),
});

export const localeRequest = z.object({
  user: requestIdShape,
  locale: z.string().regex(/^[a-z]{2,3}-[A-Z]{2}$/),
});

export const directRequest = z.object({ user: requestIdShape });

export const homeRequest = z.object({ user: requestIdShape });

export const viewCloseRequest = z.object({ user: requestIdShape, viewId: requestIdShape });
